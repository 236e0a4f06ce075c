// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"

#include <QTreeWidget>

namespace Scoredesk {

class Store;

/// The views of the desk with their live counts: the stages of triage, then the categories.
class ViewList : public QTreeWidget {
    Q_OBJECT

public:
    explicit ViewList(Store& store, QWidget* parent = nullptr);

    /// Selects the view's line without telling.
    void select(const QueueView& view);
    /// Chooses the view of all stories, and tells.
    void chooseAll();

Q_SIGNALS:
    /// Kind and category of the view chosen; order and search are the queue's own.
    void viewChosen(Scoredesk::QueueView::Kind kind, const QString& category);

private:
    void readCounts();
    void fillCategories(const QueueCounts& counts);

    Store& m_store;
    QTreeWidgetItem* m_categories;
};

} // namespace Scoredesk
