// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/savedsearch.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace Scoredesk {

class Desk;
class QueuePanel;
class SearchField;
class ViewList;
class WindowActions;

/// Searching in the window: what is typed goes to the queue after a moment; searches are kept and dropped,
/// each as one undo step.
class SearchFlow : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    SearchFlow(Desk& desk, QueuePanel& queue, ViewList& views, const WindowActions& actions, QWidget* window);

    SearchField* field() const { return m_field; }

private:
    void searchNow();
    void choose(const SavedSearch& search);
    void askName();
    void keep(const QString& name, const QString& query);
    void drop(const SavedSearch& search);
    bool change(const QString& step, const QList<SavedSearch>& searches);
    QStringList valuesOf(const QString& field) const;

    Desk& m_desk;
    QueuePanel& m_queue;
    ViewList& m_views;
    QWidget* m_window;
    SearchField* m_field;
    QTimer m_delay;
};

} // namespace Scoredesk
