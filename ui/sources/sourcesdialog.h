// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/result.h"

#include <QDialog>
#include <QUrl>

class QAction;
class QTabWidget;

namespace Scoredesk {

class Desk;
class FeedsPage;
class NoticeBar;
class OutletsPage;

/// Where a desk's stories come from: its feeds and outlets, each a page. A window beside the main one; both
/// share the desk's undo.
class SourcesDialog : public QDialog {
    Q_OBJECT

public:
    /// `adding` are the window's commands that add feeds.
    SourcesDialog(Desk& desk, const QList<QAction*>& adding, QWidget* parent = nullptr);

    void showError(const Error& error);
    void showInfo(const QString& sentence);
    /// Layout and size, for the next session.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void refreshRequested(const QList<Scoredesk::FeedId>& feeds);
    void siteOpenRequested(const QUrl& site);
    void outletImportRequested();
    void outletExportRequested();

private:
    void makeUndo(Desk& desk);

    QTabWidget* m_tabs;
    FeedsPage* m_feeds;
    OutletsPage* m_outlets;
    NoticeBar* m_notice;
};

} // namespace Scoredesk
