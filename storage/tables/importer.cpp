// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/importer.h"

#include "storage/exchange/filling.h"
#include "storage/method/methodfile.h"
#include "storage/tables/articletable.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/dossiers.h"
#include "storage/tables/nametables.h"
#include "storage/tables/outlettable.h"
#include "storage/tables/quotationtable.h"
#include "storage/tables/settingtable.h"
#include "storage/tables/storycoverage.h"
#include "storage/tables/storyparts.h"
#include "storage/tables/storytable.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Importer::Importer(Connection& connection, const Method& method, QDateTime now, EditContext context,
                   qint64 since)
    : m_connection(connection),
      m_method(method),
      m_now(std::move(now)),
      m_context(std::move(context)),
      m_since(since),
      m_history(connection, m_now, m_context.analyst),
      m_parts(connection, m_now)
{
}

void Importer::touch(StoryId story)
{
    if (!m_touched.contains(story))
        m_touched.append(story);
}

ImportReceipt Importer::apply(const ImportPlan& plan)
{
    const QStringList before = CategoryTable(m_connection).all();
    const bool isEmpty = StoryTable(m_connection).isEmpty();
    addParts(plan);
    if (isEmpty)
        addSettings(plan);
    for (const ImportItem& item : plan.items) {
        if (m_connection.hasFailed())
            break;
        if (const QUuid uuid = item.dossier.story.uuid; item.mergeInto != noStory && !uuid.isNull())
            m_came.insert(uuid, item.mergeInto);
        if (!item.wanted || item.act == ImportItem::Act::Skip)
            ++m_receipt.skipped;
        else if (item.act == ImportItem::Act::Add)
            add(item);
        else
            merge(item);
    }
    m_parts.bringGrouping(plan.parts.grouping, m_came);
    m_receipt.parts = m_parts.receipt();
    const QStringList after = CategoryTable(m_connection).all();
    for (const QString& category : after)
        if (!before.contains(category))
            m_receipt.categoriesAdded.append(category);
    m_receipt.outletsAdded = m_outlets.made;
    m_receipt.outletsChanged = m_outlets.changed;
    for (const StoryId story : std::as_const(m_outlets.stories))
        touch(story);
    return m_receipt;
}

void Importer::addParts(const ImportPlan& plan)
{
    for (const QString& category : plan.categories)
        CategoryTable(m_connection).ensure(category.simplified());
    OutletTable(m_connection).bring(plan.outlets, m_outlets);
    m_parts.bringFeedsAndRules(plan.parts, m_outlets);
    MethodTable methods(m_connection);
    const QList<Method> own = methods.all();
    for (const Method& method : plan.methods) {
        const bool known =
            builtInMethod(method.key) ||
            std::any_of(own.begin(), own.end(), [&method](const Method& m) { return m.key == method.key; });
        if (known || method.key.isEmpty())
            continue;
        methods.write(method);
        m_receipt.methodsAdded.append({method.key, method.version});
    }
}

// What the desk has set itself stands, and so does all once it has stories.
void Importer::addSettings(const ImportPlan& plan)
{
    const QList<Method> own = MethodTable(m_connection).all();
    const auto knows = [&own](const QString& key) {
        return builtInMethod(key) || std::any_of(own.begin(), own.end(),
                                                 [&key](const Method& method) { return method.key == key; });
    };
    SettingTable settings(m_connection);
    for (auto setting = plan.settings.begin(); setting != plan.settings.end(); ++setting) {
        if (setting.key() == "active_method"_L1 && !knows(*setting))
            continue;
        if (setting->isEmpty() || !settings.read(setting.key()).value_or(QString()).isEmpty())
            continue;
        settings.write(setting.key(), *setting);
        m_receipt.settingsAdded.insert(setting.key(), *setting);
    }
    if (plan.desk.isNull())
        return;
    m_receipt.deskBefore = deskId(m_connection);
    writeDeskId(m_connection, plan.desk);
}

