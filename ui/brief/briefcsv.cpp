// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/brieftext.h"
#include "ui/brief/storyfacts.h"
#include "ui/brief/textformats.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QString csvCell(QString text)
{
    static const QString formulaStarts = u"=+-@\t\r\n＝＋－＠"_s;
    if (!text.isEmpty() && formulaStarts.contains(text[0]))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', "\"\""_L1) + u'"';
    return text;
}

QString row(const QStringList& cells)
{
    QStringList written;
    for (const QString& cell : cells)
        written.append(csvCell(cell));
    return written.join(u',') + u"\r\n"_s;
}

QString isoTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString exact(double value)
{
    return QString::number(value, 'f', 3);
}

} // namespace

QByteArray briefsToCsv(const QList<Dossier>& dossiers, const BriefOptions& options)
{
    QStringList head = {u"uuid"_s,   u"headline"_s,  u"category"_s, u"tags"_s,
                        u"source"_s, u"published"_s, u"state"_s};
    for (const Dimension& dimension : options.method.dimensions)
        head.append(dimension.key);
    head +=
        {u"impact"_s,         u"impact_low"_s,     u"impact_high"_s, u"band"_s,           u"stated_impact"_s,
         u"vector"_s,         u"trust"_s,          u"trust_note"_s,  u"outlets"_s,        u"tier_1"_s,
         u"origins"_s,        u"outlets_stated"_s, u"link"_s,        u"primary_source"_s, u"summary"_s,
         u"why_it_matters"_s, u"analyst"_s,        u"scored_by"_s,   u"desk"_s,           u"exported"_s};
    if (options.marking != TlpMarking::None)
        head.append(u"marking"_s);
    QString csv = QChar(QChar::ByteOrderMark) + row(head);
    for (const Dossier& dossier : dossiers) {
        const StoryFacts facts = factsOf(dossier, options);
        const Story& story = dossier.story;
        QStringList cells = {story.uuid.toString(QUuid::WithoutBraces),
                             facts.headline,
                             facts.category,
                             facts.tags.join(u"; "_s),
                             facts.source,
                             isoTime(story.publishedAt),
                             toText(story.state.stage)};
        for (const DimensionFacts& dimension : facts.dimensions)
            cells.append(dimension.value.isNotApplicable() ? u"N/A"_s : dimension.value.toText());
        const auto& impact = facts.impact;
        const bool complete = impact && impact->isComplete();
        cells += {complete ? exact(impact->low) : QString(),
                  impact ? exact(impact->low) : QString(),
                  impact ? exact(impact->high) : QString(),
                  facts.band,
                  facts.card.statedImpact ? exact(*facts.card.statedImpact) : QString(),
                  facts.vector,
                  toText(story.trust),
                  facts.trustNote,
                  QString::number(facts.coverage.outlets),
                  QString::number(facts.coverage.tierOne),
                  QString::number(facts.coverage.seen.origins),
                  facts.coverage.outletsStated ? u"yes"_s : u"no"_s,
                  facts.link,
                  facts.primarySource,
                  facts.summary.join(u'\n'),
                  facts.whyItMatters.join(u'\n'),
                  cleanLine(options.analyst),
                  facts.card.isBlank() ? QString() : cleanLine(facts.card.analyst),
                  cleanLine(options.deskName),
                  isoTime(options.date)};
        if (options.marking != TlpMarking::None)
            cells.append(tlpText(options.marking));
        csv += row(cells);
    }
    return csv.toUtf8();
}

} // namespace Scoredesk
