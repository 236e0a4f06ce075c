// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storytext.h"

#include "app/cli/terminaltext.h"
#include "storage/method/impact.h"
#include "storage/method/scorevector.h"
#include "ui/words/changetext.h"
#include "ui/words/checktext.h"
#include "ui/words/fieldtext.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliStory {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliStory)
};

constexpr int width = 96;

QString paragraph(StoryField field, const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    return u"\n%1\n%2\n"_s.arg(fieldText(field), wrapped(printableLines(text), width, u"  "_s));
}

QString fact(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString() : u"%1: %2\n"_s.arg(name, printable(value));
}

QString shownTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd hh:mm 'UTC'"_s) : QString();
}

QString articlesText(const QList<Article>& articles)
{
    QList<QStringList> rows;
    for (const Article& article : articles) {
        QString outlet = printable(article.outlet.name);
        if (article.outlet.tier > 0)
            outlet += CliStory::tr(" (tier %1)").arg(article.outlet.tier);
        rows.append({u"  "_s + QString::number(number(article.id)), shownTime(article.publishedAt), outlet,
                     article.reprintOf ? CliStory::tr("reprint") : QString(), printable(article.link)});
    }
    return rows.isEmpty() ? QString() : u"\n"_s + CliStory::tr("Articles") + u'\n' + columns(rows, {0});
}

/// Ten characters, one a point.
QString bar(Score score)
{
    const int full = (score.tenths() + 5) / 10;
    return QString(full, u'█') + QString(10 - full, u'·');
}

} // namespace

QString cardText(const Scorecard& card, const Method& method)
{
    const std::optional<Impact> impact = impactOf(method, card);
    QString text = CliStory::tr("Impact %1 · %2").arg(impactText(method, impact), method.name) + u'\n';
    const QList<Sensitivity> sensitivities = sensitivityOf(method, card);
    QList<QStringList> rows;
    for (const Dimension& dimension : method.dimensions) {
        const ScoreCell cell = card.cells.value(dimension.key);
        QString moves;
        for (const Sensitivity& sensitivity : sensitivities)
            if (sensitivity.dimension == dimension.key)
                moves = sensitivityText(method, card, sensitivity);
        const QString value = cell.value.isValue()           ? QString::number(cell.value.number(), 'f', 1)
                              : cell.value.isNotApplicable() ? CliStory::tr("n/a")
                                                             : u"—"_s;
        rows.append(
            {u"  "_s + dimension.label, value, cell.value.isValue() ? bar(cell.value) : QString(10, u' '),
             moves.isEmpty()
                 ? printable(cell.rationale)
                 : moves + (cell.rationale.isEmpty() ? QString() : u"  "_s) + printable(cell.rationale)});
    }
    text += columns(rows, {1});
    if (const QString vector = toVector(method, card); !vector.isEmpty())
        text += u"  "_s + vector + u'\n';
    if (card.statedImpact) {
        const std::optional<double> drift = driftOf(method, card);
        text += u"  "_s + CliStory::tr("Stated impact %1").arg(shownImpact(*card.statedImpact));
        if (drift && isDrift(*drift))
            text += CliStory::tr(", which drifts by %1").arg(QString::number(*drift, 'f', 2));
        text += u'\n';
    }
    return text;
}

QString findingsText(const QList<Finding>& findings, const Overrules& overrules)
{
    QList<QStringList> rows;
    for (const Finding& finding : findings) {
        const QString reason = overrules.value(checkName(finding.kind));
        const bool overruled = finding.severity == Severity::Blocker && !reason.isEmpty();
        rows.append({u"  "_s + (overruled ? CliStory::tr("Overruled") : severityText(finding.severity)),
                     fieldText(finding.place), checkName(finding.kind),
                     printable(checkText(finding)) +
                         (overruled ? CliStory::tr(" Reason: %1").arg(printable(reason)) : QString())});
    }
    return columns(rows);
}

QString historyText(const Dossier& dossier, const Method& method)
{
    QList<QStringList> rows;
    for (const Change& change : dossier.history)
        rows.append({u"  "_s + shownTime(change.at),
                     change.analyst.isEmpty() ? CliStory::tr("intake") : printable(change.analyst),
                     printable(changeText(change, method))});
    for (const ExportRecord& record : dossier.exports)
        rows.append(
            {u"  "_s + shownTime(record.at), printable(record.analyst),
             CliStory::tr("Exported as %1 to %2").arg(printable(record.format), printable(record.path))});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const QStringList& a, const QStringList& b) { return a.first() < b.first(); });
    return columns(rows);
}

QString storyText(const Dossier& dossier, const Method& method, const QString& analyst,
                  const QList<Finding>& findings)
{
    const Story& story = dossier.story;
    QString text = u"%1  %2\n"_s.arg(QString::number(number(story.id)), printable(story.headline));
    QStringList meta = {printable(stateText(story.state))};
    for (const QString& part : {story.source, story.category, shownTime(story.publishedAt)})
        if (!part.isEmpty())
            meta.append(printable(part));
    text += meta.join(u" · "_s) + u"\n\n"_s + cardText(dossier.cardOf(analyst), method);
    for (const Scorecard& card : dossier.cards)
        if (card.analyst != analyst && !card.isBlank())
            text += u"  "_s +
                    CliStory::tr("%1: %2").arg(printable(card.analyst),
                                               impactText(method, impactOf(method, card))) +
                    u'\n';
    text += paragraph(StoryField::Summary, story.summary);
    text += paragraph(StoryField::WhyItMatters, story.whyItMatters);
    text += u'\n';
    QStringList coverage;
    for (const QString& part : {coverageText(story.stated), coverageText(dossier.coverage)})
        if (!part.isEmpty())
            coverage.append(part);
    text += fact(CliStory::tr("Coverage"), coverage.join(CliStory::tr("; seen: ")));
    text += fact(CliStory::tr("Named"),
                 story.stated.named.join(u", "_s) + (story.stated.namesMore ? u", …"_s : QString()));
    text += fact(fieldText(StoryField::Trust), trustText(story.trust));
    text += fact(fieldText(StoryField::Tags), story.tags.join(u", "_s));
    text += fact(fieldText(StoryField::Link), story.link);
    text += fact(fieldText(StoryField::PrimarySource), story.primarySource);
    text += fact(fieldText(StoryField::Slug), story.slug);
    text += paragraph(StoryField::TrustNote, story.trustNote);
    text += paragraph(StoryField::Remainder, story.remainder);
    text += articlesText(dossier.articles);
    if (!findings.isEmpty())
        text += u"\n"_s + CliStory::tr("Checks") + u'\n' + findingsText(findings, dossier.overrules);
    return text;
}

} // namespace Scoredesk