void Importer::nameFeeds(Dossier& dossier) const
{
    for (Article& article : dossier.articles)
        if (const FeedId feed = m_parts.feedOf(article.uuid); feed != FeedId{})
            article.feed = feed;
}

// What a redo brings back keeps its numbers, so that the steps made on it still fit.
void Importer::keepFreeIds(Dossier& dossier) const
{
    if (StoryTable(m_connection).exists(dossier.story.id))
        dossier.story.id = noStory;
    for (Article& article : dossier.articles)
        if (ArticleTable(m_connection).storyOf(article.id))
            article.id = ArticleId{};
}

void Importer::add(const ImportItem& item)
{
    Dossier dossier = item.dossier;
    keepFreeIds(dossier);
    nameFeeds(dossier);
    avoidUuidsOfDesk(m_connection, dossier);
    m_receipt.added.append(Dossiers(m_connection).add(std::move(dossier), m_method, m_now, &m_outlets));
    if (const QUuid uuid = item.dossier.story.uuid; !uuid.isNull())
        m_came.insert(uuid, m_receipt.added.last());
}

void Importer::merge(const ImportItem& item)
{
    const auto ours = Dossiers(m_connection).read(item.mergeInto);
    if (!ours) {
        m_connection.fail(
            {u"The story \"%1\" that the import would merge into is not on this desk any more."_s.arg(
                 item.matchedHeadline),
             ErrorCode::NotFound});
        return;
    }
    StoryEditor editor(m_connection, m_method, m_now, m_context, m_since,
                       [](const QString&) { return true; });
    const QList<StoryEdit> edits = editsThatFill(*ours, item.dossier);
    for (const StoryEdit& edit : edits) {
        const bool elsewhere = edit.field == StoryField::Quotation &&
                               QuotationTable(m_connection).hasUuid(QUuid::fromString(edit.dimension));
        if (!elsewhere) // by the analyst's choice in another story
            editor.apply(edit);
    }
    const bool articles = mergeArticles(*ours, item.dossier);
    const bool storySignals = mergeSignals(*ours, item.dossier);
    const bool cards = mergeCards(*ours, item.dossier);
    editor.finish();
    StoryTable stories(m_connection);
    if (articles || storySignals)
        stories.touch(item.mergeInto, m_now, true);
    if (articles || storySignals || cards)
        stories.markTouched(item.mergeInto); // by hand, as an edit is
    m_receipt.inverse = editor.inverse() + m_receipt.inverse;
    ++m_receipt.merged;
    touch(item.mergeInto);
}

bool Importer::mergeArticles(const Dossier& ours, const Dossier& theirs)
{
    ArticleTable table(m_connection);
    bool any = false;
    for (Article article : theirs.articles) {
        const bool known =
            std::any_of(ours.articles.begin(), ours.articles.end(),
                        [&article](const Article& own) { return isSameArticle(article, own); });
        if (known || (!article.uuid.isNull() && table.hasUuid(article.uuid)))
            continue; // here, or by the analyst's choice in another story
        if (table.storyOf(article.id))
            article.id = ArticleId{};
        if (article.uuid.isNull())
            article.uuid = QUuid::createUuid();
        if (!article.fetchedAt.isValid())
            article.fetchedAt = m_now;
        if (const FeedId feed = m_parts.feedOf(article.uuid); feed != FeedId{})
            article.feed = feed;
        m_receipt.articlesAdded.append(table.insert(ours.story.id, article, &m_outlets));
        m_history.came(ours.story.id, article);
        any = true;
    }
    if (any)
        StoryCoverage(m_connection, m_now, m_context.analyst).refresh(ours.story.id);
    return any;
}

