// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "tests/ui/deskfixture.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/sources/sourcetable.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QLineEdit>
#include <QTabWidget>

namespace Scoredesk::Test {

/// The window of feeds and outlets on a desk with three feeds: one good, one failing, one idle.
class SourcesFixture {
protected:
    void openWindow();
    void closeWindow();

    FeedStore& feeds() { return m_desk->store().feeds(); }
    FeedId addFeed(const QString& name, const QString& site = QStringLiteral("https://example.com/"));
    void record(FeedId id, const FetchOutcome& outcome);
    DeskFeed stored(FeedId id) { return feeds().byId(id).value_or(DeskFeed()); }
    Outlet outlet(const QString& name) { return feeds().outlets().find(name).value_or(Outlet()); }
    OutletId addOutlet(const QString& name, const QStringList& domains, int tier = 0);
    static FetchOutcome good(const QDateTime& newest);
    static FetchOutcome failure();

    template<typename T>
    T* find(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    SourceTable* feedTable() const { return find<SourceTable>(QStringLiteral("feedsTable")); }
    SourceTable* outletTable() const { return find<SourceTable>(QStringLiteral("outletsTable")); }
    QString notice() const { return m_dialog->findChild<NoticeBar*>()->text(); }
    /// Of the row that has that name.
    static QModelIndex cell(const SourceTable* table, const QString& name, int column);
    static QStringList names(const SourceTable* table);
    static void choose(SourceTable* table, const QStringList& names);
    /// Opens the cell's editor by F2, types and confirms.
    static void type(SourceTable* table, const QModelIndex& cell, const QString& text);
    void toOutlets();

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<SourcesDialog> m_dialog;
    QAction m_import;
    QAction m_starter;
    FeedId m_wire{};
    FeedId m_lab{};
    FeedId m_blog{};
};

inline void SourcesFixture::openWindow()
{
    m_desk = std::make_unique<DeskFixture>();
    m_import.setObjectName(QStringLiteral("importFeeds"));
    m_starter.setObjectName(QStringLiteral("starterFeeds"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_wire = addFeed(QStringLiteral("Wire"));
    m_lab = addFeed(QStringLiteral("Lab notes"));
    m_blog = addFeed(QStringLiteral("Old blog"));
    record(m_wire, good(now.addSecs(-600)));
    record(m_lab, failure());
    record(m_blog, good(now.addDays(-40)));
    m_dialog = std::make_unique<SourcesDialog>(m_desk->desk(), QList<QAction*>{&m_import, &m_starter});
    QVERIFY(showActive(*m_dialog));
}

inline void SourcesFixture::closeWindow()
{
    m_dialog.reset();
    m_desk.reset();
}

inline FeedId SourcesFixture::addFeed(const QString& name, const QString& site)
{
    DeskFeed feed;
    feed.url = QStringLiteral("https://example.com/%1.xml").arg(name.toLower().replace(u' ', u'-'));
    feed.title = name;
    feed.site = site;
    return feeds().save(feed).value_or(FeedId{});
}

inline void SourcesFixture::record(FeedId id, const FetchOutcome& outcome)
{
    const auto done = feeds().recordFetch(id, outcome);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

inline OutletId SourcesFixture::addOutlet(const QString& name, const QStringList& domains, int tier)
{
    Outlet outlet;
    outlet.name = name;
    outlet.domains = domains;
    outlet.tier = tier;
    const auto saved = feeds().outlets().save({outlet});
    return saved ? saved->made.value(0) : OutletId{};
}

inline FetchOutcome SourcesFixture::good(const QDateTime& newest)
{
    FetchOutcome outcome;
    outcome.at = QDateTime::currentDateTimeUtc();
    outcome.nextAt = outcome.at.addSecs(1800);
    outcome.status = 200;
    outcome.items = 20;
    outcome.newestItem = newest;
    outcome.usualGap = 3600;
    outcome.notes = {QStringLiteral("a bare ampersand")};
    return outcome;
}

inline FetchOutcome SourcesFixture::failure()
{
    FetchOutcome outcome;
    outcome.kind = FetchOutcome::Kind::Failed;
    outcome.at = QDateTime::currentDateTimeUtc();
    outcome.nextAt = outcome.at.addSecs(600);
    outcome.failure = FetchFailure::Status;
    outcome.status = 503;
    outcome.reason = QStringLiteral("The server is busy (503).");
    return outcome;
}

inline QModelIndex SourcesFixture::cell(const SourceTable* table, const QString& name, int column)
{
    return table->model()->index(int(names(table).indexOf(name)), column);
}

inline QStringList SourcesFixture::names(const SourceTable* table)
{
    QStringList names;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names.append(table->model()->index(row, 0).data().toString());
    return names;
}

inline void SourcesFixture::choose(SourceTable* table, const QStringList& names)
{
    table->setFocus();
    table->clearSelection();
    for (const QString& name : names)
        table->selectionModel()->setCurrentIndex(cell(table, name, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

inline void SourcesFixture::type(SourceTable* table, const QModelIndex& cell, const QString& text)
{
    table->setFocus();
    table->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    if (text.isEmpty())
        QTest::keyClick(editor, Qt::Key_Delete);
    else
        QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    // An editor is gone in the next turn of the loop.
    QTRY_VERIFY(!table->viewport()->findChild<QLineEdit*>());
}

inline void SourcesFixture::toOutlets()
{
    find<QTabWidget>(QStringLiteral("sourcesTabs"))->setCurrentIndex(1);
    QVERIFY(outletTable()->isVisible());
}

} // namespace Scoredesk::Test
