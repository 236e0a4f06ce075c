// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/selection.h"
#include "app/cli/terminaltext.h"
#include "storage/grouping/groupingstore.h"
#include "ui/desk/regroupplans.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliRegroup {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliRegroup)
};

/// Articles by number. The error says which is none.
Result<QList<ArticleId>> articlesNamed(const Store& store, const QStringList& handles)
{
    QList<ArticleId> articles;
    for (const QString& handle : handles) {
        bool isNumber = false;
        const ArticleId id{handle.trimmed().toLongLong(&isNumber)};
        if (!isNumber || !store.grouping().storyOf(id))
            return fail(CliRegroup::tr("There is no article “%1” on this desk; `show` gives their numbers.")
                            .arg(handle),
                        ErrorCode::NotFound);
        if (!articles.contains(id))
            articles.append(id);
    }
    return articles;
}

/// What was asked for, and the stories to tell of when it is done.
struct Plan {
    Regrouping regrouping;
    QList<StoryId> stories;
};

Result<Plan> merge(Call& call, const Store& store, const QStringList& rest)
{
    const auto ids = idsNamed(store, rest);
    if (!ids)
        return tl::unexpected(ids.error());
    if (const auto small = checkCount(ids->size()); !small)
        return tl::unexpected(small.error());
    const auto dossiers = store.dossiers(*ids);
    if (!dossiers)
        return tl::unexpected(dossiers.error());
    StoryId leading = noStory;
    if (call.isSet(u"card"_s)) {
        const auto named = store.findStory(call.value(u"card"_s));
        if (!named)
            return tl::unexpected(named.error());
        if (!ids->contains(*named))
            return fail(CliRegroup::tr("--card names one of the stories that are merged."),
                        ErrorCode::InvalidInput);
        leading = *named;
    } else if (const auto rivals = rivalCards(*dossiers); !rivals.isEmpty()) {
        QStringList numbers;
        for (const StoryId rival : rivals)
            numbers.append(QString::number(number(rival)));
        return fail(CliRegroup::tr("One analyst scored several of them (%1): say by --card whose card leads.")
                        .arg(numbers.join(u", "_s)),
                    ErrorCode::InvalidInput);
    }
    auto plan = planMerge(store, *dossiers, leading);
    if (!plan)
        return tl::unexpected(plan.error());
    return Plan{std::move(*plan), {ids->first()}};
}

Result<Plan> split(Call& /*call*/, const Store& store, const QStringList& rest)
{
    const auto story = store.findStory(rest.value(0));
    if (!story)
        return tl::unexpected(story.error());
    const auto articles = articlesNamed(store, rest.mid(1));
    if (!articles)
        return tl::unexpected(articles.error());
    for (const ArticleId article : *articles)
        if (store.grouping().storyOf(article) != *story)
            return fail(CliRegroup::tr("Article %1 is not in that story.").arg(number(article)),
                        ErrorCode::InvalidInput);
    const auto dossier = store.dossier(*story);
    if (!dossier)
        return tl::unexpected(dossier.error());
    auto plan = planSplit(*dossier, *articles);
    if (!plan)
        return tl::unexpected(plan.error());
    return Plan{std::move(*plan), {*story}};
}

Result<Plan> move(Call& /*call*/, const Store& store, const QStringList& rest)
{
    const auto articles = articlesNamed(store, rest.mid(0, rest.size() - 1));
    if (!articles)
        return tl::unexpected(articles.error());
    const auto into = store.findStory(rest.last());
    if (!into)
        return tl::unexpected(into.error());
    const std::optional<StoryId> from = store.grouping().storyOf(articles->first());
    const bool ofOne = std::all_of(articles->begin(), articles->end(), [&](ArticleId article) {
        return store.grouping().storyOf(article) == from;
    });
    if (!ofOne)
        return fail(CliRegroup::tr("Move the articles of one story at a time."), ErrorCode::InvalidInput);
    const auto dossiers = store.dossiers({*into, from.value_or(noStory)});
    if (!dossiers)
        return tl::unexpected(dossiers.error());
    const bool isAll = dossiers->size() == 2 && dossiers->last().articles.size() == articles->size();
    if (isAll && from != *into) { // nothing empty is left behind
        auto plan = planMerge(store, *dossiers, *into);
        if (!plan)
            return tl::unexpected(plan.error());
        return Plan{std::move(*plan), {*into}};
    }
    return Plan{planMove(*articles, *into, from.value_or(noStory)), {*into}};
}

Result<Plan> apart(Call& call, const Store& store, const QStringList& rest)
{
    const auto ids = idsNamed(store, rest);
    if (!ids)
        return tl::unexpected(ids.error());
    if (ids->size() < 2)
        return fail(CliRegroup::tr("Name two different stories or more."), ErrorCode::InvalidInput);
    if (const auto small = checkCount(ids->size()); !small)
        return tl::unexpected(small.error());
    return Plan{call.isSet(u"undo"_s) ? planTogether(*ids) : planApart(*ids), *ids};
}

