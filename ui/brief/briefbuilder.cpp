// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/briefbuilder.h"

#include "ui/brief/brieftext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct BriefBuilder {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::BriefBuilder)
};

TextRun plain(const QString& text)
{
    return {text, TextRun::Style::Plain, {}};
}

TextRun muted(const QString& text)
{
    return {text, TextRun::Style::Muted, {}};
}

void heading(QList<Block>& blocks, int level, const QString& text, const QString& anchor)
{
    blocks.append(HeadingBlock{text, level, HeadingBlock::Style::Heading, anchor, text});
}

void paragraphs(QList<Block>& blocks, int level, const QString& title, const QString& anchor,
                const QStringList& texts)
{
    if (texts.isEmpty())
        return;
    heading(blocks, level, title, anchor);
    for (const QString& text : texts)
        blocks.append(ParagraphBlock{{plain(text)}, ParagraphBlock::Style::Body});
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

FiguresBlock figures(const StoryFacts& facts)
{
    FiguresBlock block;
    Figure impact;
    impact.label = BriefBuilder::tr("Impact");
    impact.value = facts.impactText;
    if (facts.impact)
        impact.unit = u"/10"_s;
    impact.caption = facts.band;
    if (facts.impact && !facts.impact->isComplete())
        impact.caption += u'\n' + BriefBuilder::tr("range: %1 of %2 dimensions unset")
                                      .arg(facts.impact->unset)
                                      .arg(facts.dimensions.size());
    block.figures.append(impact);

    const TrustVerdict trust = facts.dossier->story.trust;
    block.figures.append({BriefBuilder::tr("Trust"), trustText(trust), {}, capitalised(trustMeaning(trust))});

    const CoverageFacts& coverage = facts.coverage;
    QString caption = coverageLine(coverage).section(u" · "_s, 1);
    if (coverage.outletsStated)
        caption += (caption.isEmpty() ? QString() : u"\n"_s) + BriefBuilder::tr("as stated by the source");
    block.figures.append({BriefBuilder::tr("Coverage"), outletCount(coverage.outlets), {}, caption});
    return block;
}

TextRun scoreText(Score score)
{
    if (score.isNotApplicable())
        return muted(BriefBuilder::tr("N/A"));
    if (score.isUnset())
        return muted(u"—"_s);
    return {QString::number(score.number(), 'f', 1), TextRun::Style::Strong, {}};
}

Bar barOf(const DimensionFacts& row)
{
    if (row.value.isNotApplicable())
        return {Bar::Kind::NotApplicable, 0};
    if (row.value.isUnset())
        return {Bar::Kind::Unset, 0};
    return {row.dimension.polarity == Dimension::Polarity::Risk ? Bar::Kind::Risk : Bar::Kind::Benefit,
            row.value.number() / 10};
}

/// As the scorecard in the window tells it: what does not apply weighs nothing, and the others make up for
/// it.
QString weightText(const Dimension& dimension, const Method& method, const QMap<QString, int>& shares)
{
    if (dimension.polarity == Dimension::Polarity::Risk && method.form == Method::Form::Penalty)
        return BriefBuilder::tr("lowers impact");
    if (!shares.contains(dimension.key))
        return u"—"_s;
    const QString share = QString::number(shares[dimension.key]) + u" %"_s;
    return dimension.polarity == Dimension::Polarity::Risk ? BriefBuilder::tr("%1, as 10 less").arg(share)
                                                           : share;
}

/// "Stakes [1, 3]": the dimension with the numbers of its evidence.
TextRuns dimensionName(const DimensionFacts& row)
{
    TextRuns runs = {plain(cleanLine(row.dimension.label))};
    QStringList numbers;
    for (const int number : row.evidence)
        numbers.append(QString::number(number));
    if (!numbers.isEmpty())
        runs.append(muted(u" ["_s + numbers.join(u", "_s) + u']'));
    return runs;
}

TableBlock scorecard(const StoryFacts& facts, const Method& method)
{
    TableBlock table;
    table.caption = BriefBuilder::tr("Scorecard: each dimension from 0 to 10");
    table.columns = {{BriefBuilder::tr("Dimension"), 24, false},
                     {BriefBuilder::tr("0 to 10"), 45, false},
                     {BriefBuilder::tr("Score"), 12, true},
                     {BriefBuilder::tr("Weight"), 19, true}};
    const QMap<QString, int> shares = weightShares(method, facts.card);
    for (const DimensionFacts& row : facts.dimensions) {
        table.rows.append({{{dimensionName(row), {}},
                            {{}, barOf(row)},
                            {{scoreText(row.value)}, {}},
                            {{muted(weightText(row.dimension, method, shares))}, {}}},
                           row.rationale});
    }
    return table;
}

void scorecardSection(QList<Block>& blocks, int level, const StoryFacts& facts, const BriefOptions& options)
{
    if (facts.dimensions.isEmpty())
        return;
    heading(blocks, level, BriefBuilder::tr("Scorecard"), facts.anchor + u"-scorecard"_s);
    blocks.append(scorecard(facts, options.method));
    QString note = methodSentence(options.method);
    if (facts.card.analyst != options.analyst)
        note.prepend(BriefBuilder::tr("Scored by %1.").arg(cleanLine(facts.card.analyst)) + u' ');
    if (facts.impact && !facts.impact->isComplete())
        note += u' ' + BriefBuilder::tr("While a dimension is unset, impact is the range it can still take.");
    blocks.append(ParagraphBlock{{plain(note)}, ParagraphBlock::Style::Note});
    if (facts.drift) {
        const QString sign = *facts.drift > 0 ? u"+"_s : u"−"_s;
        blocks.append(ParagraphBlock{
            {{BriefBuilder::tr("Drift: "), TextRun::Style::Strong, {}},
             plain(BriefBuilder::tr("the source states an impact of %1, the card computes to %2 (%3).")
                       .arg(QString::number(facts.card.statedImpact.value_or(0), 'f', 2),
                            QString::number(facts.impact->low, 'f', 2),
                            sign + QString::number(qAbs(*facts.drift), 'f', 2)))},
            ParagraphBlock::Style::Note});
    }
}

ListItem evidenceItem(const EvidenceFacts& evidence)
{
    ListItem item;
    item.lead = {plain(u'“' + evidence.words + u'”')};
    const auto part = [&item](const TextRun& run) {
        if (run.text.isEmpty())
            return;
        if (!item.detail.isEmpty())
            item.detail.append(muted(u" · "_s));
        item.detail.append(run);
    };
    part(muted(evidence.outlet));
    const QString title = evidence.title.isEmpty() ? hostOf(evidence.link) : evidence.title;
    part({title, TextRun::Style::Plain, evidence.link});
    const QString time = shownTime(evidence.publishedAt);
    part(muted(evidence.timeIsGuess && !time.isEmpty() ? BriefBuilder::tr("fetched %1").arg(time) : time));
    return item;
}

/// What the numbers beside the dimensions stand for.
void evidenceSection(QList<Block>& blocks, int level, const StoryFacts& facts)
{
    if (facts.evidence.isEmpty())
        return;
    heading(blocks, level, BriefBuilder::tr("Evidence"), facts.anchor + u"-evidence"_s);
    ListBlock list;
    for (const EvidenceFacts& evidence : facts.evidence)
        list.items.append(evidenceItem(evidence));
    blocks.append(list);
}

void trustSection(QList<Block>& blocks, int level, const StoryFacts& facts)
{
    const TrustVerdict trust = facts.dossier->story.trust;
    if (trust == TrustVerdict::Unset && facts.trustNote.isEmpty())
        return;
    heading(blocks, level, BriefBuilder::tr("Trust"), facts.anchor + u"-trust"_s);
    TextRuns runs;
    if (trust != TrustVerdict::Unset)
        runs.append({BriefBuilder::tr("%1: %2.").arg(trustText(trust), trustMeaning(trust)),
                     TextRun::Style::Strong,
                     {}});
    if (!facts.trustNote.isEmpty())
        runs.append(plain((runs.isEmpty() ? QString() : u" "_s) + facts.trustNote));
    blocks.append(ParagraphBlock{runs, ParagraphBlock::Style::Body});
}

void coverageSection(QList<Block>& blocks, int level, const StoryFacts& facts)
{
    const CoverageFacts& coverage = facts.coverage;
    if (coverage.outlets == 0)
        return;
    heading(blocks, level, BriefBuilder::tr("Coverage"), facts.anchor + u"-coverage"_s);
    TextRuns runs = {{coverageLine(coverage) + u'.', TextRun::Style::Strong, {}}};
    if (const QString provenance = coverageProvenance(coverage); !provenance.isEmpty())
        runs.append(plain(u' ' + provenance));
    blocks.append(ParagraphBlock{runs, ParagraphBlock::Style::Body});
    if (!coverage.named.isEmpty())
        blocks.append(ParagraphBlock{
            {muted(BriefBuilder::tr("Named by the source: ")),
             plain(coverage.named.join(u", "_s) + (coverage.namesMore ? u", …"_s : QString()))},
            ParagraphBlock::Style::Note});
}

QString signalText(const StorySignal& signal)
{
    QString text = cleanLine(signal.kind);
    if (signal.value)
        text += u": "_s + QLocale(QLocale::English).toString(*signal.value, 'g', 12);
    QStringList extra;
    for (const QString& part : {cleanLine(signal.source), cleanLine(signal.note)})
        if (!part.isEmpty())
            extra.append(part);
    return extra.isEmpty() ? text : text + u" ("_s + extra.join(u", "_s) + u')';
}

void receptionSection(QList<Block>& blocks, int level, const StoryFacts& facts)
{
    QStringList texts;
    for (const StorySignal& signal : facts.dossier->storySignals)
        texts.append(signalText(signal));
    if (texts.isEmpty())
        return;
    heading(blocks, level, BriefBuilder::tr("Reception"), facts.anchor + u"-reception"_s);
    blocks.append(ParagraphBlock{{plain(texts.join(u" · "_s))}, ParagraphBlock::Style::Body});
}

ListItem sourceItem(const SourceFacts& source)
{
    QString lead = source.title;
    if (lead.isEmpty())
        lead = source.kind == SourceFacts::Kind::Primary ? BriefBuilder::tr("Primary source") : source.outlet;
    if (lead.isEmpty())
        lead = source.link.isEmpty() ? BriefBuilder::tr("Untitled article") : source.link;
    QStringList details;
    if (source.kind == SourceFacts::Kind::Primary && lead != BriefBuilder::tr("Primary source"))
        details.append(BriefBuilder::tr("primary source"));
    if (!source.outlet.isEmpty() && source.outlet != lead)
        details.append(source.outlet);
    if (source.tier > 0)
        details.append(BriefBuilder::tr("tier %1").arg(source.tier));
    if (source.firstParty)
        details.append(BriefBuilder::tr("first-party"));
    if (!source.author.isEmpty())
        details.append(source.author);
    if (source.publishedAt.isValid())
        details.append(source.timeIsGuess ? BriefBuilder::tr("fetched %1").arg(shownTime(source.publishedAt))
                                          : shownTime(source.publishedAt));
    if (source.reprint)
        details.append(BriefBuilder::tr("reprint"));
    if (source.kind == SourceFacts::Kind::Primary && source.link != lead)
        details.append(source.link);
    else if (const QString host = hostOf(source.link); !host.isEmpty() && host != lead)
        details.append(host);
    ListItem item;
    item.lead = {{lead, TextRun::Style::Plain, source.link}};
    if (!details.isEmpty())
        item.detail = {muted(details.join(u" · "_s))};
    return item;
}

void sourcesSection(QList<Block>& blocks, int level, const StoryFacts& facts)
{
    if (facts.sources.isEmpty())
        return;
    heading(blocks, level, BriefBuilder::tr("Sources"), facts.anchor + u"-sources"_s);
    ListBlock list;
    for (const SourceFacts& source : facts.sources)
        list.items.append(sourceItem(source));
    blocks.append(list);
}

void recordSection(QList<Block>& blocks, const StoryFacts& facts, const BriefOptions& options)
{
    blocks.append(RuleBlock());
    PairsBlock pairs;
    const auto add = [&pairs](const QString& label, const QString& value, TextRun::Style style = {}) {
        if (!value.isEmpty())
            pairs.pairs.append({label, {{value, style, {}}}});
    };
    add(BriefBuilder::tr("Score vector"), facts.vector, TextRun::Style::Code);
    add(BriefBuilder::tr("Method"), shownMethod(options.method));
    add(BriefBuilder::tr("Tags"), facts.tags.join(u", "_s));
    add(BriefBuilder::tr("Desk"), cleanLine(options.deskName));
    add(BriefBuilder::tr("Analyst"), cleanLine(options.analyst));
    if (facts.card.analyst != options.analyst)
        add(BriefBuilder::tr("Scored by"), cleanLine(facts.card.analyst));
    add(BriefBuilder::tr("Scored"), shownTime(facts.card.lastSetAt()));
    add(BriefBuilder::tr("Exported"), shownTime(options.date));
    if (const QUuid uuid = facts.dossier->story.uuid; !uuid.isNull())
        add(BriefBuilder::tr("Story"), uuid.toString(QUuid::WithoutBraces), TextRun::Style::Code);
    blocks.append(pairs);
}

} // namespace

