// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/regroupplans.h"

#include "storage/domain/lead.h"
#include "storage/domain/lede.h"
#include "storage/grouping/groupingstore.h"
#include "storage/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Act = GroupingAct::Kind;

namespace {

struct RegroupPlans {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::RegroupPlans)
};

const Scorecard* cardOf(const Dossier& story, const QString& analyst)
{
    for (const Scorecard& card : story.cards)
        if (card.analyst == analyst && !card.isBlank())
            return &card;
    return nullptr;
}

/// The cells, statement and method of one card put on another story, where they replace what is there.
void copyCard(Regrouping& plan, const QList<Method>& methods, const Scorecard& card, const Dossier& into)
{
    const StoryId story = into.story.id;
    const Scorecard before = into.cardOf(card.analyst);
    const auto isKnown = [&methods](const QString& dimension) {
        return std::any_of(methods.begin(), methods.end(),
                           [&dimension](const Method& method) { return method.byKey(dimension); });
    };
    plan.add({story,
              StoryField::CardMethod,
              {},
              u"%1:%2"_s.arg(card.methodKey).arg(card.methodVersion),
              card.analyst});
    QStringList dimensions = card.cells.keys();
    for (const QString& dimension : before.cells.keys())
        if (!dimensions.contains(dimension))
            dimensions.append(dimension);
    for (const QString& dimension : std::as_const(dimensions)) {
        if (!isKnown(dimension))
            continue;
        const ScoreCell cell = card.cells.value(dimension);
        plan.add({story, StoryField::Score, dimension, cell.value.toText(), card.analyst});
        plan.add({story, StoryField::Rationale, dimension, cell.rationale, card.analyst});
    }
    plan.add({story,
              StoryField::StatedImpact,
              {},
              card.statedImpact ? QString::number(*card.statedImpact, 'g', QLocale::FloatingPointShortest)
                                : QString(),
              card.analyst});
}

/// For each analyst with a card on any of the stories: the card that leads, copied where it is not the first
/// story's.
void settleCards(Regrouping& plan, const QList<Method>& methods, const QList<Dossier>& stories,
                 StoryId leadingCard)
{
    QStringList analysts;
    for (const Dossier& story : stories)
        for (const Scorecard& card : story.cards)
            if (!card.isBlank() && !analysts.contains(card.analyst))
                analysts.append(card.analyst);
    for (const QString& analyst : std::as_const(analysts)) {
        const Dossier* holder = nullptr;
        for (const Dossier& story : stories)
            if (cardOf(story, analyst) && (!holder || story.story.id == leadingCard))
                holder = &story;
        if (holder && holder->story.id != stories.first().story.id)
            copyCard(plan, methods, *cardOf(*holder, analyst), stories.first());
    }
}

} // namespace

QList<StoryId> rivalCards(const QList<Dossier>& stories)
{
    QList<StoryId> rivals;
    for (const Dossier& story : stories)
        for (const Dossier& other : stories) {
            const bool both =
                story.story.id != other.story.id &&
                std::any_of(story.cards.begin(), story.cards.end(), [&other](const Scorecard& card) {
                    return !card.isBlank() && cardOf(other, card.analyst);
                });
            if (both && !rivals.contains(story.story.id))
                rivals.append(story.story.id);
        }
    return rivals;
}

static int mergeRank(const Story& story)
{
    const auto advanced = [](Stage stage) { return stage == Stage::Spiked ? -1 : int(stage); };
    return -advanced(story.state.stage);
}

void orderForMerge(QList<Dossier>& stories)
{
    std::stable_sort(stories.begin(), stories.end(), [](const Dossier& a, const Dossier& b) {
        return mergeRank(a.story) < mergeRank(b.story);
    });
}

Result<void> checkCount(qsizetype stories)
{
    if (stories > mostRegrouped)
        return fail(
            RegroupPlans::tr("That is too many stories at once: choose %1 at most.").arg(mostRegrouped),
            ErrorCode::InvalidInput);
    return {};
}

