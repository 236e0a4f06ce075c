// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/result.h"

#include <QAbstractListModel>
#include <QCache>
#include <QList>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Scoredesk {

class QueueGathering;
class Store;

/// The stories of one view, in its order, holding still while the desk changes.
///
/// It keeps the ids of the whole view and the content of the lines that were lately shown. The first page is
/// read at once, the rest in slices between events, so that a view of a million opens as fast as one of ten.
/// A view that no index orders is gathered on another thread; until it has been, the lines of the last one
/// stay. Never resets but for a new view: content changes update rows; stories that arrive wait in
/// arrivals(); stories that no longer match stay until dropLeft().
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole, IdRole }; ///< a QueueRow, a StoryId
    /// A line as a sentence, for screen readers.
    using SpokenText = std::function<QString(const QueueRow&)>;

    explicit QueueModel(Store& store, QObject* parent = nullptr);
    ~QueueModel() override;

    const QueueView& view() const { return m_view; }
    /// viewShown() tells when its lines are there: during this call, or later.
    void setView(const QueueView& view);
    bool isGathering() const; ///< the lines are not yet, or not all, those of view()
    /// The lines are view()'s, or will be; else it was given up, or cannot be read.
    bool isAnswered() const;
    /// What is being gathered is not wanted any more; the lines stay.
    void stopGathering();
    void setSpokenText(const SpokenText& text) { m_spokenText = text; }
    void reload();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    StoryId idAt(int row) const; ///< noStory outside the list
    int rowOf(StoryId id) const; ///< −1 where it is not in the list
    QueueRow rowAt(int row) const;
    bool isComplete() const { return m_complete && m_first.isEmpty(); } ///< every id of the view is loaded
    /// Reads what is left of the view's ids now, for an act on all of them.
    void loadAll();

    int arrivals() const { return int(m_arrived.size()); } ///< stories that match and wait to be shown
    /// Puts what has arrived in its place.
    void showArrivals();
    /// Whether the row's story no longer matches the view and only waits for the analyst to move on.
    bool hasLeft(int row) const { return m_left.contains(idAt(row)); }
    /// Takes out the stories that no longer match, but for `keep`.
    void dropLeft(StoryId keep);

Q_SIGNALS:
    void viewShown();
    void gathered(); ///< of a view that is gathered all lines are there
    void arrivalsChanged(int count);
    void failed(const Scoredesk::Error& error);

private:
    void gatherAgain();
    void weigh(const QList<StoryId>& ids);
    void onMatched(const QList<StoryId>& ids);
    void showFirst(const QList<StoryId>& ids);
    void showGathered(const QList<StoryId>& ids);
    void reset(const std::function<void()>& fill);
    void loadFirstPage();
    void loadSlice(int most);
    void insert(StoryId id);
    void insertAll(const QSet<StoryId>& ids);
    int placeOf(const QueueRow& row) const;
    void onAdded(const QList<StoryId>& ids);
    void onChanged(const QList<StoryId>& ids);
    void onRemoved(const QList<StoryId>& ids);
    void removeIds(const QSet<StoryId>& ids);

    Store& m_store;
    QueueGathering* m_gathering;
    SpokenText m_spokenText;
    QueueView m_view;
    QueueView m_shown; ///< whose lines these are: another, while m_view is gathered or cannot be read
    QList<StoryId> m_ids;
    QueueCursor m_next;
    bool m_complete = true;
    QList<StoryId> m_first; ///< of a gathered view, as they were shown; the rest is still being gathered
    QTimer m_filler;
    mutable QCache<StoryId, QueueRow> m_rows;
    QSet<StoryId> m_arrived;
    QSet<StoryId> m_left;
    QSet<StoryId> m_fresh;   ///< came onto the desk, and are not yet known to match
    QSet<StoryId> m_stirred; ///< came or changed while a view was gathered, which may not know of it
    QSet<StoryId> m_gone;    ///< went meanwhile
    QSet<StoryId> m_placed;  ///< put in while the view was still being read, which will meet them again
};

} // namespace Scoredesk

Q_DECLARE_METATYPE(Scoredesk::QueueRow)
