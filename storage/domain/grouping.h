// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <utility>

namespace Scoredesk {

/// One thing that a hand decides about which articles make a story. Every regrouping, its undo and its redo
/// are lists of these.
struct GroupingAct {
    enum class Kind {
        Move,        ///< the article goes to the story
        MoveAll,     ///< every article that the story holds by then goes to the other, to stay there
        KeepOut,     ///< the article never goes to the story by itself
        LetIn,       ///< takes that back
        KeepApart,   ///< the story and the other never become one by themselves
        LetTogether, ///< takes that back
        Redirect,    ///< who asks for the story is led to the other
        EndRedirect, ///< takes that back
        MoveSignal,  ///< the signal goes to the story
        Evidence,    ///< takes back what moving did to the story's evidenceAt, unless more has come since
    };

    Kind kind = Kind::Move;
    ArticleId article{};
    StoryId story{};
    StoryId other{};
    bool byHand = true;         ///< of Move: from now on the article stays where it is
    qint64 signal = 0;          ///< of MoveSignal: its row
    QDateTime evidenceAt{};     ///< of Evidence: as it was, UTC
    QDateTime evidenceBecame{}; ///< of Evidence: what moving made of it

    bool operator==(const GroupingAct&) const = default;
};

/// Another story that an article of a story nearly went to.
struct MergeSuggestion {
    StoryId story{};
    StoryId other{};
    QString headline;  ///< of the other
    double score = 0;  ///< 0 to 1
    QStringList words; ///< that they share, strongest first

    bool operator==(const MergeSuggestion&) const = default;
};

/// What grouping must do again because hands, or another program, moved something.
struct Regrouped {
    qint64 upTo = 0;               ///< the number of the last change told
    bool tooMany = false;          ///< older ones are not kept any more: all is to be read again
    QList<RecentArticle> articles; ///< as they stand now, without text
    QList<ArticleId> gone;
    QList<StoryId> touched;
    QList<std::pair<StoryId, StoryId>> apart;
    QList<std::pair<StoryId, StoryId>> together;
    QList<std::pair<ArticleId, StoryId>> out;
    QList<std::pair<ArticleId, StoryId>> in;
};

/// Everything that is kept apart by hand.
struct KeptApart {
    QList<std::pair<StoryId, StoryId>> stories;
    QList<std::pair<ArticleId, StoryId>> articles;
};

} // namespace Scoredesk
