// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/dossiers.h"

#include "storage/tables/articletable.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/historytable.h"
#include "storage/tables/quotationtable.h"
#include "storage/tables/storyparts.h"
#include "storage/tables/storytable.h"

#include <QHash>
#include <QSet>

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<Dossier> Dossiers::read(StoryId id) const
{
    const StoryTable stories(m_connection);
    const auto story = stories.read(id);
    if (!story)
        return std::nullopt;
    Dossier dossier;
    dossier.story = *story;
    dossier.coverage = stories.coverage(id);
    dossier.cards = CardTable(m_connection).ofStory(id);
    dossier.articles = ArticleTable(m_connection).ofStory(id);
    dossier.storySignals = SignalTable(m_connection).ofStory(id);
    dossier.overrules = OverruleTable(m_connection).ofStory(id);
    dossier.quotations = QuotationTable(m_connection).ofStory(id);
    dossier.history = HistoryTable(m_connection).ofStory(id);
    dossier.exports = ExportTable(m_connection).ofStory(story->uuid);
    return dossier;
}

std::optional<Dossier> Dossiers::readWhole(StoryId id) const
{
    std::optional<Dossier> dossier = read(id);
    if (dossier)
        for (Article& article : dossier->articles)
            article.versions = ArticleTable(m_connection).versions(article.id);
    return dossier;
}

static void fillIn(Dossier& dossier, const QDateTime& now)
{
    Story& story = dossier.story;
    if (story.uuid.isNull())
        story.uuid = QUuid::createUuid();
    if (!story.addedAt.isValid())
        story.addedAt = now;
    if (!story.changedAt.isValid())
        story.changedAt = story.addedAt;
    if (!story.evidenceAt.isValid())
        story.evidenceAt = story.addedAt;
    for (Article& article : dossier.articles) {
        if (article.uuid.isNull())
            article.uuid = QUuid::createUuid();
        if (!article.fetchedAt.isValid())
            article.fetchedAt = now;
    }
    for (Quotation& quotation : dossier.quotations) {
        if (quotation.uuid.isNull())
            quotation.uuid = QUuid::createUuid();
        if (!quotation.at.isValid())
            quotation.at = now;
    }
    for (Change& change : dossier.history)
        if (!change.at.isValid())
            change.at = now;
    for (ExportRecord& record : dossier.exports)
        if (!record.at.isValid())
            record.at = now;
}

StoryId Dossiers::add(Dossier dossier, const Method& method, const QDateTime& now, OutletTrace* outlets)
{
    fillIn(dossier, now);
    StoryTable stories(m_connection);
    ArticleTable articles(m_connection);
    if (stories.withUuid(dossier.story.uuid)) {
        m_connection.fail({u"The story \"%1\" is on this desk already."_s.arg(dossier.story.headline),
                           ErrorCode::InvalidInput});
        return noStory;
    }
    const StoryId id = stories.insert(dossier.story);
    for (const Article& article : dossier.articles) {
        if (articles.hasUuid(article.uuid))
            m_connection.fail({u"The article \"%1\" is on this desk already."_s.arg(article.title),
                               ErrorCode::InvalidInput});
        articles.insert(id, article, outlets);
    }
    QSet<QString> analysts;
    for (const Scorecard& card : dossier.cards) {
        if (analysts.contains(card.analyst))
            m_connection.fail(
                {u"The story \"%1\" has two cards of %2."_s.arg(dossier.story.headline, card.analyst),
                 ErrorCode::InvalidInput});
        analysts.insert(card.analyst);
        CardTable(m_connection).insert(id, card, now);
    }
    for (const StorySignal& signal : dossier.storySignals)
        SignalTable(m_connection).insert(id, signal);
    for (auto overrule = dossier.overrules.begin(); overrule != dossier.overrules.end(); ++overrule)
        OverruleTable(m_connection).write(id, overrule.key(), *overrule);
    QuotationTable quotations(m_connection);
    for (const Quotation& quotation : dossier.quotations) {
        if (quotations.hasUuid(quotation.uuid))
            m_connection.fail(
                {u"A quotation of the story \"%1\" is on this desk already."_s.arg(dossier.story.headline),
                 ErrorCode::InvalidInput});
        quotations.insert(id, quotation);
    }
    for (const Change& change : dossier.history)
        HistoryTable(m_connection).insert(id, change);
    for (const ExportRecord& record : dossier.exports)
        ExportTable(m_connection).insert(dossier.story.uuid, dossier.story.category, record);
    if (!dossier.articles.isEmpty())
        articles.refreshCoverage(id);
    if (!dossier.cards.isEmpty())
        CardTable(m_connection).refreshImpact(id, method);
    return id;
}

void Dossiers::remove(StoryId id)
{
    StoryTable(m_connection).remove(id);
}

void avoidUuidsOfDesk(Connection& connection, Dossier& dossier)
{
    if (StoryTable(connection).withUuid(dossier.story.uuid))
        dossier.story.uuid = QUuid::createUuid();
    QHash<QUuid, QUuid> renamed;
    const ArticleTable articles(connection);
    for (Article& article : dossier.articles)
        if (!article.uuid.isNull() && articles.hasUuid(article.uuid)) {
            renamed.insert(article.uuid, QUuid::createUuid());
            article.uuid = renamed.value(article.uuid);
        }
    for (Article& article : dossier.articles)
        if (article.reprintOf)
            article.reprintOf = renamed.value(*article.reprintOf, *article.reprintOf);
    const QuotationTable quotations(connection);
    QSet<QUuid> seen;
    for (Quotation& quotation : dossier.quotations) {
        quotation.article = renamed.value(quotation.article, quotation.article);
        if (!quotation.uuid.isNull() && (seen.contains(quotation.uuid) || quotations.hasUuid(quotation.uuid)))
            quotation.uuid = QUuid::createUuid();
        seen.insert(quotation.uuid);
    }
    if (dossier.story.leadArticle)
        dossier.story.leadArticle = renamed.value(*dossier.story.leadArticle, *dossier.story.leadArticle);
}

} // namespace Scoredesk
