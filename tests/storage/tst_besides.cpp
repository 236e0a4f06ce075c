// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/deskfile.h"
#include "storage/sql/openfiles.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A desk in use beside other connections of this process and beside other processes.
class BesidesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherProcessLeavesTheLog();
    void openFilesAreNotReadAsPlainOnes();
    void whatBelongsToADeskIsNotReplaced();
    void readOnlyStaysReadOnly();
};

// Reading the desk as a plain file would drop SQLite's locks on it: then the other process thinks that it is
// the last, and deletes the log that this one goes on writing to.
void BesidesTest::anotherProcessLeavesTheLog()
{
    StoreFixture desk;
    Store& store = desk.open();
    const StoryId first = desk.add(fullDossier());
    StoreOptions reading = desk.options();
    reading.mode = StoreOptions::Mode::Reader;
    const QString link = desk.path() + u".link"_s;
    QVERIFY(QFile::link(desk.path(), link));
    for (int round = 0; round < 3; ++round) {
        need(Store::open(desk.path(), reading)).reset(); // as previews and look-ups do aside
        QVERIFY(inspectDesk(desk.path()));
        QVERIFY(inspectDesk(link));
        const ProgramRun run =
            runProgram({u"state"_s, u"--desk"_s, desk.path(), u"1"_s,
                        round % 2 == 0 ? u"spiked"_s : u"incoming"_s, u"--analyst"_s, u"Ben"_s});
        QVERIFY2(run.exit == 0, run.told());
        QVERIFY(QFileInfo::exists(walPath(desk.path())));
        store.noticeOtherWriters();
        QCOMPARE(need(store.dossier(first)).story.state.stage,
                 round % 2 == 0 ? Stage::Spiked : Stage::Incoming);
        QVERIFY(store.applyEdits({{first, StoryField::Headline, {}, u"Round %1"_s.arg(round), {}}},
                                 {u"Ada"_s, 0}));
    }
    QVERIFY(need(store.verify()).isEmpty());
    desk.close();
    Store& again = desk.open();
    QCOMPARE(need(again.dossier(first)).story.headline, u"Round 2"_s);
    QVERIFY(need(again.verify()).isEmpty());
}

void BesidesTest::openFilesAreNotReadAsPlainOnes()
{
    StoreFixture desk;
    QVERIFY(!OpenFiles::isOpen(desk.path()));
    desk.open();
    QVERIFY(OpenFiles::isOpen(desk.path()));
    QVERIFY(!OpenFiles::head(desk.path(), 16));
    desk.close();
    QVERIFY(!OpenFiles::isOpen(desk.path()));
    const auto head = OpenFiles::head(desk.path(), 16);
    QVERIFY(head);
    QCOMPARE(head->bytes, QByteArray("SQLite format 3\0", 16));
    QVERIFY(!OpenFiles::head(desk.path() + u".none"_s, 16)->fault.isEmpty());
}

void BesidesTest::whatBelongsToADeskIsNotReplaced()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    for (const bool inUse : {false, true}) {
        if (inUse)
            desk.open();
        QVERIFY(!mayBeReplaced(desk.path()));
        QVERIFY(!mayBeReplaced(walPath(desk.path())));
        QVERIFY(!mayBeReplaced(lockPath(desk.path())));
    }
    QVERIFY(mayBeReplaced(desk.path() + u".pdf"_s));
    QFile plain(desk.path() + u".txt"_s);
    QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("Words.") > 0);
    plain.close();
    QVERIFY(mayBeReplaced(plain.fileName()));
}

void BesidesTest::readOnlyStaysReadOnly()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    QVERIFY(QFile::setPermissions(desk.path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    makePrivate(desk.path());
    QCOMPARE(QFileInfo(desk.path()).permissions() & (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther),
             QFile::Permissions(QFile::ReadOwner));
}

QTEST_MAIN(BesidesTest)
#include "tst_besides.moc"
