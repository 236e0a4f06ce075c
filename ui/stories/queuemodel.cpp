// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/queuemodel.h"

#include "storage/store.h"
#include "ui/stories/queuegathering.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>

namespace Scoredesk {

static constexpr int firstPage = 200;
static constexpr int slice = 10'000; // about two milliseconds of reading between events
static constexpr int lineBatch = 64; // lines read together around the one asked for
static constexpr int cachedLines = 4096;
/// Milliseconds for which a gathered view is waited for, so that what is found at once shows at once.
static constexpr int shortWait = 12;
/// Above this many changed rows one range notice is cheaper than looking each row up.
static constexpr qsizetype manyChanged = 64;

QueueModel::QueueModel(Store& store, QObject* parent)
    : QAbstractListModel(parent),
      m_store(store),
      m_gathering(new QueueGathering(store.path(), this)),
      m_rows(cachedLines)
{
    connect(m_gathering, &QueueGathering::begun, this, &QueueModel::showFirst);
    connect(m_gathering, &QueueGathering::gathered, this, &QueueModel::showGathered);
    connect(m_gathering, &QueueGathering::matched, this, &QueueModel::onMatched);
    connect(m_gathering, &QueueGathering::failed, this, &QueueModel::failed);
    m_filler.setInterval(0);
    connect(&m_filler, &QTimer::timeout, this, [this] { loadSlice(slice); });
    connect(&m_store, &Store::storiesAdded, this, &QueueModel::onAdded);
    connect(&m_store, &Store::storiesChanged, this, &QueueModel::onChanged);
    connect(&m_store, &Store::storiesRemoved, this, &QueueModel::onRemoved);
    connect(&m_store, &Store::methodChanged, this, [this] {
        m_rows.clear();
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
    });
}

QueueModel::~QueueModel() = default;

void QueueModel::setView(const QueueView& view)
{
    m_view = view;
    reload();
}

bool QueueModel::isGathering() const
{
    return m_gathering->isAsked();
}

bool QueueModel::isAnswered() const
{
    return isGathering() || (m_view == m_shown && m_first.isEmpty());
}

void QueueModel::stopGathering()
{
    if (isGathering())
        m_gathering->cancel();
}

/// The view that shows, since its order is not told by its lines; unless another is on its way.
void QueueModel::gatherAgain()
{
    if (isGathering())
        return;
    m_view = m_shown;
    reload();
}

void QueueModel::reload()
{
    m_fresh.clear(); // what is read from here on knows of them
    m_stirred.clear();
    m_gone.clear();
    if (m_view.isIndexed()) {
        m_gathering->cancel();
        m_shown = m_view;
        reset([this] { loadFirstPage(); });
        return;
    }
    // Until it has been gathered the lines are those of the last view, which is read on.
    m_gathering->ask(m_view);
    m_gathering->waitFor(shortWait);
}

void QueueModel::showFirst(const QList<StoryId>& ids)
{
    m_shown = m_view;
    reset([this, &ids] {
        m_ids = ids;
        m_first = ids;
        m_complete = true; // there is no page to read on from
    });
}

void QueueModel::showGathered(const QList<StoryId>& gathered)
{
    QList<StoryId> ids = gathered;
    if (!m_gone.isEmpty())
        ids.removeIf([this](StoryId id) { return m_gone.contains(id); });
    const QSet<StoryId> stirred = std::exchange(m_stirred, {});
    m_gone.clear();
    m_shown = m_view;
    const QList<StoryId> first = std::exchange(m_first, {});
    // What shows already holds still, and the rest goes below it.
    if (!first.isEmpty() && m_ids == first && ids.size() >= first.size() &&
        std::equal(first.begin(), first.end(), ids.begin())) {
        if (ids.size() > first.size()) {
            beginInsertRows({}, int(first.size()), int(ids.size()) - 1);
            m_ids = ids;
            endInsertRows();
        }
    } else {
        reset([this, &ids] {
            m_ids = ids;
            m_complete = true;
        });
    }
    weigh({stirred.begin(), stirred.end()});
    Q_EMIT this->gathered();
}

void QueueModel::reset(const std::function<void()>& fill)
{
    beginResetModel();
    m_ids.clear();
    m_rows.clear();
    m_left.clear();
    m_placed.clear();
    m_next = {};
    m_first.clear();
    m_complete = false;
    fill();
    endResetModel();
    if (!m_arrived.isEmpty()) {
        m_arrived.clear();
        Q_EMIT arrivalsChanged(0);
    }
    if (!m_complete)
        m_filler.start();
    Q_EMIT viewShown();
}

void QueueModel::loadFirstPage()
{
    const auto page = m_store.queuePage(m_shown, m_next, firstPage);
    if (!page) {
        m_complete = true;
        Q_EMIT failed(page.error());
        return;
    }
    m_ids = page->ids;
    m_next = page->next;
    m_complete = !page->more;
}

void QueueModel::loadSlice(int most)
{
    const auto page = m_store.queuePage(m_shown, m_next, most);
    if (!page) {
        m_filler.stop();
        m_complete = true;
        Q_EMIT failed(page.error());
        return;
    }
    QList<StoryId> ids = page->ids;
    if (!m_placed.isEmpty())
        ids.removeIf([this](StoryId id) { return m_placed.contains(id); });
    if (!ids.isEmpty()) {
        beginInsertRows({}, int(m_ids.size()), int(m_ids.size() + ids.size()) - 1);
        m_ids.append(ids);
        endInsertRows();
    }
    m_next = page->next;
    m_complete = !page->more;
    if (m_complete)
        m_filler.stop();
}

void QueueModel::loadAll()
{
    while (!m_complete)
        loadSlice(slice);
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    switch (role) {
    case RowRole:
        return QVariant::fromValue(rowAt(index.row()));
    case IdRole:
        return QVariant::fromValue(m_ids[index.row()]);
    case Qt::DisplayRole:
        return rowAt(index.row()).headline;
    case Qt::AccessibleTextRole:
        return m_spokenText ? m_spokenText(rowAt(index.row())) : rowAt(index.row()).headline;
    default:
        return {};
    }
}

StoryId QueueModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids[row] : noStory;
}

