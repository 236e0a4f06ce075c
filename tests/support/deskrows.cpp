// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deskrows.h"

#include "storage/domain/arrival.h"
#include "storage/domain/change.h"
#include "storage/domain/coverage.h"
#include "storage/domain/keys.h"
#include "storage/domain/lede.h"
#include "storage/domain/storystate.h"
#include "storage/method/impact.h"
#include "storage/method/scorevector.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

static constexpr qint64 minute = 60'000;
static constexpr qint64 hour = 60 * minute;
static constexpr qint64 day = 24 * hour;
static constexpr auto https = "https://";

static QDateTime timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

DeskRows::DeskRows(RawDesk& desk, const DeskPlan& plan, Sources sources)
    : m_desk(desk),
      m_sources(std::move(sources)),
      m_dice(plan.seed),
      m_end((plan.end.isValid() ? plan.end : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch()),
      m_span(plan.days * day),
      m_stories(plan.stories),
      m_articlesLeft(plan.articles > 0 ? std::max(plan.articles, plan.stories) : 2LL * plan.stories),
      m_storiesLeft(plan.stories),
      m_article(
          desk,
          "INSERT INTO article (id, uuid, story_id, outlet_id, guid, title, text, html, link, link_key, "
          "author, published_at, fetched_at, reprint_of, digest, feed_id) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_story(
          desk,
          "INSERT INTO story (id, uuid, headline, summary, why_it_matters, category_id, tags, source, link, "
          "link_key, headline_key, trust, stage, spike_reason, unread, published_at, "
          "added_at, changed_at, evidence_at, sort_at, articles, outlets, tier_one, origins, first_at, "
          "last_at, own_words, touched, leading, vector, impact_low, impact_high, impact_key, scored_at) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?)"),
      m_tag(desk, "INSERT OR IGNORE INTO story_tag (tag, story_id) VALUES (?, ?)"),
      m_card(desk, "INSERT INTO card (id, story_id, analyst_id, method_key, method_version, touched_at) "
                   "VALUES (?, ?, ?, ?, ?, ?)"),
      m_cell(desk, "INSERT INTO card_cell (card_id, dimension, kind, tenths, rationale, set_at) "
                   "VALUES (?, ?, 2, ?, '', ?)"),
      m_change(desk,
               "INSERT INTO change (story_id, at, analyst_id, field, old, new) VALUES (?, ?, ?, ?, ?, ?)"),
      m_coverage(desk, "INSERT INTO coverage_change (story_id, at, old, new) VALUES (?, ?, ?, ?)")
{
    RawStatement row(desk, "SELECT name, id FROM category");
    while (row.next())
        m_categories.insert(QString::fromUtf8(row.text(0)), row.integer(1));
    desk.run("INSERT OR IGNORE INTO analyst (name) VALUES ('Ada')");
    m_analyst = desk.number("SELECT id FROM analyst WHERE name = 'Ada'");
}

void DeskRows::write()
{
    for (int i = 0; i < m_stories; ++i) {
        const qint64 at = m_end - m_span + m_span * i / m_stories;
        while (!m_coming.empty() && m_coming.top().at <= at) {
            const Coming next = m_coming.top();
            m_coming.pop();
            arrive(m_drafts[size_t(next.story - m_drafts.front().id)], next.at);
        }
        writeComplete();
        open(at);
    }
    for (; !m_coming.empty(); m_coming.pop())
        arrive(m_drafts[size_t(m_coming.top().story - m_drafts.front().id)], m_coming.top().at);
    writeComplete();
}

/// Two in three stories have one article; of the others some are on everybody's front page.
int DeskRows::drawArticles()
{
    const double wanted = double(m_articlesLeft) / m_storiesLeft - 1; // besides the first
    qint64 count = 1;
    if (wanted > 0 && m_dice.hits(1.0 / 3)) {
        const double mean = std::max(1.0, 3 * wanted);
        count += 1 + std::min<qint64>(qint64(-std::log(1 - m_dice.unit()) * (mean - 0.5)), 80);
    }
    count = std::clamp<qint64>(count, 1, std::max<qint64>(1, m_articlesLeft - m_storiesLeft + 1));
    m_articlesLeft -= count;
    --m_storiesLeft;
    return int(count);
}

/// As orderedUuid() makes it, of these dice.
QByteArray DeskRows::uuid(qint64 at)
{
    const quint64 high = (quint64(at) << 16) | 0x7000 | (m_dice.next() & 0x0fff);
    const quint64 low = (m_dice.next() & 0x3fffffffffffffff) | 0x8000000000000000;
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 8; ++i) {
        bytes[i] = char(high >> (56 - 8 * i));
        bytes[8 + i] = char(low >> (56 - 8 * i));
    }
    return bytes;
}

