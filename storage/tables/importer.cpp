// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/importer.h"

#include "storage/exchange/filling.h"
#include "storage/method/methodfile.h"
#include "storage/tables/articletable.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/dossiers.h"
#include "storage/tables/nametables.h"
#include "storage/tables/outlettable.h"
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
      m_since(since)
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
    addParts(plan);
    for (const ImportItem& item : plan.items) {
        if (m_connection.hasFailed())
            break;
        if (!item.wanted || item.act == ImportItem::Act::Skip)
            ++m_receipt.skipped;
        else if (item.act == ImportItem::Act::Add)
            add(item);
        else
            merge(item);
    }
    const QStringList after = CategoryTable(m_connection).all();
    for (const QString& category : after)
        if (!before.contains(category))
            m_receipt.categoriesAdded.append(category);
    return m_receipt;
}

void Importer::addParts(const ImportPlan& plan)
{
    for (const QString& category : plan.categories)
        CategoryTable(m_connection).ensure(category.simplified());
    for (const Outlet& outlet : plan.outlets)
        OutletTable(m_connection).ensure(outlet, {}, &m_receipt.outletsAdded);
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

void Importer::add(const ImportItem& item)
{
    Dossier dossier = item.dossier;
    dossier.story.id = noStory;
    for (Article& article : dossier.articles)
        article.id = ArticleId{};
    avoidUuidsOfDesk(m_connection, dossier);
    m_receipt.added.append(
        Dossiers(m_connection).add(std::move(dossier), m_method, m_now, &m_receipt.outletsAdded));
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
    for (const StoryEdit& edit : edits)
        editor.apply(edit);
    const bool articles = mergeArticles(*ours, item.dossier);
    const bool storySignals = mergeSignals(*ours, item.dossier);
    mergeCards(*ours, item.dossier);
    editor.finish();
    if (articles || storySignals)
        StoryTable(m_connection).touch(item.mergeInto, m_now, true);
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
        article.id = ArticleId{};
        if (article.uuid.isNull())
            article.uuid = QUuid::createUuid();
        if (!article.fetchedAt.isValid())
            article.fetchedAt = m_now;
        m_receipt.articlesAdded.append(table.insert(ours.story.id, article, &m_receipt.outletsAdded));
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
        any = true;
    }
    return any;
}

void Importer::mergeCards(const Dossier& ours, const Dossier& theirs)
{
    CardTable table(m_connection);
    for (const Scorecard& card : theirs.cards) {
        if (table.find(ours.story.id, card.analyst) || card.isBlank())
            continue;
        table.insert(ours.story.id, card, m_now);
        m_receipt.cardsAdded.append({ours.story.id, card.analyst});
        table.refreshImpact(ours.story.id, m_method);
    }
}

void Importer::revert(const ImportReceipt& receipt)
{
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
        articles.remove(article);
        if (!story)
            continue;
        StoryCoverage(m_connection, m_now, m_context.analyst).refresh(*story);
        StoryTable(m_connection).touch(*story, m_now, true);
        touch(*story);
    }
    for (const qint64 signal : receipt.signalsAdded)
        SignalTable(m_connection).remove(signal);
    for (const auto& [story, analyst] : receipt.cardsAdded) {
        CardTable(m_connection).remove(story, analyst);
        CardTable(m_connection).refreshImpact(story, m_method);
        touch(story);
    }
    for (const StoryId story : receipt.added)
        Dossiers(m_connection).remove(story);
    for (const OutletId outlet : receipt.outletsAdded)
        OutletTable(m_connection).removeUnused(outlet);
    for (const QString& category : receipt.categoriesAdded)
        CategoryTable(m_connection).removeUnused(category);
    for (const auto& [key, version] : receipt.methodsAdded)
        MethodTable(m_connection).remove(key, version);
}

} // namespace Scoredesk
