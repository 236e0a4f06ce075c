// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/connection.h"
#include "storage/sql/statement.h"
#include "tests/support/generator.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/stories/viewlist.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Every statement that the window runs in its own thread is served by an index: a session of triage is
/// played, and SQLite is asked how it would serve what was run.
class QueryPlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesPlans_data();
    void judgesPlans();
    void windowScansNothing();

private:
    QStringList session();
    static QString faultOf(Connection& connection, const QString& sql);

    Test::TempDesk m_temp;
};

namespace {

/// The tables that grow with the desk. All others stay small.
const QString grows =
    u"story|article|change|card|card_cell|story_tag|article_version|coverage_change|quotation|"
    "export|story_signal|overrule|merge_suggestion"_s;

/// Tables by the names that a statement gives them.
QMap<QString, QString> namesIn(const QString& sql)
{
    static const QRegularExpression named(u"\\b(?:FROM|JOIN|INTO|UPDATE|,)\\s+(%1)\\b(?:\\s+(?:AS\\s+)?(?!"
                                          u"WHERE|ORDER|GROUP|CROSS|LEFT|JOIN|ON|SET|"
                                          "UNION|LIMIT|EXCEPT|VALUES)(\\w+))?"_s.arg(grows));
    QMap<QString, QString> names;
    for (auto match = named.globalMatch(sql); match.hasNext();) {
        const auto found = match.next();
        names.insert(found.captured(2).isEmpty() ? found.captured(1) : found.captured(2), found.captured(1));
    }
    return names;
}

/// Statements that may take longer, since they are asked for by hand and seldom: why.
const QList<std::pair<QString, QString>> excused = {
    {u"SELECT story_uuid, category FROM export ORDER BY at DESC"_s,
     u"the last ten exports: read from the newest on, until there are ten"_s},
    {u"FROM story_tag GROUP BY"_s, u"the tags to complete from: walked once an index, when tags are typed"_s},
};

} // namespace

void QueryPlansTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_queryplans"_s);
    QSettings().clear();
    Test::Generator generator;
    QVERIFY(m_temp.store().addStories(generator.stories(300), {u"Ada"_s, 0}));
    QVERIFY(m_temp.store().setSavedSearches({{u"Kept"_s, u"impact>=5"_s}}));
    m_temp.reopen(); // what made the desk is no part of the session
}

/// What is wrong with how SQLite would serve it; empty where nothing is.
QString QueryPlansTest::faultOf(Connection& connection, const QString& sql)
{
    const QMap<QString, QString> names = namesIn(sql);
    Statement plan(connection, u"EXPLAIN QUERY PLAN "_s + sql);
    for (qsizetype i = sql.count(u'?'); i > 0; --i)
        plan.bindNull();
    static const QRegularExpression line(u"^(SCAN|SEARCH) (\\w+)"_s);
    QStringList lines;
    QString fault;
    bool walksStories = false;
    while (plan.next()) {
        const QString text = plan.text(3);
        lines.append(text);
        const auto match = line.match(text);
        if (!match.hasMatch() || !names.contains(match.captured(2)))
            continue;
        const bool isScan = match.captured(1) == "SCAN"_L1;
        const bool walksIndex = isScan && text.contains(u"INDEX"_s) && sql.contains(u"LIMIT"_s);
        if (isScan && !walksIndex)
            fault = text;
        const bool isRange = text.contains(u'<') || text.contains(u'>');
        walksStories = walksStories || (names.value(match.captured(2)) == "story"_L1 && (isScan || isRange));
    }
    if (fault.isEmpty() && walksStories && lines.join(u'\n').contains(u"TEMP B-TREE"_s))
        fault = u"stories are put in order by hand"_s;
    return fault.isEmpty() ? QString() : fault + u"\n  "_s + lines.join(u"\n  "_s);
}

void QueryPlansTest::judgesPlans_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("by key") << u"SELECT headline FROM story WHERE id = ?"_s << true;
    QTest::newRow("a page of an index")
        << u"SELECT id FROM story ORDER BY sort_at DESC, id DESC LIMIT ?"_s << true;
    QTest::newRow("a whole table") << u"SELECT headline FROM story WHERE headline LIKE ?"_s << false;
    QTest::newRow("a whole table by another name")
        << u"SELECT x.headline FROM story x WHERE x.summary = ?"_s << false;
    QTest::newRow("a whole index") << u"SELECT count(*) FROM article"_s << false;
    QTest::newRow("a small table") << u"SELECT name FROM category ORDER BY name DESC"_s << true;
    QTest::newRow("put in order by hand")
        << u"SELECT s.id FROM story s WHERE s.sort_at > ? ORDER BY s.headline LIMIT 5"_s << false;
}