int DeskRows::outletOf(const Sources::Feed& feed)
{
    if (feed.outlet >= 0)
        return feed.outlet;
    const int count = int(m_sources.outlets.size()) - m_sources.firstGathered;
    return m_sources.firstGathered + std::min(m_dice.below(count), m_dice.below(count));
}

void DeskRows::open(qint64 at)
{
    Draft draft;
    draft.id = ++m_lastStory;
    // Of some forty themes that stay in the news for five days.
    draft.topic = m_mill.topic(m_dice, quint64(at / (5 * day)) * 64 + quint64(m_dice.below(40)));
    draft.left = drawArticles();
    for (int i = 1; i < draft.left; ++i) {
        const auto delay = qint64(-std::log(1 - m_dice.unit()) * 8 * hour);
        m_coming.push({std::min(m_end, at + minute + std::min(delay, 4 * day)), draft.id});
    }
    m_drafts.push_back(std::move(draft));
    arrive(m_drafts.back(), at);
}

void DeskRows::arrive(Draft& draft, qint64 at)
{
    const Sources::Feed& feed = m_sources.feeds[size_t(m_dice.below(int(m_sources.feeds.size())))];
    const int outlet = outletOf(feed);
    const Sources::Outlet& from = m_sources.outlets[size_t(outlet)];
    const qint64 id = ++m_lastArticle;
    const qint64 published = at - m_dice.between(1, int(hour));
    const QByteArray title = m_mill.headline(m_dice, m_dice.between(7, 12), draft.topic);
    const QByteArray text = m_mill.prose(m_dice, m_dice.between(60, 160), draft.topic);
    const QByteArray number = QByteArray::number(id);
    const QByteArray link = https + from.domain + "/2026/" + number;
    const QByteArray own = uuid(at);
    const bool isFirst = draft.articles == 0;
    const bool isReprint = !isFirst && m_dice.hits(0.1);

    Article article;
    article.title = QString::fromUtf8(title);
    article.text = QString::fromUtf8(text);
    article.html = u"<p>"_s + article.text + u"</p>"_s;
    article.link = QString::fromUtf8(link);
    article.publishedAt = timeOf(published);
    m_article.bind(id).bindBlob(own).bind(draft.id).bind(from.id);
    m_article.bind("tag:" + from.domain + ",2026:" + number).bind(title).bind(text).bind(article.html);
    m_article.bind(link).bind(link.mid(qstrlen(https))).bind(QByteArray("")).bind(published).bind(at);
    m_article.bindBlob(isReprint ? draft.firstUuid : QByteArray()).bind(contentDigest(article)).bind(feed.id);
    m_article.run();

    const QByteArray before = coverageOf(draft);
    if (isFirst) {
        draft.firstUuid = own;
        draft.openedAt = at;
        draft.publishedAt = published;
        draft.firstAt = published;
        draft.lastAt = published;
        draft.category = m_categories.value(feed.category);
    }
    ++draft.articles;
    --draft.left;
    draft.reprints += isReprint ? 1 : 0;
    if (std::find(draft.outlets.begin(), draft.outlets.end(), outlet) == draft.outlets.end()) {
        draft.outlets.push_back(outlet);
        draft.tierOne += from.tier == 1 ? 1 : 0;
    }
    draft.firstAt = std::min(draft.firstAt, published);
    draft.lastAt = std::max(draft.lastAt, published);
    draft.evidenceAt = at;
    if (!isFirst)
        m_coverage.bind(draft.id).bind(at).bind(before).bind(coverageOf(draft)).run();
    follow(draft, id, outlet, published, title, text, link);
}

