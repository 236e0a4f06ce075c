// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/result.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

class QWidget;

namespace Scoredesk {

class Desk;
class SourcesDialog;
class WindowActions;

/// Opens the window of feeds and outlets, and passes on what it asks for.
class SourcesFlow : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    SourcesFlow(Desk& desk, const WindowActions& actions, QWidget* window);

    /// Also in that window, while it is open: whoever works there looks there.
    void showError(const Error& error);
    void showInfo(const QString& sentence);
    QByteArray saveState() const;
    void restoreState(const QByteArray& state) { m_state = state; }

Q_SIGNALS:
    void feedsRefreshRequested(const QList<Scoredesk::FeedId>& feeds);
    void siteOpenRequested(const QUrl& site);
    void outletTableRequested(const QString& path); ///< CSV to take in
    void outletTableExportRequested(const QString& path);

private:
    void open();

    Desk& m_desk;
    const WindowActions& m_actions;
    QWidget* m_window;
    QPointer<SourcesDialog> m_dialog;
    QByteArray m_state;
};

} // namespace Scoredesk
