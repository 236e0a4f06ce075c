// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The program against the shared feed cases, as the checker that lies beside them judges it.
class FeedCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesItsShares();
};

namespace {

struct Tally {
    int cases = 0;
    std::array<int, 3> checks{};
    std::array<int, 3> failed{};
};

constexpr std::array levels{"core", "extra", "security"};
constexpr std::array leastPercent{98, 95, 100};

void add(Tally& tally, const QJsonObject& expectation, const QJsonObject& result)
{
    ++tally.cases;
    const auto levelOf = [](const QJsonObject& check) {
        const QString level = check["level"_L1].toString(u"core"_s);
        return level == u"core" ? 0U : level == u"extra" ? 1U : 2U;
    };
    for (const QJsonValue check : expectation["checks"_L1].toArray())
        ++tally.checks.at(levelOf(check.toObject()));
    for (const QJsonValue check : result["fail"_L1].toArray())
        ++tally.failed.at(levelOf(check.toObject()));
}

} // namespace

void FeedCasesTest::reachesItsShares()
{
    const QString checker = Test::sharedData(u"tools/feedcheck.py"_s);
    const QString cases = Test::sharedData(u"feeds/cases"_s);
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (checker.isEmpty() || cases.isEmpty() || python.isEmpty())
        QSKIP("the shared data folder, or Python to judge it, is not there");
    QTemporaryDir folder;
    const QString report = folder.filePath(u"report.jsonl"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, {checker, cases, u"--batch"_s,
                           QStringLiteral(SCOREDESK_BINARY " feed parse --batch"), u"--report"_s, report});
    QVERIFY(process.waitForFinished(240'000));
    const QByteArray table = process.readAll();
    QCOMPARE(process.exitCode(), 0);

    QHash<QString, Tally> corpora;
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QJsonObject result = QJsonDocument::fromJson(file.readLine()).object();
        const QString id = result["id"_L1].toString();
        QFile expected(cases + u'/' + id + u".expect.json"_s);
        QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(id));
        QVERIFY2(result["outcome_ok"_L1].toBool(), qPrintable(id));
        add(corpora[id.section(u'/', 0, 0)], QJsonDocument::fromJson(expected.readAll()).object(), result);
    }
    QVERIFY(corpora.size() > 5);
    for (auto corpus = corpora.cbegin(); corpus != corpora.cend(); ++corpus) {
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const int all = corpus->checks.at(level);
            const int good = all - corpus->failed.at(level);
            if (corpus->cases > 20)
                QVERIFY2(100 * good >= leastPercent.at(level) * all,
                         qPrintable(corpus.key() + u' ' + QLatin1StringView(levels.at(level)) + u'\n' +
                                    QString::fromUtf8(table)));
        }
    }
}

QTEST_GUILESS_MAIN(FeedCasesTest)
#include "tst_feedcases.moc"