/// As leadOf() of lead.h: best tier, then earliest, then longest. No time here is doubtful.
void DeskRows::follow(Draft& draft, qint64 article, int outlet, qint64 publishedAt, const QByteArray& title,
                      const QByteArray& text, const QByteArray& link)
{
    const int tier = m_sources.outlets[size_t(outlet)].tier;
    const int rank = tier >= 1 && tier <= 3 ? tier : 4;
    if (draft.lead != 0 && std::tuple(draft.leadRank, draft.leadAt, -draft.text.size()) <=
                               std::tuple(rank, publishedAt, -text.size()))
        return;
    draft.lead = article;
    draft.leadRank = rank;
    draft.leadAt = publishedAt;
    draft.leadOutlet = outlet;
    draft.headline = title;
    draft.text = text;
    draft.link = link;
}

QByteArray DeskRows::coverageOf(const Draft& draft) const
{
    return toText(Coverage{draft.articles, int(draft.outlets.size()), draft.tierOne,
                           draft.articles - draft.reprints})
        .toUtf8();
}

void DeskRows::writeComplete()
{
    for (; !m_drafts.empty() && m_drafts.front().left == 0; m_drafts.pop_front())
        writeStory(m_drafts.front());
}

DeskRows::Work DeskRows::drawWork(const Draft& draft)
{
    Work work;
    const int at = m_dice.below(100);
    work.stage = at < 70   ? int(Stage::Incoming)
                 : at < 74 ? int(Stage::Shortlisted)
                 : at < 76 ? int(Stage::Ready)
                           : int(Stage::Spiked);
    switch (Stage(work.stage)) {
    case Stage::Incoming:
        work.isWritten = m_dice.hits(0.02);
        work.isScored = m_dice.hits(0.015);
        work.isUnread = !work.isWritten && !work.isScored && m_dice.hits(0.9);
        break;
    case Stage::Shortlisted:
        work.isWritten = m_dice.hits(0.5);
        work.isScored = m_dice.hits(0.5);
        break;
    case Stage::Ready:
        work.isWritten = true;
        work.isScored = true;
        break;
    case Stage::Spiked:
        work.isWritten = m_dice.hits(0.01);
        work.spikeReason = m_dice.hits(0.2) ? u"old news"_s : QString();
        break;
    }
    if (work.isWritten) {
        work.headline = m_mill.headline(m_dice, m_dice.between(7, 12), draft.topic);
        work.summary = m_mill.prose(m_dice, m_dice.between(40, 70), draft.topic);
        work.why = m_mill.prose(m_dice, m_dice.between(40, 60), draft.topic);
    }
    if (work.stage != int(Stage::Incoming))
        work.isUnread = false;
    if (work.stage == int(Stage::Incoming) && !work.isWritten && !work.isScored)
        return work;
    // After the last article but for a few, whose score is then outdated where they were scored.
    const qint64 from = m_dice.hits(0.1) ? draft.openedAt : draft.evidenceAt;
    work.at = std::min(m_end, from + minute + qint64(m_dice.unit() * double(day)));
    return work;
}

static Scorecard drawCard(Dice& dice, const Method& method, qint64 at)
{
    Scorecard card;
    card.methodKey = method.key;
    card.methodVersion = method.version;
    for (const Dimension& dimension : method.dimensions)
        card.cells[dimension.key] = {Score::fromTenths(dice.below(101)), {}, timeOf(at)};
    return card;
}

