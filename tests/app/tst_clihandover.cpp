// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A handover written on the command line.
class CliHandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ProgramDesk>(); }
    void cleanup() { m_desk.reset(); }

    void writesWhatWasDone();
    void writesPdf();
    void untilBeforeItHappened();
    void fileIsNotReplaced();
    void wrongCalls_data();
    void wrongCalls();

private:
    QByteArray written(const QString& name) const
    {
        QFile file(m_desk->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<ProgramDesk> m_desk;
};

void CliHandoverTest::writesWhatWasDone()
{
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(m_desk->run({u"state"_s, u"3"_s, u"spiked"_s, u"--reason"_s, u"a rehash"_s}).exit, 0);
    const ProgramRun run = m_desk->run({u"handover"_s, u"--out"_s, m_desk->file(u"handover.md"_s)});
    QVERIFY2(run.exit == 0 && run.out.startsWith("2 stories handed over"), run.told());
    const QByteArray text = written(u"handover.md"_s);
    QVERIFY2(text.contains("# Handover of Ada"), text);
    QVERIFY2(text.indexOf("## Shortlisted") > 0 && text.indexOf("## Spiked") > text.indexOf("## Shortlisted"),
             text);
    QVERIFY2(text.contains("a rehash"), text);
}

void CliHandoverTest::writesPdf()
{
    const QJsonObject told =
        m_desk
            ->json({u"handover"_s, u"--since"_s, u"2020-01-01"_s, u"--until"_s, u"2020-01-02T06:30:00Z"_s,
                    u"--out"_s, m_desk->file(u"handover.pdf"_s)})
            .object();
    QCOMPARE(told[u"stories"_s].toInt(-1), 0);
    QCOMPARE(told[u"since"_s].toString(), u"2020-01-01T00:00:00Z"_s);
    QCOMPARE(told[u"until"_s].toString(), u"2020-01-02T06:30:00Z"_s);
    QCOMPARE(told[u"sha256"_s].toString().size(), 64);
    QVERIFY(written(u"handover.pdf"_s).startsWith("%PDF-"));
}

void CliHandoverTest::untilBeforeItHappened()
{
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    const ProgramRun run = m_desk->run({u"handover"_s, u"--since"_s, u"2020-01-01"_s, u"--until"_s,
                                        u"2020-02-01"_s, u"--out"_s, m_desk->file(u"handover.md"_s)});
    QVERIFY2(run.exit == 0 && run.out.startsWith("0 stories"), run.told());
    QVERIFY(written(u"handover.md"_s).contains("Nothing was kept"));
}

void CliHandoverTest::fileIsNotReplaced()
{
    QFile file(m_desk->file(u"handover.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const QStringList call = {u"handover"_s, u"--out"_s, file.fileName()};
    const ProgramRun run = m_desk->run(call);
    QVERIFY2(run.exit == 1 && run.err.contains("--force"), run.told());
    QCOMPARE(written(u"handover.md"_s), QByteArray("mine"));
    QCOMPARE(m_desk->run(call + QStringList{u"--force"_s}).exit, 0);
    QVERIFY(written(u"handover.md"_s).contains("# Handover of Ada"));
}

void CliHandoverTest::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{u"handover"_s};
    QTest::newRow("other format") << QStringList{u"handover"_s, u"--out"_s, u"handover.csv"_s};
    QTest::newRow("no ending") << QStringList{u"handover"_s, u"--out"_s, u"handover"_s};
    QTest::newRow("no date") << QStringList{u"handover"_s, u"--out"_s, u"h.md"_s, u"--since"_s,
                                            u"yesterday"_s};
    QTest::newRow("since after until") << QStringList{
        u"handover"_s, u"--out"_s, u"h.md"_s, u"--since"_s, u"2026-04-02"_s, u"--until"_s, u"2026-04-01"_s};
    QTest::newRow("an argument") << QStringList{u"handover"_s, u"12"_s, u"--out"_s, u"h.md"_s};
}

void CliHandoverTest::wrongCalls()
{
    QFETCH(const QStringList, arguments);
    const ProgramRun run = m_desk->run(arguments);
    QVERIFY2(run.exit == 2 && run.out.isEmpty() && !run.err.isEmpty(), run.told());
}

QTEST_GUILESS_MAIN(CliHandoverTest)
#include "tst_clihandover.moc"
