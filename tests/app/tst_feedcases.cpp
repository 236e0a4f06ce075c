// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shareddata.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <utility>

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

/// The cases, mixed by the hash of their names: reading may be cut short on a slow disk, and what was read by
/// then shall be a fair part of all.
QStringList caseFiles(const QString& root)
{
    QStringList paths;
    QDirIterator folder(root, {u"*.expect.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (folder.hasNext())
        paths += folder.next();
    const auto mixed = [](const QString& path) {
        return QCryptographicHash::hash(path.section(u'/', -2).toUtf8(), QCryptographicHash::Md5);
    };
    QHash<QString, QByteArray> order;
    for (const QString& path : std::as_const(paths))
        order.insert(path, mixed(path));
    std::ranges::sort(paths, {}, [&order](const QString& path) { return order.value(path); });
    return paths;
}

/// Copies a case with its input to the same corpus under folder; null where it can't be read.
QJsonObject taken(const QString& path, const QString& folder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject expectation = QJsonDocument::fromJson(file.readAll()).object();
    const QFileInfo info(path);
    const QDir corpus(folder + u'/' + info.dir().dirName());
    const QString input = expectation["input"_L1].toString();
    return corpus.mkpath(u"."_s) && file.copy(corpus.filePath(info.fileName())) &&
                   QFile::copy(info.dir().filePath(input), corpus.filePath(input))
               ? expectation
               : QJsonObject();
}

QByteArray request(const QJsonObject& expectation, const QString& folder)
{
    const QString corpus = expectation["id"_L1].toString().section(u'/', 0, 0);
    const QJsonObject http = expectation["http"_L1].toObject();
    const QJsonObject line{
        {"id"_L1, expectation["id"_L1]},
        {"kind"_L1, expectation["kind"_L1]},
        {"input"_L1, QString(folder + u'/' + corpus + u'/' + expectation["input"_L1].toString())},
        {"url"_L1, http["url"_L1]},
        {"headers"_L1, http["headers"_L1].toObject()}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

/// Runs a program between two files; what it ended with, or -1.
int run(const QString& program, const QStringList& arguments, const QString& input, const QString& output)
{
    QProcess process;
    process.setStandardInputFile(input);
    process.setStandardOutputFile(output);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120'000);
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void FeedCasesTest::reachesItsShares()
{
    const QString checker = Test::sharedData(u"tools/feedcheck.py"_s);
    const QString shared = Test::sharedData(u"feeds/cases"_s);
    // The system's own Python first: what else the path holds may be a wrapper with a mind of its own.
    QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
    if (python.isEmpty())
        python = QStandardPaths::findExecutable(u"python3"_s);
    if (checker.isEmpty() || shared.isEmpty() || python.isEmpty())
        QSKIP("the shared data folder, or Python to judge it, is not there");
    QTemporaryDir folder;
    const QString cases = folder.filePath(u"cases"_s);
    const QString requests = folder.filePath(u"requests.jsonl"_s);
    const QString answers = folder.filePath(u"answers.jsonl"_s);
    const QString report = folder.filePath(u"report.jsonl"_s);

    // Thousands of small files: from a disk that is slow and cold, a part of them must do.
    const QStringList paths = caseFiles(shared);
    QHash<QString, QJsonObject> expectations;
    QFile lines(requests);
    QVERIFY(lines.open(QIODevice::WriteOnly));
    const QDeadlineTimer patience(60'000);
    for (const QString& path : paths) {
        if (patience.hasExpired() && expectations.size() > 500)
            break;
        const QJsonObject expectation = taken(path, cases);
        QVERIFY2(!expectation.isEmpty(), qPrintable(path));
        expectations.insert(expectation["id"_L1].toString(), expectation);
        lines.write(request(expectation, cases));
    }
    lines.close();
    qInfo("%lld of %lld cases", static_cast<long long>(expectations.size()),
          static_cast<long long>(paths.size()));

    QCOMPARE(run(QStringLiteral(SCOREDESK_BINARY), {u"feed"_s, u"parse"_s, u"--batch"_s}, requests, answers),
             0);
    QCOMPARE(contents(answers).count('\n'), expectations.size());
    // The checker asks whatever it is given; here that repeats the answers.
    const QString table = folder.filePath(u"table.txt"_s);
    QCOMPARE(run(python, {checker, cases, u"--batch"_s, u"cat '%1'"_s.arg(answers), u"--report"_s, report},
                 QProcess::nullDevice(), table),
             0);

    QHash<QString, Tally> corpora;
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QJsonObject result = QJsonDocument::fromJson(file.readLine()).object();
        const QString id = result["id"_L1].toString();
        QVERIFY2(result["outcome_ok"_L1].toBool(), qPrintable(id));
        add(corpora[id.section(u'/', 0, 0)], expectations.take(id), result);
    }
    QVERIFY(expectations.isEmpty());
    QVERIFY(corpora.size() > 5);
    for (auto corpus = corpora.cbegin(); corpus != corpora.cend(); ++corpus) {
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const int all = corpus->checks.at(level);
            const int good = all - corpus->failed.at(level);
            if (corpus->cases > 20)
                QVERIFY2(100 * good >= leastPercent.at(level) * all,
                         qPrintable(corpus.key() + u' ' + QLatin1StringView(levels.at(level)) + u'\n' +
                                    QString::fromUtf8(contents(table))));
        }
    }
}

QTEST_GUILESS_MAIN(FeedCasesTest)
#include "tst_feedcases.moc"
