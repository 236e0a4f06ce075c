// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/scorecard.h"
#include "storage/method/method.h"
#include "tests/support/deskmaker.h"
#include "tests/support/rawdesk.h"
#include "tests/support/wordmill.h"

#include <QHash>

#include <deque>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace Scoredesk::Test {

/// Where a made desk's articles come from.
struct Sources {
    struct Outlet {
        qint64 id = 0;
        int tier = 0;
        QByteArray name;
        QByteArray domain;
    };
    struct Feed {
        qint64 id = 0;
        int outlet = -1;  ///< its place among the outlets; -1: of many
        QString category; ///< of stories that it opens; empty: none
    };

    std::vector<Outlet> outlets;
    std::vector<Feed> feeds;
    int firstGathered = 0; ///< from this outlet on they come by the feeds of many
    Method method;
};

/// Writes a made desk's stories and articles, in the order in which they would have come in: what joins a
/// story does so up to days after it was opened, among the articles of others. A story's row is written when
/// all of its articles have been.
class DeskRows {
public:
    DeskRows(RawDesk& desk, const DeskPlan& plan, Sources sources);

    /// No trigger may stand, and the tables must be empty.
    void write();

private:
    /// A story of which articles are still to come.
    struct Draft {
        qint64 id = 0;
        Topic topic{};
        int left = 0; ///< articles that are to come
        int articles = 0;
        int tierOne = 0;
        int reprints = 0;
        std::vector<int> outlets; ///< each once
        qint64 openedAt = 0;      ///< when the first was fetched; all times in milliseconds
        qint64 publishedAt = 0;   ///< of the first
        qint64 firstAt = 0;
        qint64 lastAt = 0;
        qint64 evidenceAt = 0; ///< when the last was fetched
        qint64 category = 0;
        QByteArray firstUuid;
        // Of the article that leads
        qint64 lead = 0;
        int leadRank = 0;
        qint64 leadAt = 0;
        int leadOutlet = 0;
        QByteArray headline;
        QByteArray text;
        QByteArray link;
    };
    struct Coming {
        qint64 at = 0;
        qint64 story = 0;
        bool operator>(const Coming& other) const
        {
            return std::pair(at, story) > std::pair(other.at, other.story);
        }
    };
    /// What hands did to a story.
    struct Work {
        int stage = 0;
        bool isWritten = false; ///< it has words of its own
        bool isScored = false;
        bool isUnread = true;
        QString spikeReason;
        qint64 at = 0; ///< the last of it; 0 where there was none
        // Where it is written
        QByteArray headline;
        QByteArray summary;
        QByteArray why;
    };

    int drawArticles();
    QByteArray uuid(qint64 at);
    int outletOf(const Sources::Feed& feed);
    void open(qint64 at);
    void arrive(Draft& draft, qint64 at);
    void follow(Draft& draft, qint64 article, int outlet, qint64 publishedAt, const QByteArray& title,
                const QByteArray& text, const QByteArray& link);
    QByteArray coverageOf(const Draft& draft) const;
    void writeComplete();
    Work drawWork(const Draft& draft);
    void writeStory(const Draft& draft);
    void writeTags(qint64 story, const QByteArray& tags);
    void writeCard(qint64 story, const Scorecard& card, qint64 at);
    void writeHistory(const Draft& draft, const Work& work, const QByteArray& lede);
    QByteArray drawTags();

    RawDesk& m_desk;
    Sources m_sources;
    WordMill m_mill;
    Dice m_dice;
    qint64 m_end;
    qint64 m_span;
    int m_stories;
    qint64 m_articlesLeft;
    int m_storiesLeft;
    qint64 m_lastArticle = 0;
    qint64 m_lastStory = 0;
    qint64 m_analyst = 0;
    QHash<QString, qint64> m_categories;
    std::deque<Draft> m_drafts; ///< by number, the oldest first
    std::priority_queue<Coming, std::vector<Coming>, std::greater<>> m_coming;

    RawStatement m_article;
    RawStatement m_story;
    RawStatement m_tag;
    RawStatement m_card;
    RawStatement m_cell;
    RawStatement m_change;
    RawStatement m_coverage;
};

} // namespace Scoredesk::Test
