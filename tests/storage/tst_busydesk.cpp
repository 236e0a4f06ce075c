// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Two programs with the same desk, one of which does not let go of it.
class BusyDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsNothingThatCannotBegin();
};

void BusyDeskTest::runsNothingThatCannotBegin()
{
    const QTemporaryDir folder;
    StoreOptions options;
    options.busyTimeoutMs = 50;
    const auto first = Store::open(folder.filePath(u"desk.sqlite"_s), options);
    QVERIFY(first);
    DeskFeed feed;
    feed.url = u"https://wire.example/feed"_s;
    const auto id = (*first)->feeds().save(feed);
    QVERIFY(id);
    options.mode = StoreOptions::Mode::Intake;
    const auto second = Store::open(folder.filePath(u"desk.sqlite"_s), options);
    QVERIFY(second);
    FetchOutcome outcome;
    outcome.kind = FetchOutcome::Kind::Failed;
    outcome.at = QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC);
    int ran = 0;
    const auto record = [&]() -> Result<void> {
        ++ran;
        return (*second)->feeds().recordFetch(*id, outcome);
    };
    const auto held = (*first)->transact([&]() -> Result<void> {
        const auto refused = (*second)->transact(record);
        if (refused || refused.error().code != ErrorCode::DeskLocked)
            return fail(u"it was not refused as locked"_s);
        return {};
    });
    QVERIFY2(held, held ? "" : qPrintable(held.error().message));
    QCOMPARE(ran, 0);
    QVERIFY((*second)->transact(record)); // nothing is left of the refusal
    QCOMPARE((*first)->feeds().byId(*id)->record.triedAt, outcome.at);
}

QTEST_GUILESS_MAIN(BusyDeskTest)
#include "tst_busydesk.moc"