void DeskRows::writeStory(const Draft& draft)
{
    const Work work = drawWork(draft);
    const QByteArray lede = ledeOf(QString::fromUtf8(draft.text)).toUtf8();
    const QByteArray& headline = work.isWritten ? work.headline : draft.headline;
    const QByteArray tags = m_dice.hits(0.1) ? drawTags() : QByteArray("");
    const qint64 changed = std::max(draft.evidenceAt, work.at);
    const Scorecard card = work.isScored ? drawCard(m_dice, m_sources.method, work.at) : Scorecard();
    const auto impact = work.isScored ? impactOf(m_sources.method, card) : std::nullopt;

    m_story.bind(draft.id).bindBlob(uuid(draft.openedAt)).bind(headline);
    m_story.bind(work.isWritten ? work.summary : lede).bind(work.why).bindId(draft.category).bind(tags);
    m_story.bind(m_sources.outlets[size_t(draft.leadOutlet)].name).bind(draft.link);
    m_story.bind(draft.link.mid(qstrlen(https))).bind(headlineKey(QString::fromUtf8(headline)));
    m_story.bind(qint64(work.isWritten ? m_dice.below(4) : 0))
        .bind(qint64(work.stage))
        .bind(work.spikeReason);
    m_story.bind(qint64(work.isUnread)).bind(draft.publishedAt).bind(draft.openedAt).bind(changed);
    m_story.bind(draft.evidenceAt).bind(draft.publishedAt).bind(qint64(draft.articles));
    m_story.bind(qint64(draft.outlets.size())).bind(qint64(draft.tierOne));
    m_story.bind(qint64(draft.articles - draft.reprints)).bind(draft.firstAt).bind(draft.lastAt);
    m_story.bind(qint64(work.isWritten)).bind(qint64(work.at != 0));
    m_story.bindId(draft.articles > 1 ? draft.lead : 0); // of its one article intake does not note it
    m_story.bind(work.isScored ? toVector(m_sources.method, card) : QString());
    const Impact known = impact.value_or(Impact()); // GCC 12 takes the other way for one without a value
    if (impact)
        m_story.bind(known.low).bind(known.high).bind(qint64(std::llround(known.low * 1e9)));
    else
        m_story.bindNull().bindNull().bind(qint64(-1));
    m_story.bindId(work.isScored ? work.at : 0).run();

    if (!tags.isEmpty())
        writeTags(draft.id, tags);
    if (work.isScored)
        writeCard(draft.id, card, work.at);
    writeHistory(draft, work, lede);
}

/// It has its story's number.
void DeskRows::writeCard(qint64 story, const Scorecard& card, qint64 at)
{
    m_card.bind(story).bind(story).bind(m_analyst).bind(card.methodKey);
    m_card.bind(qint64(card.methodVersion)).bind(at).run();
    for (auto cell = card.cells.cbegin(); cell != card.cells.cend(); ++cell)
        m_cell.bind(story).bind(cell.key()).bind(qint64(cell->value.tenths())).bind(at).run();
}

void DeskRows::writeHistory(const Draft& draft, const Work& work, const QByteArray& lede)
{
    const auto note = [&](StoryField field, const QByteArray& old, const QByteArray& now) {
        m_change.bind(draft.id)
            .bind(work.at)
            .bind(m_analyst)
            .bind(fieldName(field))
            .bind(old)
            .bind(now)
            .run();
    };
    if (work.isWritten) {
        note(StoryField::Headline, draft.headline, work.headline);
        note(StoryField::Summary, lede, work.summary);
        note(StoryField::WhyItMatters, "", work.why);
    }
    if (work.stage != int(Stage::Incoming))
        note(StoryField::State, toText(StoryState()).toUtf8(),
             toText(StoryState{Stage(work.stage), work.spikeReason, Stage::Incoming}).toUtf8());
}

QByteArray DeskRows::drawTags()
{
    QList<QByteArray> tags;
    for (int left = m_dice.between(1, 4); left > 0; --left) {
        const int place = std::min(m_dice.below(200), m_dice.below(200)); // some are much used
        if (const QByteArray tag = m_mill.word(300 + place); !tags.contains(tag))
            tags.append(tag);
    }
    return tags.join('\n');
}

void DeskRows::writeTags(qint64 story, const QByteArray& tags)
{
    for (const QByteArray& tag : tags.split('\n'))
        m_tag.bind(tag).bind(story).run();
}

} // namespace Scoredesk::Test
