// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/bygone.h"

#include "storage/domain/keys.h"
#include "storage/sql/statement.h"

#include <QSet>

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int daysUnseen = 90;

/// What an article is known by.
struct Marks {
    QString guid;
    QString link;     ///< linkKey()
    QString headline; ///< headlineKey()
    QDate day;        ///< UTC, on which it says it was published; invalid where it does not
};

static QDate dayOf(const QDateTime& publishedAt, bool isGuess)
{
    return isGuess ? QDate() : publishedAt.toUTC().date();
}

static qint64 keyOf(const QString& mark, const QString& headline, const QString& day)
{
    Article marked;
    marked.link = mark;
    marked.title = headline;
    marked.text = day;
    return contentDigest(marked);
}

/// By its guid, and by its link, since another feed may hold it under another guid; each with its headline,
/// since some feeds give one guid or link to all their items. What comes back every week under one headline
/// and link is told apart by its day, or by its guid.
static QList<qint64> keysFor(const Marks& marks)
{
    const bool ownGuid = !marks.guid.isEmpty() && linkKey(marks.guid) != marks.link; // not the link once more
    QList<qint64> keys;
    if (ownGuid)
        keys.append(keyOf(marks.guid, marks.headline, {}));
    if (!marks.link.isEmpty() && (marks.day.isValid() || !ownGuid))
        keys.append(keyOf(marks.link, marks.headline, marks.day.toString(Qt::ISODate)));
    return keys;
}

void Bygone::add(StoryId story, const QDateTime& now)
{
    Statement row(m_connection,
                  u"SELECT guid, link_key, title, published_at, published_is_guess FROM article "
                  "WHERE story_id = ?"_s,
                  story);
    while (row.next())
        for (const qint64 key :
             keysFor({row.text(0), row.text(1), headlineKey(row.text(2)), dayOf(row.time(3), row.flag(4))}))
            Statement(m_connection, u"INSERT OR REPLACE INTO bygone (key, seen_at) VALUES (?, ?)"_s, key, now)
                .run();
}

// Numbers of 64 bits are written by hand: JSON's own are doubles to Qt.
static QString jsonOf(const QList<qint64>& keys)
{
    QString json;
    for (const qint64 key : keys)
        json += (json.isEmpty() ? u'[' : u',') + QString::number(key);
    return json.isEmpty() ? u"[]"_s : json + u']';
}

int Bygone::takeOff(QList<Arrival>& arrivals, const QDateTime& now)
{
    if (arrivals.isEmpty() || !Statement(m_connection, u"SELECT 1 FROM bygone LIMIT 1"_s).next())
        return 0;
    QList<QList<qint64>> keysOfEach;
    QList<qint64> asked;
    for (Arrival& arrival : arrivals) {
        if (!arrival.keys)
            arrival.keys = keysOf(arrival.article);
        const Article& article = arrival.article;
        keysOfEach.append(keysFor({article.guid, arrival.keys->link, arrival.keys->headline,
                                   dayOf(article.publishedAt, article.publishedIsGuess)}));
        asked += keysOfEach.last();
    }
    QSet<qint64> found;
    {
        Statement row(m_connection, u"SELECT key FROM bygone WHERE key IN (SELECT value FROM json_each(?))"_s,
                      jsonOf(asked));
        while (row.next())
            found.insert(row.integer(0));
    }
    if (found.isEmpty())
        return 0;
    QList<Arrival> left;
    QList<qint64> held;
    for (qsizetype i = 0; i < arrivals.size(); ++i) {
        if (!found.intersects({keysOfEach[i].cbegin(), keysOfEach[i].cend()}))
            left.append(std::move(arrivals[i]));
        else
            held += keysOfEach[i];
    }
    // To the day is enough, and writes little.
    Statement(
        m_connection,
        u"UPDATE bygone SET seen_at = ? WHERE key IN (SELECT value FROM json_each(?)) AND seen_at < ?"_s, now,
        jsonOf(held), now.addDays(-1))
        .run();
    const auto taken = int(arrivals.size() - left.size());
    arrivals = std::move(left);
    return taken;
}

void Bygone::forgetUnseen(const QDateTime& now)
{
    Statement(m_connection, u"DELETE FROM bygone WHERE seen_at < ?"_s, now.addDays(-daysUnseen)).run();
}

} // namespace Scoredesk
