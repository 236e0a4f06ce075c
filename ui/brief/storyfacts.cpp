// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/storyfacts.h"

#include "storage/method/scorevector.h"
#include "ui/brief/brieftext.h"
#include "ui/words/impacttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct StoryFactsText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::StoryFactsText)
};

QStringList paragraphsOf(const QString& text)
{
    QStringList paragraphs;
    for (const QString& line : cleanText(text).split(u'\n'))
        if (const QString paragraph = line.simplified(); !paragraph.isEmpty())
            paragraphs.append(paragraph);
    return paragraphs;
}

CoverageFacts coverageOf(const Dossier& dossier)
{
    const StatedCoverage& stated = dossier.story.stated;
    CoverageFacts facts;
    facts.seen = dossier.coverage;
    // Names alone are a statement too, of at least as many outlets.
    const int statedOutlets = std::max(stated.outlets.value_or(0), int(stated.named.size()));
    facts.outlets = std::max(statedOutlets, facts.seen.outlets);
    facts.outletsStated = statedOutlets > facts.seen.outlets;
    facts.tierOne = std::max(stated.tierOne.value_or(0), facts.seen.tierOne);
    facts.tierOneStated = stated.tierOne.value_or(0) > facts.seen.tierOne;
    for (const QString& name : stated.named)
        if (const QString clean = cleanLine(name); !clean.isEmpty())
            facts.named.append(clean);
    facts.namesMore = stated.namesMore;
    return facts;
}

QList<SourceFacts> sourcesOf(const Dossier& dossier, const StoryFacts& facts)
{
    QList<SourceFacts> sources;
    QStringList links;
    for (const Article& article : dossier.articles) {
        SourceFacts source;
        source.outlet = cleanLine(article.outlet.name);
        source.tier = article.outlet.tier;
        source.firstParty = article.outlet.firstParty;
        source.title = cleanLine(article.title);
        source.author = cleanLine(article.author);
        source.link = publicLink(article.link);
        source.publishedAt = article.publishedAt;
        source.timeIsGuess = article.publishedIsGuess;
        source.reprint = article.reprintOf.has_value();
        if (!facts.primarySource.isEmpty() && source.link == facts.primarySource)
            source.kind = SourceFacts::Kind::Primary;
        links.append(source.link);
        sources.append(source);
    }
    if (!facts.link.isEmpty() && facts.link != facts.primarySource && !links.contains(facts.link)) {
        SourceFacts source;
        source.kind = SourceFacts::Kind::Link;
        source.outlet = facts.source;
        source.link = facts.link;
        source.publishedAt = dossier.story.publishedAt;
        sources.prepend(source);
    }
    if (!facts.primarySource.isEmpty() && !links.contains(facts.primarySource)) {
        SourceFacts source;
        source.kind = SourceFacts::Kind::Primary;
        source.link = facts.primarySource;
        sources.prepend(source);
    }
    std::stable_partition(sources.begin(), sources.end(), [](const SourceFacts& source) {
        return source.kind == SourceFacts::Kind::Primary;
    });
    return sources;
}

EvidenceFacts evidenceOf(const Quotation& quotation, const Dossier& dossier)
{
    EvidenceFacts facts;
    facts.words = cleanLine(quotation.words);
    facts.title = StoryFactsText::tr("article no longer with this story");
    for (const Article& article : dossier.articles) {
        if (article.uuid != quotation.article)
            continue;
        facts.outlet = cleanLine(article.outlet.name);
        facts.title = cleanLine(article.title);
        facts.link = publicLink(article.link);
        facts.publishedAt = article.publishedAt;
        facts.timeIsGuess = article.publishedIsGuess;
    }
    return facts;
}

} // namespace

StoryFacts factsOf(const Dossier& dossier, const BriefOptions& options)
{
    const Story& story = dossier.story;
    StoryFacts facts;
    facts.dossier = &dossier;
    facts.headline = cleanLine(story.headline);
    facts.summary = paragraphsOf(story.summary);
    facts.whyItMatters = paragraphsOf(story.whyItMatters);
    facts.category = cleanLine(story.category);
    for (const QString& tag : story.tags)
        if (const QString clean = cleanLine(tag); !clean.isEmpty())
            facts.tags.append(clean);
    facts.source = cleanLine(story.source);
    facts.link = safeLink(story.link);
    facts.primarySource = safeLink(story.primarySource);
    facts.trustNote = cleanLine(story.trustNote);

    facts.card = dossier.briefCard(options.analyst);
    for (const Dimension& dimension : options.method.dimensions) {
        const ScoreCell cell = facts.card.cells.value(dimension.key);
        facts.dimensions.append({dimension, cell.value, cleanLine(cell.rationale), {}});
        for (const Quotation& quotation : dossier.quotations) {
            if (quotation.dimension != dimension.key || cleanLine(quotation.words).isEmpty())
                continue;
            facts.evidence.append(evidenceOf(quotation, dossier));
            facts.dimensions.last().evidence.append(int(facts.evidence.size()));
        }
    }
    facts.impact = impactOf(options.method, facts.card);
    facts.impactText = shownImpact(facts.impact);
    facts.band = cleanLine(bandText(options.method, facts.impact));
    if (const auto drift = driftOf(options.method, facts.card); drift && isDrift(*drift))
        facts.drift = drift;
    facts.vector = toVector(options.method, facts.card);
    facts.coverage = coverageOf(dossier);
    facts.sources = sourcesOf(dossier, facts);
    return facts;
}

QString outletCount(int outlets)
{
    // One is apart because English has no catalogue to find its singular in.
    return heldTogether(outlets == 1 ? StoryFactsText::tr("1 outlet")
                                     : StoryFactsText::tr("%n outlets", nullptr, outlets));
}

QString coverageLine(const CoverageFacts& coverage)
{
    QStringList parts = {outletCount(coverage.outlets)};
    if (coverage.tierOne > 0 || coverage.outlets > 0)
        parts.append(StoryFactsText::tr("%1 tier-1").arg(coverage.tierOne));
    // Origins are counted among the desk's own articles; beside stated counts they would pass for stated.
    if (coverage.seen.articles > 0 && !coverage.outletsStated)
        parts.append(coverage.seen.origins == 1
                         ? StoryFactsText::tr("1 independent origin")
                         : StoryFactsText::tr("%n independent origins", nullptr, coverage.seen.origins));
    return heldTogether(parts.join(u" · "_s));
}

QString coverageProvenance(const CoverageFacts& coverage)
{
    if (!coverage.outletsStated && !coverage.tierOneStated)
        return {};
    const QString seen =
        coverage.seen.articles == 0
            ? StoryFactsText::tr("this desk has seen none of them")
            : StoryFactsText::tr("this desk has seen %1 of them, %2 tier-1; independent origins: %3")
                  .arg(coverage.seen.outlets)
                  .arg(coverage.seen.tierOne)
                  .arg(coverage.seen.origins);
    return heldTogether(StoryFactsText::tr("As stated by the source; %1.").arg(seen));
}

} // namespace Scoredesk
