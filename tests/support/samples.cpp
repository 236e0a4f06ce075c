// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

static QUuid fixedUuid(const QString& name)
{
    return QUuid::createUuidV5(QUuid(u"{7ad4b2f0-59a6-4d0c-9d52-51a1f3a3c001}"_s), name);
}

static QDateTime at(const QString& iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

static Article article(const QString& outlet, int tier, const QString& domain, const QString& time)
{
    Article article;
    article.uuid = fixedUuid(u"article "_s + outlet);
    article.outlet.name = outlet;
    article.outlet.tier = tier;
    article.outlet.domains = {domain};
    article.title = u"Open model passes ten million downloads, says %1"_s.arg(outlet);
    article.text = u"The model family has now been fetched 500 million times in all."_s;
    article.link = u"https://%1/open-model"_s.arg(domain);
    article.author = u"Staff"_s;
    article.guid = u"tag:%1,2026:open-model"_s.arg(domain);
    article.publishedAt = at(time);
    article.fetchedAt = at(u"2026-04-09T12:00:00Z"_s);
    return article;
}

Dossier fullDossier()
{
    Dossier dossier;
    Story& story = dossier.story;
    story.uuid = fixedUuid(u"story"_s);
    story.slug = u"open-model-ten-million"_s;
    story.headline = u"Open model passes 10M downloads in a week; family reaches 500M"_s;
    story.summary = u"The newest open-weights model was fetched more than 10M times in its first week, and "
                    u"its family has "
                    u"passed 500M lifetime downloads. It ships as dense variants of 9B and 31B parameters "
                    u"and one mixture of "
                    u"experts, under a licence that permits commercial use. Community tests report 29% more "
                    u"throughput with "
                    u"speculative decoding, which nobody has reviewed yet."_s;
    story.whyItMatters =
        u"Adoption at this pace settles which family downstream tools are built on. Fine-tunes and quantised "
        u"variants gather around one base within weeks, products follow within a quarter, and rival "
        u"laboratories come under pressure to answer with a release of their own."_s;
    story.category = u"AI"_s;
    story.tags = {u"open-weights"_s, u"gemma"_s, u"downloads"_s};
    story.source = u"X"_s;
    story.link = u"https://x.example/status/1"_s;
    story.primarySource = u"https://lab.example/blog/downloads"_s;
    story.stated.outlets = 18;
    story.stated.tierOne = 3;
    story.stated.named = {u"X"_s, u"The Verge"_s, u"TechCrunch"_s};
    story.stated.namesMore = true;
    story.trust = TrustVerdict::High;
    story.trustNote =
        u"First-party announcement; counts can be checked on the model's pages. Throughput figures are unreviewed."_s;
    story.publishedAt = at(u"2026-04-09T08:30:00Z"_s);
    story.addedAt = at(u"2026-04-09T12:00:00Z"_s);
    story.changedAt = at(u"2026-04-09T13:00:00Z"_s);
    story.evidenceAt = at(u"2026-04-09T12:00:00Z"_s);

    Scorecard card;
    card.analyst = u"Ada"_s;
    card.methodKey = u"impact"_s;
    const QList<std::pair<QString, int>> values = {
        {u"stakes"_s, 70},       {u"novelty"_s, 65}, {u"authority"_s, 90}, {u"coverage"_s, 75},
        {u"concreteness"_s, 90}, {u"social"_s, 80},  {u"fud_risk"_s, 15}};
    for (const auto& [key, tenths] : values)
        card.cells[key] = {Score::fromTenths(tenths), {}, at(u"2026-04-09T13:00:00Z"_s)};
    card.cells[u"authority"_s].rationale = u"The laboratory's own announcement, with public counters."_s;
    card.statedImpact = 7.4;
    dossier.cards = {card};

    dossier.articles = {article(u"The Verge"_s, 1, u"theverge.example"_s, u"2026-04-09T08:30:00Z"_s),
                        article(u"TechCrunch"_s, 2, u"techcrunch.example"_s, u"2026-04-09T09:00:00Z"_s),
                        article(u"Copy Desk"_s, 0, u"copydesk.example"_s, u"2026-04-09T10:00:00Z"_s)};
    dossier.articles[2].reprintOf = dossier.articles[0].uuid;
    dossier.coverage = {3, 3, 1, 2};
    dossier.storySignals = {
        {u"upvotes"_s, u"r/LocalLLaMA"_s, 1800.0, {}, at(u"2026-04-09T11:00:00Z"_s)},
        {u"mentions"_s, u"X"_s, 8400.0, u"in the first day"_s, at(u"2026-04-09T11:00:00Z"_s)}};
    return dossier;
}

Dossier plainDossier(const QString& headline)
{
    Dossier dossier;
    dossier.story.uuid = fixedUuid(headline);
    dossier.story.headline = headline;
    dossier.story.summary = headline + u" — a summary."_s;
    dossier.story.addedAt = at(u"2026-04-10T09:00:00Z"_s);
    dossier.story.changedAt = dossier.story.addedAt;
    dossier.story.evidenceAt = dossier.story.addedAt;
    return dossier;
}

} // namespace Scoredesk::Test
