// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/connection.h"
#include "storage/sql/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Several connections to one desk: what each hears of the others, and how they wait for one another.
class WritersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hearsOfTheOther();
    void hearsNothingOfItself();
    void hearsNothingTwice();
    void readersHearToo();
    void hearsOfAnotherMethod();
    void seesTheOthersWriting();
    void refusesWhenTheOtherDoesNotLetGo();

private:
    std::unique_ptr<StoreFixture> m_desk;
    std::unique_ptr<Store> m_other;
};

void WritersTest::init()
{
    m_other.reset();
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    StoreOptions options = m_desk->options();
    options.busyTimeoutMs = 50;
    m_other = need(Store::open(m_desk->path(), options));
}

void WritersTest::hearsOfTheOther()
{
    const StoryId kept = m_desk->add(plainDossier(u"Kept"_s));
    const StoryId gone = m_desk->add(plainDossier(u"Gone"_s));
    m_other->noticeOtherWriters();
    QList<StoryId> added;
    QList<StoryId> changed;
    QList<StoryId> removed;
    connect(m_other.get(), &Store::storiesAdded, this, [&](const auto& ids) { added += ids; });
    connect(m_other.get(), &Store::storiesChanged, this, [&](const auto& ids) { changed += ids; });
    connect(m_other.get(), &Store::storiesRemoved, this, [&](const auto& ids) { removed += ids; });
    const QSignalSpy counts(m_other.get(), &Store::countsChanged);

    const StoryId fresh = m_desk->add(plainDossier(u"New"_s));
    m_desk->edit(kept, StoryField::Headline, u"Edited"_s);
    m_desk->edit(fresh, StoryField::Headline, u"Edited too"_s);
    need(m_desk->store().removeStories({gone}));
    m_other->noticeOtherWriters();
    QCOMPARE(added, QList<StoryId>({fresh}));
    QCOMPARE(changed, QList<StoryId>({kept}));
    QCOMPARE(removed, QList<StoryId>({gone}));
    QCOMPARE(counts.size(), 1);
}

void WritersTest::hearsNothingOfItself()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    m_other->noticeOtherWriters();
    QList<StoryId> changed;
    connect(m_other.get(), &Store::storiesChanged, this, [&](const auto& ids) { changed += ids; });
    need(m_other->applyEdits({{id, StoryField::Summary, {}, u"mine"_s, {}}}, {u"Bob"_s}));
    QCOMPARE(changed.size(), 1); // told at once
    m_desk->edit(id, StoryField::Headline, u"theirs"_s);
    need(m_other->applyEdits({{id, StoryField::Summary, {}, u"mine again"_s, {}}}, {u"Bob"_s}));
    QCOMPARE(changed.size(), 2);
    m_other->noticeOtherWriters();
    QCOMPARE(changed.size(), 3); // theirs, although mine was written after it
}

void WritersTest::hearsNothingTwice()
{
    m_desk->add(plainDossier(u"One"_s));
    const QSignalSpy added(m_other.get(), &Store::storiesAdded);
    m_other->noticeOtherWriters();
    m_other->noticeOtherWriters();
    QCOMPARE(added.size(), 1);
    const auto refused = m_desk->store().addStories({plainDossier(u"One"_s)}, {u"Ada"_s});
    QVERIFY(!refused);
    m_other->noticeOtherWriters();
    QCOMPARE(added.size(), 1);
}

void WritersTest::readersHearToo()
{
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    const auto reader = need(Store::open(m_desk->path(), options));
    const QSignalSpy added(reader.get(), &Store::storiesAdded);
    m_desk->add(plainDossier(u"One"_s));
    reader->noticeOtherWriters();
    QCOMPARE(added.size(), 1);
}

void WritersTest::hearsOfAnotherMethod()
{
    const QSignalSpy method(m_other.get(), &Store::methodChanged);
    need(m_desk->store().setActiveMethod(u"published"_s));
    m_other->noticeOtherWriters();
    QCOMPARE(method.size(), 1);
    QCOMPARE(m_other->activeMethod().key, u"published"_s);
}

void WritersTest::seesTheOthersWriting()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    need(m_other->applyEdits({{id, StoryField::Headline, {}, u"By the other"_s, {}}}, {u"Bob"_s}));
    QCOMPARE(m_desk->store().story(id)->headline, u"By the other"_s);
    QCOMPARE(m_desk->store().dossier(id)->history.first().analyst, u"Bob"_s);
}

void WritersTest::refusesWhenTheOtherDoesNotLetGo()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    const auto hog = need(Connection::open(m_desk->path(), {}));
    {
        const Transaction transaction(*hog, Transaction::Kind::Write);
        const auto refused = m_other->applyEdits({{id, StoryField::Headline, {}, u"No"_s, {}}}, {u"Bob"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DeskLocked);
        QCOMPARE(m_other->story(id)->headline, u"One"_s); // reading goes on
    }
    need(m_other->applyEdits({{id, StoryField::Headline, {}, u"Yes"_s, {}}}, {u"Bob"_s}));
}

QTEST_GUILESS_MAIN(WritersTest)
#include "tst_writers.moc"
