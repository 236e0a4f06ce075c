// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/fieldchecks.h"

#include "storage/domain/link.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// Lengths in characters. The published stories have headlines of 50 to 150, summaries of 444 to 880 and
// why-it-matters of 347 to 732; the bounds leave room around them.
struct Bounds {
    int least;
    int most;
    Severity missing;
};
constexpr Bounds headlineBounds{20, 160, Severity::Blocker};
constexpr Bounds summaryBounds{250, 900, Severity::Blocker};
constexpr Bounds whyBounds{200, 750, Severity::Warning};
constexpr int fewestTags = 3;
constexpr int mostTags = 7;

/// As a reader counts, not in UTF-16 units.
int charactersIn(const QString& text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

Finding fieldFinding(Severity severity, StoryField place, const QStringList& facts)
{
    return {CheckKind::FieldLength, severity, place, -1, 0, facts};
}

void judgeLength(QList<Finding>& findings, StoryField place, const QString& text, const Bounds& bounds)
{
    const int count = charactersIn(text.trimmed());
    if (count == 0)
        findings.append(fieldFinding(bounds.missing, place, {u"missing"_s}));
    else if (count < bounds.least)
        findings.append(fieldFinding(Severity::Warning, place,
                                     {u"short"_s, QString::number(count), QString::number(bounds.least)}));
    else if (count > bounds.most)
        findings.append(fieldFinding(Severity::Note, place,
                                     {u"long"_s, QString::number(count), QString::number(bounds.most)}));
}

void judgePresence(QList<Finding>& findings, StoryField place, bool present, Severity severity)
{
    if (!present)
        findings.append(fieldFinding(severity, place, {u"missing"_s}));
}

void judgeLink(QList<Finding>& findings, StoryField place, const QString& link, Severity severity)
{
    if (link.trimmed().isEmpty())
        return;
    QString fault;
    switch (linkFault(link)) {
    case LinkFault::None:
        return;
    case LinkFault::Malformed:
    case LinkFault::NoHost:
        fault = u"host"_s;
        break;
    case LinkFault::NotHttp:
        fault = u"scheme"_s;
        break;
    case LinkFault::Credentials:
        fault = u"userinfo"_s;
        break;
    case LinkFault::PrivateHost:
        fault = u"private"_s;
        break;
    }
    findings.append({CheckKind::UnsafeLink, severity, place, -1, 0, {fault, link}});
}

} // namespace

QList<Finding> checkFieldLengths(const CheckSubject& subject)
{
    const Story& story = subject.story();
    QList<Finding> findings;
    judgeLength(findings, StoryField::Headline, story.headline, headlineBounds);
    judgeLength(findings, StoryField::Summary, story.summary, summaryBounds);
    judgeLength(findings, StoryField::WhyItMatters, story.whyItMatters, whyBounds);
    judgePresence(findings, StoryField::Category, !story.category.trimmed().isEmpty(), Severity::Note);
    judgePresence(findings, StoryField::Source, !story.source.trimmed().isEmpty(), Severity::Note);
    judgePresence(findings, StoryField::Link, !story.link.trimmed().isEmpty(), Severity::Note);
    judgePresence(findings, StoryField::Trust, story.trust != TrustVerdict::Unset, Severity::Warning);
    const int tags = int(story.tags.size());
    if (tags < fewestTags)
        findings.append(fieldFinding(Severity::Note, StoryField::Tags,
                                     {u"few"_s, QString::number(tags), QString::number(fewestTags)}));
    else if (tags > mostTags)
        findings.append(fieldFinding(Severity::Note, StoryField::Tags,
                                     {u"many"_s, QString::number(tags), QString::number(mostTags)}));
    return findings;
}

QList<Finding> checkCardComplete(const CheckSubject& subject)
{
    QStringList unset;
    QString first;
    for (const Dimension& dimension : subject.method.dimensions) {
        if (!subject.card.value(dimension.key).isUnset())
            continue;
        unset.append(dimension.label);
        if (first.isEmpty())
            first = dimension.key;
    }
    if (unset.isEmpty())
        return {};
    QStringList facts = {QString::number(unset.size()), unset.join(u", "_s)};
    if (const QString other = subject.borrowedFrom(); !other.isEmpty())
        facts.append(other);
    return {{CheckKind::CardIncomplete, Severity::Blocker, StoryField::Score, -1, 0, facts, first}};
}

QList<Finding> checkBorrowedCard(const CheckSubject& subject)
{
    if (subject.borrowedFrom().isEmpty())
        return {};
    const QList<Dimension>& dimensions = subject.method.dimensions;
    return {{CheckKind::BorrowedCard,
             Severity::Note,
             StoryField::Score,
             -1,
             0,
             {subject.borrowedFrom()},
             dimensions.isEmpty() ? QString() : dimensions.first().key}};
}

QList<Finding> checkLinks(const CheckSubject& subject)
{
    QList<Finding> findings;
    judgeLink(findings, StoryField::Link, subject.story().link, Severity::Blocker);
    judgeLink(findings, StoryField::PrimarySource, subject.story().primarySource, Severity::Blocker);
    // The analyst did not write an article's link; exports name the article without making it a link.
    for (const Article& article : subject.dossier.articles)
        judgeLink(findings, StoryField::LeadArticle, article.link, Severity::Warning);
    return findings;
}

} // namespace Scoredesk
