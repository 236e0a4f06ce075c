// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/regrouper.h"

#include "storage/sql/statement.h"
#include "storage/tables/arrivalhistory.h"
#include "storage/tables/articletable.h"
#include "storage/tables/redirects.h"
#include "storage/tables/storycoverage.h"
#include "storage/tables/storyparts.h"
#include "storage/tables/storytable.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Regrouper::Regrouper(Connection& connection, const QDateTime& now, const EditContext& context)
    : m_connection(connection), m_now(now), m_context(context)
{
    if (m_context.analyst.trimmed().isEmpty())
        m_connection.fail(
            {u"Regrouping needs the name of the analyst who does it."_s, ErrorCode::InvalidInput});
}

void Regrouper::apply(const GroupingAct& act)
{
    if (m_connection.hasFailed())
        return;
    switch (act.kind) {
    case GroupingAct::Kind::Move:
        return move(act);
    case GroupingAct::Kind::MoveAll:
        return moveAll(act);
    case GroupingAct::Kind::KeepOut:
    case GroupingAct::Kind::LetIn:
        return keepOut(act);
    case GroupingAct::Kind::KeepApart:
    case GroupingAct::Kind::LetTogether:
        return keepApart(act);
    case GroupingAct::Kind::Redirect:
    case GroupingAct::Kind::EndRedirect:
        return redirect(act);
    case GroupingAct::Kind::MoveSignal:
        return moveSignal(act);
    case GroupingAct::Kind::Evidence:
        m_evidence.insert(act.story, act);
        return;
    }
}

void Regrouper::change(StoryId story)
{
    if (!m_changed.contains(story))
        m_changed.append(story);
}

void Regrouper::move(const GroupingAct& act)
{
    ArticleTable articles(m_connection);
    const auto from = articles.storyOf(act.article);
    if (!from || !StoryTable(m_connection).exists(act.story)) {
        m_connection.fail({u"The article or the story it should go to is not on this desk any more."_s,
                           ErrorCode::NotFound});
        return;
    }
    const bool byHand = articles.isByHand(act.article);
    if (*from == act.story && byHand == act.byHand)
        return;
    if (const auto article = articles.whole(act.article); article && *from != act.story) {
        ArrivalHistory history(m_connection, m_now, m_context.analyst);
        history.left(*from, *article);
        history.came(act.story, *article);
    }
    articles.move(act.article, act.story, act.byHand);
    m_inverse.prepend({GroupingAct::Kind::Move, act.article, *from, {}, byHand});
    moved(*from);
    moved(act.story);
    endRedirect(act.story);
}

void Regrouper::moved(StoryId story)
{
    change(story);
    if (!m_moved.contains(story))
        m_moved.append(story);
}

// What a story holds is asked here, in the transaction: articles may have come since the merge was planned,
// or since it was taken back.
void Regrouper::moveAll(const GroupingAct& act)
{
    const StoryTable stories(m_connection);
    if (act.story == act.other || !stories.exists(act.story) || !stories.exists(act.other)) {
        m_connection.fail(
            {u"One of the stories to merge is not on this desk any more."_s, ErrorCode::NotFound});
        return;
    }
    {
        Statement out(m_connection,
                      u"SELECT o.article_id FROM article_out o JOIN article a ON a.id = o.article_id "
                      "WHERE o.story_id = ? AND a.story_id = ?"_s,
                      act.other, act.story);
        while (out.next())
            m_inverse.prepend({GroupingAct::Kind::KeepOut, out.id<ArticleId>(0), act.other});
    }
    Statement(m_connection,
              u"DELETE FROM article_out WHERE story_id = ? AND article_id IN "
              "(SELECT id FROM article WHERE story_id = ?)"_s,
              act.other, act.story)
        .run();
    ArrivalHistory(m_connection, m_now, m_context.analyst).allWent(act.story, act.other);
    for (const auto& [article, byHand] : ArticleTable(m_connection).moveAll(act.story, act.other))
        m_inverse.prepend({GroupingAct::Kind::Move, article, act.story, {}, byHand});
    moveSignals(act.story, act.other);
    moved(act.story);
    moved(act.other);
    endRedirect(act.other);
}

// What the other story has as well stays where it is.
void Regrouper::moveSignals(StoryId from, StoryId into)
{
    QList<qint64> going;
    {
        Statement row(m_connection,
                      u"SELECT id FROM story_signal s WHERE story_id = ? AND NOT EXISTS (SELECT 1 FROM "
                      "story_signal o WHERE o.story_id = ? AND (o.kind, o.source, o.note, o.observed_at) IS "
                      "(s.kind, s.source, s.note, s.observed_at) AND o.value IS s.value) ORDER BY id"_s,
                      from, into);
        while (row.next())
            going.append(row.integer(0));
    }
    GroupingAct act{GroupingAct::Kind::MoveSignal, {}, into};
    for (const qint64 signal : std::as_const(going)) {
        act.signal = signal;
        moveSignal(act);
    }
}

