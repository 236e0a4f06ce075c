// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A small file system of its own, where the machine lets one be mounted.
class SmallDisk {
public:
    explicit SmallDisk(const char* options)
    {
        m_mounted = ::mount("tmpfs", path().constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return ::mount("tmpfs", path().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QByteArray path() const { return QFile::encodeName(m_folder.path()); }

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

/// No file of this process grows beyond a size, as on a disk that fails: the write ends with an error.
class SizeLimit {
public:
    explicit SizeLimit(qint64 bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

/// What a desk says and keeps when its disk is full, read-only or fails.
class DiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatTheDiskIsFull();
    void saysThatTheDiskIsReadOnly();
    void keepsWhatItHasWhenAWriteFails();
    void takesTheWholeTransactionBack();
    void leavesNoHalfABackup();
    void saysWhereNoFolderCanBe();

private:
    static QList<Dossier> many(int count);
};

QList<Dossier> DiskTest::many(int count)
{
    QList<Dossier> dossiers;
    for (int i = 0; i < count; ++i) {
        dossiers.append(plainDossier(u"Story %1"_s.arg(i)));
        dossiers.last().story.summary = u"many words that fill the disk "_s.repeated(100);
    }
    return dossiers;
}

void DiskTest::saysThatTheDiskIsFull()
{
    const SmallDisk disk("size=2m");
    if (!disk.isMounted())
        QSKIP("no file system can be mounted here");
    const auto store = need(Store::open(disk.file(u"desk.sqlite"_s)));
    const StoryId id = need(store->addStories({fullDossier()}, {u"Ada"_s})).first();
    const Dossier before = *store->dossier(id);
    const auto refused = store->addStories(many(2000), {u"Ada"_s});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"no room left"_s), qPrintable(refused.error().message));
    QCOMPARE(store->counts().all, 1);
    QVERIFY(*store->dossier(id) == before);
    QVERIFY(need(store->verify()).isEmpty());
}

void DiskTest::saysThatTheDiskIsReadOnly()
{
    const SmallDisk disk("size=4m");
    if (!disk.isMounted())
        QSKIP("no file system can be mounted here");
    need(need(Store::open(disk.file(u"desk.sqlite"_s)))->addStories({fullDossier()}, {u"Ada"_s}));
    QVERIFY(disk.makeReadOnly());
    for (const QString& name : {u"desk.sqlite"_s, u"new.sqlite"_s, u"folder/new.sqlite"_s}) {
        const auto refused = Store::open(disk.file(name));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"read-only"_s, Qt::CaseInsensitive) ||
                     refused.error().message.contains(u"cannot be"_s),
                 qPrintable(refused.error().message));
    }
}

void DiskTest::keepsWhatItHasWhenAWriteFails()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(fullDossier());
    const Dossier before = *desk.store().dossier(id);
    {
        const SizeLimit limit(QFileInfo(desk.path() + u"-wal"_s).size() + 10'000);
        const auto refused = desk.store().addStories(many(200), {u"Ada"_s});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"Nothing was changed"_s) ||
                     refused.error().message.contains(u"nothing was changed"_s),
                 qPrintable(refused.error().message));
        QVERIFY(*desk.store().dossier(id) == before);
    }
    desk.edit(id, StoryField::Headline, u"It goes on"_s); // once the disk is well again
    QCOMPARE(desk.open().story(id)->headline, u"It goes on"_s);
    QVERIFY(need(desk.store().verify()).isEmpty());
}

void DiskTest::takesTheWholeTransactionBack()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(fullDossier());
    bool innerFailed = false;
    bool afterwards = true;
    {
        const SizeLimit limit(QFileInfo(desk.path() + u"-wal"_s).size() + 10'000);
        const auto done = desk.store().transact([&]() -> Result<void> {
            desk.edit(id, StoryField::Headline, u"First"_s);
            innerFailed = !desk.store().addStories(many(3000), {u"Ada"_s}); // more than the cache holds
            // The one above is lost; what follows must not be kept on its own.
            afterwards = desk.store()
                             .applyEdits({{id, StoryField::Summary, {}, u"Last"_s, {}}}, {u"Ada"_s})
                             .has_value();
            return {};
        });
        QVERIFY(innerFailed);
        QVERIFY(!done);
    }
    QVERIFY(!afterwards || desk.store().story(id)->summary != u"Last"_s);
    QCOMPARE(desk.open().story(id)->headline, fullDossier().story.headline);
    QCOMPARE(desk.store().story(id)->summary, fullDossier().story.summary);
    QCOMPARE(desk.store().counts().all, 1);
}

void DiskTest::leavesNoHalfABackup()
{
    StoreFixture desk;
    desk.open();
    need(desk.store().addStories(many(200), {u"Ada"_s}));
    const QString backup = desk.beside(u"backup.sqlite"_s);
    need(desk.store().backupTo(backup));
    const qint64 size = QFileInfo(backup).size();
    {
        const SizeLimit limit(size / 2);
        QVERIFY(!desk.store().backupTo(backup));
    }
    QCOMPARE(QFileInfo(backup).size(), size); // the older one stands
    QCOMPARE(QDir(QFileInfo(backup).path()).entryList({u"*.partial*"_s}), QStringList());
    QCOMPARE(need(Store::open(backup))->counts().all, 200);
}

void DiskTest::saysWhereNoFolderCanBe()
{
    StoreFixture desk;
    desk.open();
    const auto refused = Store::open(desk.path() + u"/below/desk.sqlite"_s); // a file is no folder
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"folder"_s), qPrintable(refused.error().message));
}

QTEST_GUILESS_MAIN(DiskTest)
#include "tst_disk.moc"
