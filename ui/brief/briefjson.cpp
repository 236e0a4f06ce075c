// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/briefbuilder.h"
#include "ui/brief/brieftext.h"
#include "ui/brief/storyfacts.h"
#include "ui/brief/textformats.h"
#include "ui/words/trusttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject& object, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject& object, const QString& key, const QDateTime& time)
{
    if (time.isValid())
        object.insert(key, time.toUTC().toString(Qt::ISODate));
}

QJsonObject organization(const QString& name)
{
    return {{u"@type"_s, u"Organization"_s}, {u"name"_s, name}};
}

QJsonObject scorecardJson(const StoryFacts& facts, const Method& method)
{
    QJsonArray dimensions;
    for (const DimensionFacts& row : facts.dimensions) {
        QJsonObject dimension{{u"key"_s, row.dimension.key}, {u"label"_s, row.dimension.label}};
        // Unset is null, so that nobody reads it as 0.
        if (row.value.isNotApplicable())
            dimension.insert(u"value"_s, u"N/A"_s);
        else
            dimension.insert(u"value"_s, row.value.isValue() ? QJsonValue(row.value.number()) : QJsonValue());
        put(dimension, u"rationale"_s, row.rationale);
        dimensions.append(dimension);
    }
    QJsonObject card{
        {u"method"_s, method.key}, {u"methodVersion"_s, method.version}, {u"dimensions"_s, dimensions}};
    put(card, u"vector"_s, facts.vector);
    put(card, u"band"_s, facts.band);
    put(card, u"analyst"_s, cleanLine(facts.card.analyst));
    put(card, u"scoredAt"_s, facts.card.lastSetAt());
    if (facts.impact && facts.impact->isComplete())
        card.insert(u"impact"_s, facts.impact->low);
    else if (facts.impact)
        card.insert(u"impactRange"_s, QJsonArray{facts.impact->low, facts.impact->high});
    if (facts.card.statedImpact)
        card.insert(u"statedImpact"_s, *facts.card.statedImpact);
    return card;
}

QJsonObject coverageJson(const CoverageFacts& coverage)
{
    return {{u"outlets"_s, coverage.outlets},
            {u"tierOne"_s, coverage.tierOne},
            {u"stated"_s, coverage.outletsStated || coverage.tierOneStated},
            {u"seenOutlets"_s, coverage.seen.outlets},
            {u"seenTierOne"_s, coverage.seen.tierOne},
            {u"origins"_s, coverage.seen.origins},
            {u"named"_s, QJsonArray::fromStringList(coverage.named)}};
}

QJsonArray citations(const StoryFacts& facts)
{
    QJsonArray sources;
    for (const SourceFacts& source : facts.sources) {
        QJsonObject citation{{u"@type"_s, u"CreativeWork"_s}};
        put(citation, u"name"_s, source.title);
        put(citation, u"url"_s, source.link);
        if (!source.timeIsGuess)
            put(citation, u"datePublished"_s, source.publishedAt);
        if (!source.author.isEmpty())
            citation.insert(u"author"_s, QJsonObject{{u"@type"_s, u"Person"_s}, {u"name"_s, source.author}});
        if (!source.outlet.isEmpty())
            citation.insert(u"publisher"_s, organization(source.outlet));
        sources.append(citation);
    }
    return sources;
}

