// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/result.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace Scoredesk {

class Desk;
class QueueDelegate;
class QueueModel;

/// The queue: the stories of a view, the pill that tells of new ones, and the way through them by key.
class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(Desk& desk, QWidget* parent = nullptr);

    QueueView view() const;
    /// Which stories, but for order and search, which are kept. The story that is current stays so where the
    /// view shows it.
    void showView(const QueueView& view);
    /// Of a query that cannot be read the panel says why, and keeps the lines that it shows.
    void setSearch(const QString& query);
    /// The search is being typed on: what is under way for it is not wanted any more.
    void stopSearching();
    /// Both at once.
    void showFound(const QueueView& view, const QString& query);
    /// `dimension`: of Order::Dimension. One that the method has not got is Newest.
    void setOrder(QueueView::Order order, const QString& dimension = {});

    /// The selected stories in the list's order; the current one alone where there is no wider selection.
    QList<StoryId> selected() const;
    void next();
    void previous();
    /// After an act on the selection: the line after it becomes current, or the last one.
    void advance();
    void selectAll();
    /// Puts what waits behind "N new" in its place, and shows the top of the list.
    void showArrivals();
    void focusList();

Q_SIGNALS:
    void failed(const Scoredesk::Error& error);
    /// The desk's first stories have come, and the one that it shows belongs to another view.
    void allStoriesNeeded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void moveTo(int row);
    void onCurrentRowChanged();
    void onDeskCurrentChanged(StoryId id);
    void onCountsChanged();
    void change(const QueueView& view);
    void onViewShown();
    void onFailed(const Error& error);
    void fillOrders();
    QString titleOf(const QueueView& view) const;
    void onRowsInserted();
    void updateEmptyText();
    void updatePill(int count);
    void placeOverlays();
    void measureLines();

    Desk& m_desk;
    QueueModel* m_model;
    QueueDelegate* m_delegate;
    QTableView* m_table;
    QLabel* m_title;
    QLabel* m_fault;
    QComboBox* m_order;
    QPushButton* m_pill;
    QLabel* m_empty;
    StoryId m_awaited = noStory; ///< to be selected when the slice that holds it has been read
    bool m_selectsAll = false;   ///< once all that is being gathered is there
    bool m_deskIsEmpty = true;
    bool m_firstHaveCome = false; ///< in the step that is being carried out
    bool m_following = false;     ///< the desk tells its current story: the list follows, it does not lead
};

} // namespace Scoredesk
