// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/script.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Where one statement of a script ends and the next begins.
class ScriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
};

void ScriptTest::splits_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("comment only") << u"-- a; b\n/* c; d */"_s << QStringList();
    QTest::newRow("two") << u"A 1; B 2;"_s << QStringList({u"A 1"_s, u"B 2"_s});
    QTest::newRow("no final semicolon") << u"A 1; B 2"_s << QStringList({u"A 1"_s, u"B 2"_s});
    QTest::newRow("empty statements") << u";; A;;"_s << QStringList({u"A"_s});
    QTest::newRow("semicolon in a string") << u"A 'x;y'; B"_s << QStringList({u"A 'x;y'"_s, u"B"_s});
    QTest::newRow("doubled quote") << u"A 'it''s; so'; B"_s << QStringList({u"A 'it''s; so'"_s, u"B"_s});
    QTest::newRow("semicolon in a name")
        << u"A \"x;y\" [p;q] `r;s`; B"_s << QStringList({u"A \"x;y\" [p;q] `r;s`"_s, u"B"_s});
    QTest::newRow("comment inside") << u"A -- x; y\n1; B"_s << QStringList({u"A  \n1"_s, u"B"_s});
    QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON x BEGIN A; B; END; C;"_s
                             << QStringList(
                                    {u"CREATE TRIGGER t AFTER INSERT ON x BEGIN A; B; END"_s, u"C"_s});
    QTest::newRow("trigger with case")
        << u"create temp trigger t begin A CASE WHEN 1 THEN 2 END; B CASE 1 WHEN 1 THEN 2 END; end; C"_s
        << QStringList(
               {u"create temp trigger t begin A CASE WHEN 1 THEN 2 END; B CASE 1 WHEN 1 THEN 2 END; end"_s,
                u"C"_s});
    QTest::newRow("table named trigger")
        << u"CREATE TABLE a (trigger); B"_s << QStringList({u"CREATE TABLE a (trigger)"_s, u"B"_s});
    QTest::newRow("open string") << u"A 'x; B"_s << QStringList({u"A 'x; B"_s});
}

void ScriptTest::splits()
{
    QFETCH(QString, script);
    QFETCH(QStringList, statements);
    QCOMPARE(splitScript(script), statements);
}

QTEST_APPLESS_MAIN(ScriptTest)
#include "tst_script.moc"