void Regrouper::moveSignal(const GroupingAct& act)
{
    SignalTable table(m_connection);
    const auto known = table.byRow(act.signal);
    if (!known || known->first == act.story)
        return; // it went with an import that was taken back
    if (!StoryTable(m_connection).exists(act.story)) {
        m_connection.fail(
            {u"The story that the signal should go to is not on this desk any more."_s, ErrorCode::NotFound});
        return;
    }
    ArrivalHistory history(m_connection, m_now, m_context.analyst);
    history.left(known->first, known->second);
    history.came(act.story, known->second);
    table.move(act.signal, act.story);
    GroupingAct back{GroupingAct::Kind::MoveSignal, {}, known->first};
    back.signal = act.signal;
    m_inverse.prepend(back);
    moved(known->first);
    moved(act.story);
}

// A story that gets articles again is one of its own again.
void Regrouper::endRedirect(StoryId story)
{
    redirect({GroupingAct::Kind::EndRedirect, {}, story});
}

void Regrouper::keepOut(const GroupingAct& act)
{
    const bool keeps = act.kind == GroupingAct::Kind::KeepOut;
    if (keeps && !ArticleTable(m_connection).storyOf(act.article)) {
        m_connection.fail({u"That article is not on this desk any more."_s, ErrorCode::NotFound});
        return;
    }
    Statement row(m_connection,
                  keeps ? u"INSERT OR IGNORE INTO article_out (article_id, story_id) VALUES (?, ?)"_s
                        : u"DELETE FROM article_out WHERE article_id = ? AND story_id = ?"_s,
                  act.article, act.story);
    if (!row.run() || row.changes() == 0)
        return;
    m_inverse.prepend(
        {keeps ? GroupingAct::Kind::LetIn : GroupingAct::Kind::KeepOut, act.article, act.story});
    change(act.story);
}

void Regrouper::keepApart(const GroupingAct& act)
{
    if (act.story == act.other) {
        m_connection.fail({u"A story can't be kept apart from itself."_s, ErrorCode::InvalidInput});
        return;
    }
    const bool keeps = act.kind == GroupingAct::Kind::KeepApart;
    const StoryTable stories(m_connection);
    if (keeps && (!stories.exists(act.story) || !stories.exists(act.other))) {
        m_connection.fail(
            {u"One of the stories to keep apart is not on this desk any more."_s, ErrorCode::NotFound});
        return;
    }
    Statement row(m_connection,
                  keeps ? u"INSERT OR IGNORE INTO story_apart (story_id, other_id) VALUES (?, ?)"_s
                        : u"DELETE FROM story_apart WHERE story_id = ? AND other_id = ?"_s,
                  std::min(act.story, act.other), std::max(act.story, act.other));
    if (!row.run() || row.changes() == 0)
        return;
    m_inverse.prepend(
        {keeps ? GroupingAct::Kind::LetTogether : GroupingAct::Kind::KeepApart, {}, act.story, act.other});
    if (keeps) // by which neither is folded from now on
        for (const StoryId story : {act.story, act.other})
            StoryTable(m_connection).markTouched(story);
    change(act.story);
    change(act.other);
}

void Regrouper::redirect(const GroupingAct& act)
{
    Redirects redirects(m_connection);
    const auto before = redirects.next(act.story);
    if (act.kind == GroupingAct::Kind::Redirect) {
        const auto story = StoryTable(m_connection).read(act.story);
        if (!story || act.story == act.other) {
            m_connection.fail(
                {u"There is no story with the number %1 to lead elsewhere."_s.arg(number(act.story)),
                 ErrorCode::NotFound});
            return;
        }
        if (before == act.other)
            return;
        if (redirects.leadsBack(act.story, act.other)) {
            m_connection.fail(
                {u"Story %1 is part of story %2 already: merge the other way round, or unspike it first."_s
                     .arg(number(act.other))
                     .arg(number(act.story)),
                 ErrorCode::InvalidInput});
            return;
        }
        redirects.set(act.story, story->uuid, act.other);
    } else {
        if (!before)
            return;
        redirects.end(act.story);
    }
    if (before)
        m_inverse.prepend({GroupingAct::Kind::Redirect, {}, act.story, *before});
    else
        m_inverse.prepend({GroupingAct::Kind::EndRedirect, {}, act.story});
    change(act.story);
}

void Regrouper::finish()
{
    StoryTable stories(m_connection);
    StoryCoverage coverage(m_connection, m_now, m_context.analyst);
    for (const StoryId story : std::as_const(m_moved)) {
        stories.markTouched(story); // before its words could follow another lead
        coverage.refresh(story);
        const QDateTime before = stories.evidenceAt(story);
        const QDateTime after = evidenceFor(story, before);
        stories.touch(story, m_now, false);
        stories.setEvidenceAt(story, after);
        GroupingAct back{GroupingAct::Kind::Evidence, {}, story};
        back.evidenceAt = before;
        back.evidenceBecame = after;
        m_inverse.append(back);
    }
}

// A card must not seem to predate its evidence for ever because articles came and went again.
QDateTime Regrouper::evidenceFor(StoryId story, const QDateTime& before) const
{
    const auto act = m_evidence.constFind(story);
    return act != m_evidence.cend() && act->evidenceBecame == before ? act->evidenceAt : m_now;
}

} // namespace Scoredesk