void QueryPlansTest::judgesPlans()
{
    QFETCH(QString, sql);
    QFETCH(bool, isGood);
    const auto connection = Connection::open(m_temp.path(), {.readOnly = true});
    QVERIFY(connection);
    const QString fault = faultOf(**connection, sql);
    QVERIFY2(fault.isEmpty() == isGood, qPrintable(fault));
}

/// Plays what an analyst does, and returns the statements that it took.
QStringList QueryPlansTest::session()
{
    Desk desk(m_temp.store(), u"Ada"_s);
    MainWindow window(desk);
    window.resize(1200, 800);
    window.show();
    QApplication::setActiveWindow(&window);
    auto* queue = window.findChild<QTableView*>(u"queue"_s);
    auto* search = window.findChild<QLineEdit*>(u"search"_s);
    auto* order = window.findChild<QComboBox*>(u"queueOrder"_s);
    auto* views = window.findChild<ViewList*>();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : queue, key, modifiers);
        QCoreApplication::processEvents();
    };
    for (QTreeWidgetItemIterator line(views); *line; ++line) {
        const QTreeWidgetItem* heading = (*line)->parent();
        if (heading && heading->indexOfChild(*line) > 1)
            continue; // one outlet is like the other
        views->setCurrentItem(*line);
        for (int i = 0; i < order->count(); ++i) {
            order->setCurrentIndex(i);
            Q_EMIT order->activated(i);
            QTest::qWait(5);
        }
    }
    search->clear();
    QTest::qWait(150);
    views->setCurrentItem(views->topLevelItem(0));
    order->setCurrentIndex(0);
    Q_EMIT order->activated(0);
    QTest::qWait(20);
    queue->setFocus();
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_K, Qt::Key_S, Qt::Key_X, Qt::Key_U, Qt::Key_J, Qt::Key_R})
        press(key);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_1);
    press(Qt::Key_7);
    press(Qt::Key_Return);
    QTest::qWait(400); // comparables, and read by being looked at
    press(Qt::Key_Escape);
    window.findChild<QAction*>(u"articles"_s)->trigger();
    queue->setFocus();
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_M);
    press(Qt::Key_Z, Qt::ControlModifier);
    desk.setText(StoryField::Headline, u"Another headline"_s);
    desk.setTags({u"gpu"_s});
    desk.setCategory({desk.current()}, u"AI"_s);
    desk.removeStories({desk.current()});
    press(Qt::Key_Z, Qt::ControlModifier);
    for (const char* query : {"kalo", "kalo ren*", "impact>=5 -tag:gpu", "outlet:12 OR tier:1"}) {
        search->setText(QString::fromLatin1(query));
        QTest::qWait(200);
        press(Qt::Key_J);
    }
    window.findChild<QAction*>(u"shift"_s)->trigger();
    QTest::qWait(50);
    return m_temp.store().usedSql();
}

void QueryPlansTest::windowScansNothing()
{
    const QStringList statements = session();
    QVERIFY2(statements.size() > 60, qPrintable(QString::number(statements.size()))); // it did play
    const auto connection = Connection::open(m_temp.path(), {.readOnly = true});
    QVERIFY(connection);
    QStringList faults;
    for (const QString& sql : statements) {
        if (sql.startsWith("PRAGMA"_L1) || sql.startsWith("BEGIN"_L1) || sql.startsWith("COMMIT"_L1) ||
            sql.startsWith("ROLLBACK"_L1) || sql.startsWith("SAVEPOINT"_L1) || sql.startsWith("RELEASE"_L1))
            continue;
        const bool isExcused = std::any_of(excused.begin(), excused.end(),
                                           [&sql](const auto& excuse) { return sql.contains(excuse.first); });
        if (const QString fault = faultOf(**connection, sql); !fault.isEmpty() && !isExcused)
            faults.append(sql + u'\n' + fault);
        (*connection)->takeFailure(); // a writing statement cannot be explained by a reader in a few cases
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u"\n\n"_s)));
}

QTEST_MAIN(QueryPlansTest)
#include "tst_queryplans.moc"
