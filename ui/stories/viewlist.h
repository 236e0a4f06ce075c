// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/savedsearch.h"

#include <QTimer>
#include <QTreeWidget>

namespace Scoredesk {

class Store;

/// The views of the desk with their live counts: the stages of triage, what wants scoring, then categories,
/// feeds, outlets, and the searches that are kept.
class ViewList : public QTreeWidget {
    Q_OBJECT

public:
    explicit ViewList(Store& store, QWidget* parent = nullptr);

    /// When the analyst's last shift ended, UTC: what came since is a view. Invalid: there was none.
    void setLastShift(const QDateTime& end);
    /// Selects the view's line without telling.
    void select(const QueueView& view);
    /// Chooses the view of all stories, and tells.
    void chooseAll();

Q_SIGNALS:
    /// Which stories; order and search are the queue's own.
    void viewChosen(const Scoredesk::QueueView& view);
    void searchChosen(const Scoredesk::SavedSearch& search);
    /// A search is not to be kept any longer.
    void searchDropRequested(const Scoredesk::SavedSearch& search);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// A line of a heading, as it is to be.
    struct Line {
        QString text;
        QueueView view;
        int count = 0;
    };

    QTreeWidgetItem* heading(const QString& text, bool isOpen);
    void tellChosen(QTreeWidgetItem* item);
    void readCounts();
    void readNames();
    void readLater();
    void showHeadings(const QueueCounts& counts);
    void fillSearches();
    void fill(QTreeWidgetItem* heading, const QList<Line>& lines);
    bool isHeading(const QTreeWidgetItem* item) const;

    Store& m_store;
    QTreeWidgetItem* m_since;
    QTreeWidgetItem* m_categories;
    QTreeWidgetItem* m_feeds;
    QTreeWidgetItem* m_outlets;
    QTreeWidgetItem* m_searches;
    QTimer m_later; ///< a refresh tells of each of hundreds of feeds
    QMap<FeedId, QString> m_feedNames;
    QMap<OutletId, QString> m_outletNames;
};

} // namespace Scoredesk