int listSuggested(Call& call, const Store& store)
{
    const auto pairs = store.grouping().suggestions(100);
    if (!pairs)
        return call.failed(pairs.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const MergeSuggestion& pair : *pairs) {
        const auto story = store.story(pair.story);
        if (!story)
            return call.failed(story.error());
        array.append(QJsonObject{{u"story"_s, number(pair.story)},
                                 {u"other"_s, number(pair.other)},
                                 {u"score"_s, pair.score},
                                 {u"words"_s, QJsonArray::fromStringList(pair.words)}});
        rows.append({QString::number(number(pair.story)), printable(story->headline)});
        rows.append({QString::number(number(pair.other)), printable(pair.headline)});
        rows.append({QString(), CliRegroup::tr("both: %1").arg(printable(pair.words.join(u", "_s)))});
    }
    if (call.wantsJson())
        call.print(QJsonDocument(array));
    else
        call.out() << columns(rows, {0});
    return CliDone;
}

int carryOut(Call& call, Store& store, Plan plan)
{
    if (auto done = plan.regrouping.carryOut(store, {call.analyst(), 0}); !done)
        return call.failed(done.error());
    if (plan.regrouping.opened() != noStory)
        plan.stories.append(plan.regrouping.opened());
    const auto dossiers = store.dossiers(plan.stories);
    if (!dossiers)
        return call.failed(dossiers.error());
    QJsonArray array;
    for (const Dossier& dossier : *dossiers) {
        QJsonArray articles;
        for (const Article& article : dossier.articles)
            articles.append(number(article.id));
        array.append(QJsonObject{{u"id"_s, number(dossier.story.id)}, {u"articles"_s, articles}});
        if (!call.wantsJson())
            call.out() << CliRegroup::tr("%1  %2  (articles: %3)")
                              .arg(QString::number(number(dossier.story.id)),
                                   printable(dossier.story.headline),
                                   QString::number(dossier.articles.size()))
                       << Qt::endl;
    }
    if (call.wantsJson())
        call.print(QJsonDocument(array));
    return CliDone;
}

struct Act {
    QString name;
    qsizetype least; ///< arguments after the name
    Result<Plan> (*plan)(Call& call, const Store& store, const QStringList& rest);
};

int run(Call& call)
{
    static const QList<Act> acts = {
        {u"merge"_s, 2, merge}, {u"split"_s, 2, split}, {u"move"_s, 2, move}, {u"apart"_s, 2, apart}};
    const QString name = call.positional().value(0);
    const QStringList rest = call.positional().mid(1);
    const auto act = std::find_if(acts.begin(), acts.end(), [&name](const Act& a) { return a.name == name; });
    const bool lists = name == u"suggested";
    if (!lists && act == acts.end())
        return call.usage(CliRegroup::tr("Say what to do: merge, split, move, apart or suggested."));
    if (lists ? !rest.isEmpty() : rest.size() < act->least)
        return call.usage(
            lists ? CliRegroup::tr("“suggested” takes no arguments.")
                  : CliRegroup::tr("“%1” takes at least %2 arguments.").arg(name).arg(act->least));
    const auto store = call.openDesk(lists ? Call::Access::Read : Call::Access::Write);
    if (!store)
        return CliNoDesk;
    if (lists)
        return listSuggested(call, *store);
    auto plan = act->plan(call, *store, rest);
    if (!plan)
        return call.failed(plan.error());
    return carryOut(call, *store, std::move(*plan));
}

} // namespace

Command storyCommand()
{
    return {
        u"story"_s,
        u"merge INTO ID… | split ID ARTICLE… | move ARTICLE… INTO | apart ID ID… | suggested"_s,
        CliRegroup::tr("Decide which articles make a story: merge, split, move, keep apart."),
        CliRegroup::tr(
            "merge      the articles of the other stories go to the first; the others are spiked, keep "
            "their\n"
            "           cards and histories, and lead to it\n"
            "split      the articles become a story of their own, which is kept apart\n"
            "move       the articles go to another story, to stay there\n"
            "apart      the stories never become one by themselves; with --undo they may again\n"
            "suggested  pairs that nearly were one story, with the words they share\n"
            "\n"
            "What was exported stays on record under the story that it went out as. `show` gives the\n"
            "numbers of articles.\n"
            "\n"
            "Examples:\n"
            "  scoredesk story merge 12 15 --card 15\n"
            "  scoredesk story move 340 12"),
        {{u"card"_s, CliRegroup::tr("Of merge: the story whose card leads where one analyst scored several."),
          u"ID"_s},
         {u"undo"_s, CliRegroup::tr("Of apart: take it back.")}},
        run};
}

} // namespace Scoredesk
