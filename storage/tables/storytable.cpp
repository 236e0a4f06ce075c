// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/storytable.h"

#include "storage/domain/keys.h"
#include "storage/sql/statement.h"
#include "storage/tables/idlist.h"
#include "storage/tables/nametables.h"
#include "storage/tables/redirects.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<Story> StoryTable::read(StoryId id) const
{
    Statement row(
        m_connection,
        u"SELECT s.uuid, s.slug, s.headline, s.summary, s.why_it_matters, c.name, s.tags, s.source, s.link, "
        "s.primary_source, s.stated, s.trust, s.trust_note, s.remainder, s.stage, s.stage_before, "
        "s.spike_reason, s.unread, s.lead_article, s.published_at, s.added_at, s.changed_at, s.evidence_at "
        "FROM story s LEFT JOIN category c ON c.id = s.category_id WHERE s.id = ?"_s,
        id);
    if (!row.next())
        return std::nullopt;
    Story story;
    int at = 0;
    story.id = id;
    story.uuid = row.uuid(at++);
    story.slug = row.text(at++);
    story.headline = row.text(at++);
    story.summary = row.text(at++);
    story.whyItMatters = row.text(at++);
    story.category = row.text(at++);
    story.tags = row.text(at++).split(u'\n', Qt::SkipEmptyParts);
    story.source = row.text(at++);
    story.link = row.text(at++);
    story.primarySource = row.text(at++);
    story.stated = statedCoverageFromText(row.text(at++)).value_or(StatedCoverage());
    story.trust = TrustVerdict(std::clamp(row.small(at++), 0, 3));
    story.trustNote = row.text(at++);
    story.remainder = row.text(at++);
    story.state.stage = Stage(std::clamp(row.small(at++), 0, 3));
    story.state.before = Stage(std::clamp(row.small(at++), 0, 3));
    story.state.spikeReason = row.text(at++);
    story.unread = row.flag(at++);
    if (const QUuid lead = row.uuid(at++); !lead.isNull())
        story.leadArticle = lead;
    story.publishedAt = row.time(at++);
    story.addedAt = row.time(at++);
    story.changedAt = row.time(at++);
    story.evidenceAt = row.time(at++);
    return story;
}

Coverage StoryTable::coverage(StoryId id) const
{
    Statement row(m_connection, u"SELECT articles, outlets, tier_one, origins FROM story WHERE id = ?"_s, id);
    if (!row.next())
        return {};
    return {row.small(0), row.small(1), row.small(2), row.small(3)};
}

bool StoryTable::exists(StoryId id) const
{
    return Statement(m_connection, u"SELECT 1 FROM story WHERE id = ?"_s, id).next();
}

bool StoryTable::isEmpty() const
{
    return !Statement(m_connection, u"SELECT 1 FROM story LIMIT 1"_s).next();
}

static void bindOrNull(Statement& row, qint64 id)
{
    if (id == 0)
        row.bindNull();
    else
        row.bind(id);
}

StoryId StoryTable::insert(const Story& story)
{
    Statement row(
        m_connection,
        u"INSERT INTO story (id, uuid, slug, headline, summary, why_it_matters, category_id, tags, source, "
        "link, link_key, headline_key, primary_source, stated, trust, trust_note, remainder, stage, "
        "stage_before, spike_reason, unread, lead_article, published_at, added_at, changed_at, "
        "evidence_at, sort_at, own_words, touched) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1)"_s);
    bindOrNull(row, number(story.id));
    row.bind(story.uuid).bind(story.slug).bind(story.headline).bind(story.summary).bind(story.whyItMatters);
    bindOrNull(row, CategoryTable(m_connection).ensure(story.category.simplified()));
    row.bind(story.tags.join(u'\n')).bind(story.source).bind(story.link);
    row.bind(linkKey(story.link)).bind(headlineKey(story.headline)).bind(story.primarySource);
    row.bind(toText(story.stated)).bind(story.trust).bind(story.trustNote).bind(story.remainder);
    row.bind(story.state.stage).bind(story.state.before).bind(story.state.spikeReason).bind(story.unread);
    row.bind(story.leadArticle).bind(story.publishedAt).bind(story.addedAt).bind(story.changedAt);
    row.bind(story.evidenceAt).bind(story.publishedAt.isValid() ? story.publishedAt : story.addedAt);
    return inserted(row, story);
}

