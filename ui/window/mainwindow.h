// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/importplan.h"
#include "ui/window/windowsettings.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace Scoredesk {

class BulkActs;
class CoverageActs;
class Desk;
class ExportFlow;
class FirstRunPage;
class KeysOverlay;
class NoticeBar;
class QueuePanel;
class SearchFlow;
class ShiftActs;
class SourcesFlow;
class StoryPanel;
class SystemTheme;
class Triage;
class ViewList;
class WindowActions;

/// The newsroom's window: views, queue and story side by side, and the commands over them.
///
/// It asks for what reaches beyond the desk (files, services) by its signals; it never does such work itself.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Desk& desk, QWidget* parent = nullptr);
    ~MainWindow() override;

    WindowActions& actions() { return *m_actions; }
    void showError(const Error& error);
    void showInfo(const QString& sentence);
    /// Shows what an import would do; what is accepted there becomes one undo step.
    void previewImport(const ImportPlan& plan);
    /// Brings the window to the front, for a second start on the same desk.
    void comeForward();

Q_SIGNALS:
    void importFilesRequested(const QStringList& paths);
    /// Clipboard or dropped content; valid during the call only.
    void importDataRequested(const QMimeData* data);
    void sampleDeskRequested();
    void deskExportRequested(const QString& path);
    void backupRequested(const QString& path);
    void restoreRequested(const QString& backup); ///< it is to take the desk's place
    void refreshRequested();
    void addFeedsRequested();
    void feedListRequested(const QString& path); ///< OPML to add
    void starterPackRequested();
    void feedListExportRequested(const QString& path);
    void rulesRequested();                                             ///< the window of the desk's rules
    void feedsRefreshRequested(const QList<Scoredesk::FeedId>& feeds); ///< these alone
    void outletTableRequested(const QString& path);                    ///< CSV to take in
    void outletTableExportRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildToolBar();
    void buildContent();
    void inkIcons();
    void connectDesk();
    void connectWindow();
    void connectFeeds();
    void showPageForDesk();
    void restoreLayout();
    void resume();
    void applyLookNow();
    void openSettings();
    void openAbout();
    void openLink(const QUrl& url);
    void updateTitle();
    void updateStatus();

    Desk& m_desk;
    WindowSettings m_settings;
    WindowActions* m_actions;
    SystemTheme* m_systemTheme;
    QStackedWidget* m_pages = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    QSplitter* m_splitter = nullptr;
    ViewList* m_views = nullptr;
    QueuePanel* m_queue = nullptr;
    StoryPanel* m_story = nullptr;
    NoticeBar* m_notice = nullptr;
    KeysOverlay* m_keys = nullptr;
    SearchFlow* m_searching = nullptr;
    QLabel* m_status = nullptr;
    Triage* m_triage = nullptr;
    CoverageActs* m_coverage = nullptr;
    BulkActs* m_bulk = nullptr;
    ShiftActs* m_shift = nullptr;
    ExportFlow* m_export = nullptr;
    SourcesFlow* m_sources = nullptr;
    QTimer m_resumeDelay;
    QTimer m_otherWriters;
};

} // namespace Scoredesk