int QueueModel::rowOf(StoryId id) const
{
    // A scan of eight bytes a story takes half a millisecond at a million; a hash would take 40 MB.
    return int(m_ids.indexOf(id));
}

QueueRow QueueModel::rowAt(int row) const
{
    const StoryId id = idAt(row);
    if (const QueueRow* cached = m_rows.object(id))
        return *cached;
    const int from = std::max(0, row - lineBatch / 4);
    if (const auto rows = m_store.queueRows(m_ids.mid(from, lineBatch)))
        for (const QueueRow& read : *rows)
            m_rows.insert(read.id, new QueueRow(read));
    const QueueRow* found = m_rows.object(id);
    return found ? *found : QueueRow();
}

void QueueModel::showArrivals()
{
    if (m_arrived.isEmpty())
        return;
    const QSet<StoryId> arrived = std::exchange(m_arrived, {});
    if (arrived.size() > manyChanged && !m_shown.isIndexed())
        gatherAgain();
    else if (arrived.size() > manyChanged)
        insertAll(arrived);
    else
        for (const StoryId id : arrived)
            insert(id);
    Q_EMIT arrivalsChanged(0);
}

void QueueModel::dropLeft(StoryId keep)
{
    QSet<StoryId> leaving = m_left;
    leaving.remove(keep);
    if (leaving.isEmpty())
        return;
    m_left.subtract(leaving);
    removeIds(leaving);
}