StoryId StoryTable::inserted(Statement& row, const Story& story)
{
    if (!row.run())
        return noStory;
    const StoryId id = StoryId(row.insertedId());
    for (const QString& tag : story.tags)
        Statement(m_connection,
                  u"INSERT INTO story_tag (tag, story_id) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, tag, id)
            .run();
    return id;
}

// Only what such a story can have: thousands of them come in at a time, and half of a row's cost is what is
// bound to it.
StoryId StoryTable::open(const Story& story, const StoryKeys& keys, const Coverage& coverage)
{
    Statement row(
        m_connection,
        u"INSERT INTO story (id, uuid, headline, summary, category_id, tags, source, link, link_key, "
        "headline_key, published_at, added_at, changed_at, evidence_at, articles, outlets, tier_one, "
        "origins, sort_at, first_at, last_at, own_words, touched) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"_s);
    bindOrNull(row, number(story.id));
    row.bind(story.uuid).bind(story.headline).bind(story.summary);
    bindOrNull(row, CategoryTable(m_connection).ensure(story.category.simplified()));
    row.bind(story.tags.join(u'\n')).bind(story.source).bind(story.link).bind(keys.link);
    row.bind(keys.headline).bind(story.publishedAt).bind(story.addedAt);
    row.bind(story.changedAt).bind(story.evidenceAt);
    row.bind(coverage.articles).bind(coverage.outlets).bind(coverage.tierOne).bind(coverage.origins);
    const QDateTime at = story.publishedAt.isValid() ? story.publishedAt : story.addedAt;
    row.bind(at).bind(at).bind(at);
    return inserted(row, story);
}

void StoryTable::remove(StoryId id)
{
    Statement(m_connection, u"DELETE FROM story WHERE id = ?"_s, id).run();
}

void StoryTable::touch(StoryId id, const QDateTime& now, bool evidence)
{
    if (evidence)
        Statement(m_connection, u"UPDATE story SET changed_at = ?, evidence_at = ? WHERE id = ?"_s, now, now,
                  id)
            .run();
    else
        Statement(m_connection, u"UPDATE story SET changed_at = ? WHERE id = ?"_s, now, id).run();
}

QDateTime StoryTable::evidenceAt(StoryId id) const
{
    Statement row(m_connection, u"SELECT evidence_at FROM story WHERE id = ?"_s, id);
    return row.next() ? row.time(0) : QDateTime();
}

void StoryTable::setEvidenceAt(StoryId id, const QDateTime& at)
{
    Statement(m_connection, u"UPDATE story SET evidence_at = ? WHERE id = ?"_s, at, id).run();
}

void StoryTable::markTouched(StoryId id)
{
    Statement(m_connection, u"UPDATE story SET touched = 1 WHERE id = ? AND NOT touched"_s, id).run();
}

void StoryTable::writeTags(StoryId id, const QStringList& tags)
{
    Statement(m_connection, u"UPDATE story SET tags = ? WHERE id = ?"_s, tags.join(u'\n'), id).run();
    Statement(m_connection, u"DELETE FROM story_tag WHERE story_id = ?"_s, id).run();
    for (const QString& tag : tags)
        Statement(m_connection,
                  u"INSERT INTO story_tag (tag, story_id) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, tag, id)
            .run();
}

QList<std::pair<StoryId, QStringList>> StoryTable::tagsOf(const QList<StoryId>& ids) const
{
    QList<std::pair<StoryId, QStringList>> found;
    found.reserve(ids.size());
    Statement row(m_connection,
                  u"SELECT s.id, s.tags FROM json_each(?) asked CROSS JOIN story s ON s.id = asked.value "
                  "ORDER BY asked.key"_s,
                  toJsonArray(ids));
    while (row.next())
        found.append({row.id<StoryId>(0), row.text(1).split(u'\n', Qt::SkipEmptyParts)});
    return found;
}

std::optional<StoryId> StoryTable::withUuid(const QUuid& uuid) const
{
    if (uuid.isNull())
        return std::nullopt;
    Statement row(m_connection, u"SELECT id FROM story WHERE uuid = ?"_s, uuid);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

std::optional<StoryId> StoryTable::withLink(const QString& link) const
{
    const QString key = linkKey(link);
    if (key.isEmpty())
        return std::nullopt;
    // Its own link first, then those of its articles; the newest where several stories have it.
    Statement own(m_connection,
                  u"SELECT id FROM story WHERE link_key = ? AND link_key <> '' ORDER BY id DESC LIMIT 1"_s,
                  key);
    if (own.next())
        return endOf(own.id<StoryId>(0));
    Statement article(
        m_connection,
        u"SELECT story_id FROM article WHERE link_key = ? AND link_key <> '' ORDER BY id DESC LIMIT 1"_s,
        key);
    return article.next() ? std::optional(endOf(article.id<StoryId>(0))) : std::nullopt;
}

// A story that a merge emptied keeps its link and headline: what has them belongs where it went.
StoryId StoryTable::endOf(StoryId id) const
{
    return Redirects(m_connection).of(id).value_or(id);
}

std::optional<StoryId> StoryTable::withHeadline(const QString& headline) const
{
    const QString key = headlineKey(headline);
    if (key.isEmpty())
        return std::nullopt;
    Statement row(
        m_connection,
        u"SELECT id FROM story WHERE headline_key = ? AND headline_key <> '' ORDER BY id DESC LIMIT 1"_s,
        key);
    return row.next() ? std::optional(endOf(row.id<StoryId>(0))) : std::nullopt;
}

QList<StoryId> StoryTable::withSlug(const QString& slug) const
{
    QList<StoryId> found;
    Statement row(m_connection, u"SELECT id FROM story WHERE slug = ? AND slug <> '' LIMIT 2"_s, slug);
    while (row.next())
        found.append(row.id<StoryId>(0));
    return found;
}

QList<StoryId> StoryTable::withUuidPrefix(const QString& digits) const
{
    const QByteArray low = QByteArray::fromHex(digits.leftJustified(32, u'0').toLatin1());
    const QByteArray high = QByteArray::fromHex(digits.leftJustified(32, u'f').toLatin1());
    QList<StoryId> found;
    Statement row(m_connection, u"SELECT id FROM story WHERE uuid BETWEEN ? AND ? LIMIT 2"_s, low, high);
    while (row.next())
        found.append(row.id<StoryId>(0));
    return found;
}

Result<StoryId> StoryTable::find(const QString& handle) const
{
    const QString text = handle.trimmed();
    bool isNumber = false;
    if (const qint64 number = text.toLongLong(&isNumber); isNumber && exists(StoryId(number)))
        return StoryId(number);
    if (const auto whole = withUuid(QUuid::fromString(text)))
        return *whole;
    const Redirects redirects(m_connection);
    if (const auto into =
            isNumber ? redirects.of(StoryId(text.toLongLong())) : redirects.of(QUuid::fromString(text)))
        return *into;

    QList<StoryId> found = withSlug(text);
    QString digits = text.toLower();
    digits.remove(u'{').remove(u'}').remove(u'-');
    const bool hex =
        !digits.isEmpty() && digits.size() <= 32 && std::all_of(digits.begin(), digits.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        });
    if (found.isEmpty() && hex)
        found = withUuidPrefix(digits);
    if (found.isEmpty())
        return fail(u"There is no story \"%1\" on this desk."_s.arg(text), ErrorCode::NotFound);
    if (found.size() > 1)
        return fail(u"\"%1\" fits several stories; give more of it, or the number."_s.arg(text),
                    ErrorCode::InvalidInput);
    return found.first();
}

} // namespace Scoredesk