Result<Regrouping> planMerge(const Store& store, const QList<Dossier>& stories, StoryId leadingCard)
{
    if (stories.size() < 2)
        return fail(RegroupPlans::tr("Merging takes two stories or more."), ErrorCode::InvalidInput);
    if (const auto small = checkCount(stories.size()); !small)
        return tl::unexpected(small.error());
    Regrouping plan;
    const Story& into = stories.first().story;
    // What was merged away comes back where others are merged into it.
    if (store.grouping().redirectOf(into.id)) {
        plan.add({Act::EndRedirect, {}, into.id});
        plan.add({into.id, StoryField::State, {}, toText(into.state.unspiked()), {}});
    }
    QStringList tags = into.tags;
    for (qsizetype i = 1; i < stories.size(); ++i) {
        const Dossier& other = stories.at(i);
        plan.add({Act::MoveAll, {}, other.story.id, into.id});
        for (const QString& tag : other.story.tags)
            if (!tags.contains(tag, Qt::CaseInsensitive))
                tags.append(tag);
        const auto apart = store.grouping().apartFrom(other.story.id);
        if (!apart)
            return tl::unexpected(apart.error());
        for (const StoryId third : *apart) {
            const bool isMergedToo = std::any_of(stories.begin(), stories.end(),
                                                 [third](const Dossier& s) { return s.story.id == third; });
            if (isMergedToo)
                plan.add({Act::LetTogether, {}, other.story.id, third});
            else if (store.story(third))
                plan.add({Act::KeepApart, {}, into.id, third});
        }
        plan.add({Act::Redirect, {}, other.story.id, into.id});
        plan.add({other.story.id,
                  StoryField::State,
                  {},
                  toText(other.story.state.spiked(RegroupPlans::tr("merged into “%1”").arg(into.headline))),
                  {}});
    }
    plan.add({into.id, StoryField::Tags, {}, tags.join(u'\n'), {}});
    settleCards(plan, store.methods(), stories, leadingCard);
    return plan;
}

Result<Regrouping> planSplit(const Dossier& story, const QList<ArticleId>& articles)
{
    QList<Article> leaving;
    for (const Article& article : story.articles)
        if (articles.contains(article.id))
            leaving.append(article);
    if (leaving.isEmpty() || leaving.size() == story.articles.size())
        return fail(
            leaving.isEmpty()
                ? RegroupPlans::tr("Choose the articles that are to become a story of their own.")
                : RegroupPlans::tr("A story keeps one article at least: choose those that are to leave."),
            ErrorCode::InvalidInput);
    const Article& lead = *leadOf(leaving);
    Dossier opened;
    opened.story.headline = headlineFrom(lead);
    opened.story.summary = ledeOf(lead.text);
    opened.story.source = lead.outlet.name;
    opened.story.link = lead.link;
    opened.story.category = story.story.category;
    opened.story.publishedAt = lead.publishedAt;
    opened.story.unread = false;
    Regrouping plan;
    plan.open(opened, story.story.id);
    for (const Article& article : std::as_const(leaving)) {
        plan.add({Act::Move, article.id, noStory});
        plan.add({Act::KeepOut, article.id, story.story.id});
    }
    plan.add({Act::KeepApart, {}, noStory, story.story.id});
    return plan;
}

Regrouping planMove(const QList<ArticleId>& articles, StoryId into, StoryId from)
{
    Regrouping plan;
    for (const ArticleId article : articles) {
        plan.add({Act::LetIn, article, into});
        plan.add({Act::Move, article, into});
        if (from != noStory && from != into)
            plan.add({Act::KeepOut, article, from});
    }
    return plan;
}

static Regrouping planPairs(Act act, const QList<StoryId>& stories)
{
    Regrouping plan;
    for (qsizetype i = 0; i < stories.size(); ++i)
        for (qsizetype k = i + 1; k < stories.size(); ++k)
            plan.add({act, {}, stories.at(i), stories.at(k)});
    return plan;
}

Regrouping planApart(const QList<StoryId>& stories)
{
    return planPairs(Act::KeepApart, stories);
}

Regrouping planTogether(const QList<StoryId>& stories)
{
    return planPairs(Act::LetTogether, stories);
}

Regrouping planLead(const Dossier& story, const QUuid& article)
{
    Regrouping plan;
    const StoryId id = story.story.id;
    plan.add({id,
              StoryField::LeadArticle,
              {},
              article.isNull() ? QString() : article.toString(QUuid::WithoutBraces),
              {}});
    const Article* before = leadOf(story);
    Dossier pinned = story;
    pinned.story.leadArticle = article.isNull() ? std::nullopt : std::optional(article);
    const Article* after = leadOf(pinned);
    if (!before || !after)
        return plan;
    if (story.story.headline == headlineFrom(*before))
        plan.add({id, StoryField::Headline, {}, headlineFrom(*after), {}});
    if (const QString lede = ledeOf(after->text);
        story.story.summary == ledeOf(before->text) && !lede.isEmpty())
        plan.add({id, StoryField::Summary, {}, lede, {}});
    if (story.story.link == before->link && !after->link.isEmpty())
        plan.add({id, StoryField::Link, {}, after->link, {}});
    if (story.story.source == before->outlet.name && !after->outlet.name.isEmpty())
        plan.add({id, StoryField::Source, {}, after->outlet.name, {}});
    return plan;
}

} // namespace Scoredesk