QJsonObject claimReview(const StoryFacts& facts, const BriefOptions& options)
{
    static const QMap<TrustVerdict, int> ratings = {
        {TrustVerdict::High, 5}, {TrustVerdict::Medium, 3}, {TrustVerdict::Low, 1}};
    const TrustVerdict trust = facts.dossier->story.trust;
    QJsonObject review{
        {u"@type"_s, u"ClaimReview"_s},
        {u"claimReviewed"_s, facts.headline},
        {u"reviewRating"_s,
         QJsonObject{{u"@type"_s, u"Rating"_s},
                     {u"ratingValue"_s, ratings.value(trust)},
                     {u"worstRating"_s, 1},
                     {u"bestRating"_s, 5},
                     {u"alternateName"_s, u"%1: %2"_s.arg(trustText(trust), trustMeaning(trust))}}}};
    put(review, u"reviewBody"_s, facts.trustNote);
    put(review, u"datePublished"_s, options.date);
    put(review, u"url"_s, facts.primarySource.isEmpty() ? facts.link : facts.primarySource);
    if (!options.deskName.isEmpty())
        review.insert(u"author"_s, organization(cleanLine(options.deskName)));
    QJsonObject claim{{u"@type"_s, u"Claim"_s}};
    put(claim, u"datePublished"_s, facts.dossier->story.publishedAt);
    if (!facts.link.isEmpty())
        claim.insert(u"appearance"_s, QJsonObject{{u"@type"_s, u"CreativeWork"_s}, {u"url"_s, facts.link}});
    review.insert(u"itemReviewed"_s, claim);
    return review;
}

QJsonObject newsArticle(const StoryFacts& facts, const BriefOptions& options)
{
    const Story& story = facts.dossier->story;
    QJsonObject article{{u"@type"_s, u"NewsArticle"_s}, {u"headline"_s, facts.headline}};
    if (!story.uuid.isNull())
        article.insert(u"@id"_s, u"urn:uuid:"_s + story.uuid.toString(QUuid::WithoutBraces));
    put(article, u"abstract"_s, facts.summary.join(u"\n\n"_s));
    put(article, u"articleBody"_s, facts.whyItMatters.join(u"\n\n"_s));
    put(article, u"articleSection"_s, facts.category);
    if (!facts.tags.isEmpty())
        article.insert(u"keywords"_s, QJsonArray::fromStringList(facts.tags));
    put(article, u"url"_s, facts.link);
    put(article, u"isBasedOn"_s, facts.primarySource);
    put(article, u"datePublished"_s, story.publishedAt);
    put(article, u"dateModified"_s, story.changedAt);
    if (!options.analyst.isEmpty())
        article.insert(u"author"_s,
                       QJsonObject{{u"@type"_s, u"Person"_s}, {u"name"_s, cleanLine(options.analyst)}});
    if (!options.deskName.isEmpty())
        article.insert(u"publisher"_s, organization(cleanLine(options.deskName)));
    if (!facts.source.isEmpty())
        article.insert(u"sourceOrganization"_s, organization(facts.source));
    if (const QJsonArray sources = citations(facts); !sources.isEmpty())
        article.insert(u"citation"_s, sources);
    if (story.trust != TrustVerdict::Unset)
        article.insert(u"review"_s, claimReview(facts, options));
    article.insert(u"scoredesk:scorecard"_s, scorecardJson(facts, options.method));
    article.insert(u"scoredesk:coverage"_s, coverageJson(facts.coverage));
    put(article, u"scoredesk:marking"_s, tlpText(options.marking));
    return article;
}

} // namespace

QByteArray briefsToJson(const QList<Dossier>& dossiers, const BriefOptions& options)
{
    const QJsonArray context{u"https://schema.org"_s,
                             QJsonObject{{u"scoredesk"_s, u"urn:scoredesk:terms:"_s}}};
    QJsonArray articles;
    for (const Dossier& dossier : dossiers)
        articles.append(newsArticle(factsOf(dossier, options), options));
    QJsonObject root;
    if (articles.size() == 1) {
        root = articles.first().toObject();
    } else {
        QJsonArray items;
        for (qsizetype i = 0; i < articles.size(); ++i)
            items.append(
                QJsonObject{{u"@type"_s, u"ListItem"_s}, {u"position"_s, i + 1}, {u"item"_s, articles[i]}});
        root = {{u"@type"_s, u"ItemList"_s},
                {u"name"_s, digestTitle(options)},
                {u"numberOfItems"_s, items.size()},
                {u"itemListElement"_s, items}};
    }
    root.insert(u"@context"_s, context);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace Scoredesk