/// Where a row belongs by the view's order, among rows that may since have changed their own key: good enough
/// to put a story back near where it was, without moving any other.
int QueueModel::placeOf(const QueueRow& row) const
{
    const auto key = [this](const QueueRow& of) -> std::pair<double, qint64> {
        switch (m_shown.order) {
        case QueueView::Order::Coverage:
            return {double(of.outlets), number(of.id)};
        case QueueView::Order::Impact:
            if (m_shown.kind == QueueView::Kind::Unscored) // they have none, and are shown newest first
                break;
            return {of.impactLow.value_or(-1), number(of.id)};
        case QueueView::Order::LastChanged:
            return {double(of.changedAt.toMSecsSinceEpoch()), number(of.id)};
        default:
            break;
        }
        return {double(of.sortedAt.toMSecsSinceEpoch()), number(of.id)};
    };
    const auto wanted = key(row);
    int from = 0;
    int to = int(m_ids.size());
    while (from < to) {
        const int middle = from + (to - from) / 2;
        if (key(rowAt(middle)) > wanted)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

void QueueModel::insert(StoryId id)
{
    if (m_ids.contains(id))
        return;
    const auto rows = m_store.queueRows({id});
    if (!rows || rows->isEmpty())
        return;
    // By a dimension, or by how well it fits, its place is not told by its line.
    const bool hasPlace = m_shown.order != QueueView::Order::Dimension &&
                          (m_shown.order != QueueView::Order::Relevance || m_shown.isIndexed());
    const int place = hasPlace ? placeOf(rows->first()) : 0;
    if (place == m_ids.size() && !m_complete)
        return; // it lies in what is still to be read
    beginInsertRows({}, place, place);
    m_ids.insert(place, id);
    if (!m_complete)
        m_placed.insert(id);
    endInsertRows();
}

/// Many at once: the view's order is read again whole, and what lacks goes in run by run, so that no story is
/// looked up alone and none that is listed moves.
void QueueModel::insertAll(const QSet<StoryId>& ids)
{
    if (ids.isEmpty())
        return;
    loadAll();
    QSet<StoryId> missing = ids;
    for (const StoryId id : std::as_const(m_ids))
        missing.remove(id);
    QHash<StoryId, int> rowOfListed;
    rowOfListed.reserve(m_ids.size());
    for (int row = 0; row < m_ids.size(); ++row)
        rowOfListed.insert(m_ids[row], row);

    const auto page = m_store.queuePage(m_shown, {}, std::numeric_limits<int>::max());
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    int place = 0;    // in the list as it was
    int inserted = 0; // rows put in so far
    QList<StoryId> run;
    const auto putIn = [&] {
        if (run.isEmpty())
            return;
        const int first = place + inserted;
        beginInsertRows({}, first, first + int(run.size()) - 1);
        m_ids.insert(first, run.size(), noStory);
        std::copy(run.cbegin(), run.cend(), m_ids.begin() + first);
        endInsertRows();
        inserted += int(run.size());
        run.clear();
    };
    for (const StoryId id : page->ids) {
        if (missing.contains(id)) {
            run.append(id);
        } else if (const auto listed = rowOfListed.constFind(id);
                   listed != rowOfListed.constEnd() && *listed >= place) {
            putIn();
            place = *listed + 1;
        }
    }
    putIn();
}

void QueueModel::onAdded(const QList<StoryId>& ids)
{
    if (isGathering())
        m_stirred.unite({ids.begin(), ids.end()});
    m_fresh.unite({ids.begin(), ids.end()});
    weigh(ids);
}

void QueueModel::onChanged(const QList<StoryId>& ids)
{
    for (const StoryId id : ids)
        m_rows.remove(id);
    if (isGathering())
        m_stirred.unite({ids.begin(), ids.end()});
    weigh(ids);
    if (ids.size() > manyChanged) {
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
        return;
    }
    for (const StoryId id : ids)
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
}

/// Whether stories that came or changed belong to what is shown. Words that a search found in a listed story
/// are not looked for again: they would be asked of the whole index, and the story stays for now in any case.
void QueueModel::weigh(const QList<StoryId>& ids)
{
    if (ids.isEmpty())
        return;
    QList<StoryId> listed;
    QList<StoryId> others;
    if (ids.size() > manyChanged) {
        const QSet<StoryId> all(m_ids.begin(), m_ids.end());
        for (const StoryId id : ids)
            (all.contains(id) ? listed : others).append(id);
    } else {
        for (const StoryId id : ids)
            (rowOf(id) >= 0 ? listed : others).append(id);
    }
    const auto fit = m_store.matching(m_shown, listed, SearchedFor::Found);
    if (!fit)
        return; // it is not known; what is shown stays
    const QSet<StoryId> stay(fit->begin(), fit->end());
    for (const StoryId id : listed) {
        if (stay.contains(id))
            m_left.remove(id);
        else
            m_left.insert(id);
    }
    others.removeIf([this](StoryId id) { return m_arrived.contains(id); });
    if (others.isEmpty())
        return;
    if (!m_shown.isIndexed()) {
        if (!isGathering()) // else it is looked at when that is done
            m_gathering->match(m_shown, others);
    } else if (const auto match = m_store.matching(m_shown, others)) {
        onMatched(*match);
    }
}

/// Stories that are not listed match: those that came onto the desk wait; others an undo, or an act from
/// another place, brought back.
void QueueModel::onMatched(const QList<StoryId>& ids)
{
    const qsizetype before = m_arrived.size();
    QSet<StoryId> back;
    for (const StoryId id : ids) {
        if (m_fresh.remove(id))
            m_arrived.insert(id);
        else if (!m_arrived.contains(id))
            back.insert(id);
    }
    if (back.size() > manyChanged && !m_shown.isIndexed())
        gatherAgain();
    else if (back.size() > manyChanged)
        insertAll(back);
    else
        for (const StoryId id : std::as_const(back))
            insert(id);
    if (m_arrived.size() != before)
        Q_EMIT arrivalsChanged(arrivals());
}

void QueueModel::onRemoved(const QList<StoryId>& ids)
{
    const QSet<StoryId> gone(ids.begin(), ids.end());
    if (isGathering())
        m_gone.unite(gone);
    m_fresh.subtract(gone);
    m_left.subtract(gone);
    const qsizetype before = m_arrived.size();
    m_arrived.subtract(gone);
    if (m_arrived.size() != before)
        Q_EMIT arrivalsChanged(arrivals());
    removeIds(gone);
}

void QueueModel::removeIds(const QSet<StoryId>& ids)
{
    // From the end, run by run, so that rows keep their numbers while others go.
    for (int last = int(m_ids.size()) - 1; last >= 0; --last) {
        if (!ids.contains(m_ids[last]))
            continue;
        int first = last;
        while (first > 0 && ids.contains(m_ids[first - 1]))
            --first;
        beginRemoveRows({}, first, last);
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    for (const StoryId id : ids)
        m_rows.remove(id);
}

} // namespace Scoredesk