bool Importer::mergeSignals(const Dossier& ours, const Dossier& theirs)
{
    bool any = false;
    for (const StorySignal& signal : theirs.storySignals) {
        if (ours.storySignals.contains(signal))
            continue;
        m_receipt.signalsAdded.append(SignalTable(m_connection).insert(ours.story.id, signal));
        m_history.came(ours.story.id, signal);
        any = true;
    }
    return any;
}

bool Importer::mergeCards(const Dossier& ours, const Dossier& theirs)
{
    bool any = false;
    CardTable table(m_connection);
    for (const Scorecard& card : theirs.cards) {
        if (table.find(ours.story.id, card.analyst) || card.isBlank())
            continue;
        table.insert(ours.story.id, card, m_now);
        m_receipt.cardsAdded.append({ours.story.id, card.analyst});
        m_history.came(ours.story.id, card, m_method);
        StoryTable(m_connection).touch(ours.story.id, m_now, false);
        table.refreshImpact(ours.story.id, m_method);
        any = true;
    }
    return any;
}

ImportRemains Importer::revert(const ImportReceipt& receipt)
{
    ImportRemains remains;
    StoryEditor editor(m_connection, m_method, m_now, m_context, m_since,
                       [](const QString&) { return true; });
    for (const StoryEdit& edit : receipt.inverse)
        editor.apply(edit);
    editor.finish();
    for (const StoryId story : editor.touched())
        touch(story);

    ArticleTable articles(m_connection);
    for (const ArticleId article : receipt.articlesAdded) {
        const auto story = articles.storyOf(article);
        if (!story)
            continue;
        if (const auto whole = articles.whole(article)) {
            m_history.left(*story, *whole);
            remains.articles.append(*whole);
        }
        articles.remove(article);
        StoryCoverage(m_connection, m_now, m_context.analyst).refresh(*story);
        StoryTable(m_connection).touch(*story, m_now, true);
        touch(*story);
    }
    for (const qint64 signal : receipt.signalsAdded) {
        if (const auto known = SignalTable(m_connection).byRow(signal)) {
            m_history.left(known->first, known->second);
            StoryTable(m_connection).touch(known->first, m_now, true);
            touch(known->first);
        }
        SignalTable(m_connection).remove(signal);
    }
    for (const auto& [story, analyst] : receipt.cardsAdded) {
        const QList<Scorecard> cards = CardTable(m_connection).ofStory(story);
        for (const Scorecard& card : cards)
            if (card.analyst == analyst)
                m_history.left(story, card, m_method);
        CardTable(m_connection).remove(story, analyst);
        StoryTable(m_connection).touch(story, m_now, false);
        CardTable(m_connection).refreshImpact(story, m_method);
        touch(story);
    }
    Dossiers dossiers(m_connection);
    for (const StoryId story : receipt.added) {
        if (auto whole = dossiers.readWhole(story))
            remains.stories.append(std::move(*whole));
        dossiers.remove(story);
    }
    takeBackParts(receipt);
    return remains;
}

void Importer::takeBackParts(const ImportReceipt& receipt)
{
    m_parts.takeBack(receipt.parts); // whose feeds may be what keeps outlets and categories in use
    OutletTable outlets(m_connection);
    for (const OutletId outlet : receipt.outletsAdded)
        outlets.removeUnused(outlet);
    const QList<StoryId> counted = outlets.takeBack(receipt.outletsChanged);
    for (const StoryId story : counted)
        touch(story);
    for (const QString& category : receipt.categoriesAdded)
        CategoryTable(m_connection).removeUnused(category);
    for (const auto& [key, version] : receipt.methodsAdded)
        MethodTable(m_connection).remove(key, version);
    SettingTable settings(m_connection);
    for (auto set = receipt.settingsAdded.begin(); set != receipt.settingsAdded.end(); ++set)
        if (settings.read(set.key()) == *set) // else set anew since
            settings.remove(set.key());
    if (!receipt.deskBefore.isNull())
        writeDeskId(m_connection, receipt.deskBefore);
}

} // namespace Scoredesk
