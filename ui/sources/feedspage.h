// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/feedfield.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class QAction;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace Scoredesk {

class Desk;
class FeedActs;
class FeedDetails;
class FeedsModel;
class SourceTable;
class ToneLabel;

/// The desk's feeds in a table, edited in place, with how each is doing.
class FeedsPage : public QWidget {
    Q_OBJECT

public:
    /// `adding` are the window's commands that add feeds: offered here too.
    FeedsPage(Desk& desk, const QList<QAction*>& adding, QWidget* parent = nullptr);

    void focusTable();
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void refreshRequested(const QList<Scoredesk::FeedId>& feeds);
    void siteOpenRequested(const QUrl& site);
    /// Something was done that shows nowhere by itself.
    void done(const QString& sentence);
    void told(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTable();
    void makeActions(const QList<QAction*>& adding);
    QAction* act(const QString& name, const QString& text, const QString& tip);
    QWidget* makeEmpty(const QList<QAction*>& adding);
    void follow();
    void readAndRest();
    void read();
    void edit(FeedId feed, FeedField field, const DeskFeed& like);
    void onChosen();
    void togglePause();
    void copyAddresses();
    QList<FeedId> chosen() const;
    bool anyRuns(const QList<int>& rows) const;
    QUrl site() const;

    Desk& m_desk;
    FeedsModel* m_model;
    FeedActs* m_acts;
    SourceTable* m_table = nullptr;
    FeedDetails* m_details;
    QLineEdit* m_filter;
    ToneLabel* m_summary;
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    QAction* m_pause = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_openSite = nullptr;
    QAction* m_copy = nullptr;
    QTimer m_again;
    QTimer m_minute;
    bool m_stale = true;
};

} // namespace Scoredesk
