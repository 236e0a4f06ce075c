// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Includes go one way: app → ui → storage. Static linking would hide a cycle, so the sources are read.
class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forbidden_data();
    void forbidden();
    void filesStaySmall();
    void everyFileNamesItsLicence();
};

static QStringList sources(const QString& folder)
{
    QStringList paths;
    QDirIterator files(QStringLiteral(SCOREDESK_SOURCE_DIR "/") + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

static QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void LayersTest::forbidden_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("pattern");
    const QString shown = u"#include <(QSql|QWidget|QGui|QPainter|QColor|QFont)"_s;
    const QString sql = u"QSqlQuery|QSqlDatabase|\"(SELECT|INSERT INTO|UPDATE|DELETE FROM) "_s;
    QTest::newRow("storage includes neither ui nor app") << u"storage"_s << u"#include \"(ui|app|tests)/"_s;
    QTest::newRow("ui does not include app") << u"ui"_s << u"#include \"(app|tests)/"_s;
    QTest::newRow("app does not include tests") << u"app"_s << u"#include \"tests/"_s;
    QTest::newRow("the domain is plain") << u"storage/domain"_s << shown;
    QTest::newRow("the method is plain") << u"storage/method"_s << shown;
    QTest::newRow("no SQL in ui") << u"ui"_s << sql;
    QTest::newRow("no SQL in app") << u"app"_s << sql;
    for (const char* folder : {"storage", "ui", "app"})
        QTest::addRow("no relative includes in %s", folder)
            << QString::fromLatin1(folder) << u"#include \"\\.\\./"_s;
}

void LayersTest::forbidden()
{
    QFETCH(QString, folder);
    QFETCH(QString, pattern);
    const QStringList paths = sources(folder);
    QVERIFY2(!paths.isEmpty(), "without the sources this test means nothing");
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const QString& path : paths)
        if (expression.match(contents(path)).hasMatch())
            found.append(path);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::filesStaySmall()
{
    QStringList found;
    for (const QString& folder : {u"storage"_s, u"ui"_s, u"app"_s, u"tests"_s})
        for (const QString& path : sources(folder))
            if (contents(path).count(u'\n') > 500)
                found.append(path);
    QVERIFY2(found.isEmpty(), qPrintable(u"over 500 lines: "_s + found.join(u'\n')));
}

void LayersTest::everyFileNamesItsLicence()
{
    QStringList found;
    for (const QString& folder : {u"storage"_s, u"ui"_s, u"app"_s, u"tests"_s})
        for (const QString& path : sources(folder))
            if (!contents(path).startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s))
                found.append(path);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(LayersTest)
#include "tst_layers.moc"