Section buildBrief(const StoryFacts& facts, const BriefOptions& options, int level)
{
    const Story& story = facts.dossier->story;
    const QString headline = facts.headline.isEmpty() ? BriefBuilder::tr("Untitled story") : facts.headline;
    Section section;
    section.runningTitle = headline;
    QList<Block>& blocks = section.blocks;
    if (!facts.category.isEmpty())
        blocks.append(ParagraphBlock{{plain(facts.category)}, ParagraphBlock::Style::Kicker});
    blocks.append(HeadingBlock{headline, level, HeadingBlock::Style::Title, facts.anchor, headline});

    TextRuns meta;
    const auto part = [&meta](const TextRun& run) {
        if (run.text.isEmpty())
            return;
        if (!meta.isEmpty())
            meta.append(plain(u" · "_s));
        meta.append(run);
    };
    part({facts.source.isEmpty() ? hostOf(facts.link) : facts.source, TextRun::Style::Plain, facts.link});
    if (story.publishedAt.isValid())
        part(plain(BriefBuilder::tr("published %1").arg(shownTime(story.publishedAt))));
    blocks.append(ParagraphBlock{meta, ParagraphBlock::Style::Meta});

    blocks.append(figures(facts));
    paragraphs(blocks, level + 1, BriefBuilder::tr("Summary"), facts.anchor + u"-summary"_s, facts.summary);
    paragraphs(blocks, level + 1, BriefBuilder::tr("Why it matters"), facts.anchor + u"-why"_s,
               facts.whyItMatters);
    scorecardSection(blocks, level + 1, facts, options);
    evidenceSection(blocks, level + 1, facts);
    trustSection(blocks, level + 1, facts);
    coverageSection(blocks, level + 1, facts);
    receptionSection(blocks, level + 1, facts);
    sourcesSection(blocks, level + 1, facts);
    recordSection(blocks, facts, options);
    return section;
}

} // namespace Scoredesk
