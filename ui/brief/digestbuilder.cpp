// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/briefbuilder.h"
#include "ui/brief/brieftext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct DigestBuilder {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::DigestBuilder)
};

QString headlineOf(const StoryFacts& facts)
{
    return facts.headline.isEmpty() ? DigestBuilder::tr("Untitled story") : facts.headline;
}

TableCell cell(const QString& text, TextRun::Style style = TextRun::Style::Plain, const QString& link = {})
{
    return {{{text, style, link}}, {}};
}

TableBlock ranking(const QList<StoryFacts>& stories)
{
    TableBlock table;
    table.caption = DigestBuilder::tr("Stories by impact, highest first");
    table.columns = {{DigestBuilder::tr("Rank"), 7, true},    {DigestBuilder::tr("Headline"), 53, false},
                     {DigestBuilder::tr("Impact"), 11, true}, {DigestBuilder::tr("Band"), 12, false},
                     {DigestBuilder::tr("Trust"), 9, false},  {DigestBuilder::tr("Outlets"), 8, true}};
    int rank = 0;
    for (const qsizetype index : rankedByImpact(stories)) {
        const StoryFacts& facts = stories[index];
        const TrustVerdict trust = facts.dossier->story.trust;
        table.rows.append(
            {{cell(QString::number(++rank), TextRun::Style::Muted),
              cell(headlineOf(facts), TextRun::Style::Plain, u'#' + facts.anchor),
              cell(facts.impactText, TextRun::Style::Strong), cell(facts.band),
              trust == TrustVerdict::Unset ? cell(u"—"_s, TextRun::Style::Muted) : cell(trustText(trust)),
              cell(QString::number(facts.coverage.outlets))},
             {}});
    }
    return table;
}

QStringList keywordsOf(const QList<StoryFacts>& stories)
{
    QStringList keywords;
    for (const StoryFacts& facts : stories) {
        keywords += facts.category;
        keywords += facts.tags;
    }
    for (const StoryFacts& facts : stories)
        keywords += facts.vector;
    keywords.removeAll(QString());
    keywords.removeDuplicates();
    return keywords;
}

} // namespace

QString digestTitle(const BriefOptions& options)
{
    const QString title = cleanLine(options.digestTitle);
    return title.isEmpty() ? DigestBuilder::tr("News digest") : title;
}

QList<qsizetype> rankedByImpact(const QList<StoryFacts>& stories)
{
    QList<qsizetype> order(stories.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&stories](qsizetype i) {
        const auto& impact = stories[i].impact;
        return impact ? std::pair(impact->low, impact->high) : std::pair(-1.0, -1.0);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&key](qsizetype a, qsizetype b) { return key(a) > key(b); });
    return order;
}

Section buildFrontMatter(const QList<StoryFacts>& stories, const BriefOptions& options)
{
    const QString title = digestTitle(options);
    Section section;
    section.runningTitle = title;
    section.frontMatter = true;
    QList<Block>& blocks = section.blocks;
    blocks.append(ParagraphBlock{{{DigestBuilder::tr("Digest"), {}, {}}}, ParagraphBlock::Style::Kicker});
    blocks.append(HeadingBlock{title, 1, HeadingBlock::Style::Title, u"cover"_s, title});
    QStringList meta = {stories.size() == 1 ? DigestBuilder::tr("1 story")
                                            : DigestBuilder::tr("%n stories", nullptr, int(stories.size()))};
    for (const QString& part :
         {cleanLine(options.deskName), cleanLine(options.analyst), shownDay(options.date)})
        if (!part.isEmpty())
            meta.append(part);
    blocks.append(ParagraphBlock{{{meta.join(u" · "_s), {}, {}}}, ParagraphBlock::Style::Meta});
    blocks.append(RuleBlock());

    const QString contents = DigestBuilder::tr("Contents");
    blocks.append(HeadingBlock{contents, 2, HeadingBlock::Style::Heading, u"contents"_s, contents});
    ContentsBlock list;
    for (const StoryFacts& facts : stories)
        list.entries.append({headlineOf(facts), facts.anchor});
    blocks.append(list);

    const QString rankingTitle = DigestBuilder::tr("Ranking");
    blocks.append(HeadingBlock{rankingTitle, 2, HeadingBlock::Style::Heading, u"ranking"_s, rankingTitle});
    blocks.append(ranking(stories));
    blocks.append(
        ParagraphBlock{{{methodSentence(options.method) + u' ' + shownMethod(options.method) + u'.', {}, {}}},
                       ParagraphBlock::Style::Note});
    return section;
}

Document buildDocument(const QList<Dossier>& dossiers, const BriefOptions& options)
{
    QList<StoryFacts> stories;
    for (const Dossier& dossier : dossiers) {
        stories.append(factsOf(dossier, options));
        stories.last().anchor = u"story-%1"_s.arg(stories.size());
    }

    Document document;
    document.author = cleanLine(options.analyst);
    document.publisher = cleanLine(options.deskName);
    document.language = u"en"_s;
    document.date = options.date.toUTC();
    document.marking = tlpText(options.marking);
    document.markingColour = tlpColour(document.marking);
    document.keywords = keywordsOf(stories);
    if (stories.size() == 1) {
        document.title = headlineOf(stories.first());
        document.subject = DigestBuilder::tr("Impact %1").arg(stories.first().impactText);
        document.sections = {buildBrief(stories.first(), options, 1)};
        return document;
    }
    document.title = digestTitle(options);
    document.subject = DigestBuilder::tr("%n scored stories", nullptr, int(stories.size()));
    document.sections.append(buildFrontMatter(stories, options));
    for (const StoryFacts& facts : std::as_const(stories))
        document.sections.append(buildBrief(facts, options, 2));
    return document;
}

} // namespace Scoredesk
