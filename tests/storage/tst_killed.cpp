// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

static constexpr int rounds = 60;

static QueueView everything()
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    return view;
}

/// The process that is killed: it works on the desk until then, and says each change that it was told is
/// kept.
static int workUntilKilled(const QString& path)
{
    const auto store = need(Store::open(path));
    QList<StoryId> ids = need(store->queuePage(everything(), {}, 1000)).ids;
    const auto say = [](StoryId story, int count) {
        std::printf("%lld %d\n", static_cast<long long>(number(story)), count);
        std::fflush(stdout);
    };
    QHash<StoryId, int> counts;
    for (const StoryId id : std::as_const(ids))
        counts[id] = need(store->story(id)).headline.section(u' ', -1).toInt();
    QRandomGenerator random = QRandomGenerator::securelySeeded();
    for (qint64 gesture = 1;; ++gesture) {
        if (ids.size() < 5 || random.bounded(20) == 0) {
            Dossier dossier = fullDossier();
            dossier.story.uuid = QUuid::createUuid();
            for (Article& article : dossier.articles)
                article.uuid = QUuid::createUuid();
            dossier.story.headline = u"Count 0"_s;
            dossier.story.summary = u"Count 0"_s;
            ids.append(need(store->addStories({dossier}, {u"Ada"_s})).first());
            say(ids.last(), 0);
        } else {
            const StoryId id = ids[random.bounded(int(ids.size()))];
            const int count = ++counts[id];
            const QString text = u"Count %1"_s.arg(count);
            need(store->applyEdits(
                {{id, StoryField::Headline, {}, text, {}},
                 {id, StoryField::Score, u"stakes"_s, QString::number(count % 11), {}},
                 {id, StoryField::State, {}, count % 2 ? u"shortlisted"_s : u"incoming"_s, {}},
                 {id, StoryField::Summary, {}, text, {}}},
                {u"Ada"_s, gesture / 3}));
            say(id, count);
        }
    }
}

/// Nothing that a process was told is on disk is lost when it is killed.
class KilledTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAcknowledged();
};

void KilledTest::losesNothingAcknowledged()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    QHash<qint64, int> acknowledged;
    int unclean = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--work"_s, desk.path()});
        QVERIFY(child.waitForStarted());
        // Some die while the desk opens, most in the midst of their changes.
        if (round % 6 == 0)
            QThread::msleep(QRandomGenerator::global()->bounded(60));
        else if (child.waitForReadyRead(20'000))
            QThread::msleep(QRandomGenerator::global()->bounded(60));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const QByteArray said = child.readAllStandardOutput();
        const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray& line : lines)
            if (const auto parts = line.split(' '); parts.size() == 2)
                acknowledged[parts[0].toLongLong()] = parts[1].toInt();

        const Store& store = desk.open();
        unclean += store.openReport().uncleanShutdown;
        QCOMPARE(need(store.verify()), QStringList());
        for (auto story = acknowledged.cbegin(); story != acknowledged.cend(); ++story) {
            const auto dossier = store.dossier(StoryId(story.key()));
            QVERIFY2(dossier, dossier ? "" : qPrintable(dossier.error().message));
            const int kept = dossier->story.headline.section(u' ', -1).toInt();
            // The last change may be on disk although the process had no time to say so.
            QVERIFY2(kept == *story || kept == *story + 1,
                     qPrintable(u"story %1: said %2, kept %3"_s.arg(story.key()).arg(*story).arg(kept)));
            QCOMPARE(dossier->story.summary, dossier->story.headline); // a change is there whole
            if (kept > 0)
                QCOMPARE(dossier->cardOf(u"Ada"_s).value(u"stakes"_s), Score::fromTenths(kept % 11 * 10));
            QCOMPARE(dossier->articles.size(), 3);
        }
        // What the killed one did not say counts from now on.
        for (auto story = acknowledged.begin(); story != acknowledged.end(); ++story)
            *story = store.story(StoryId(story.key()))->headline.section(u' ', -1).toInt();
        desk.close();
    }
    QVERIFY(!acknowledged.isEmpty());
    QVERIFY2(unclean > rounds / 2, "hardly any round was killed at work: this tests too little");
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--work")
        return workUntilKilled(QString::fromLocal8Bit(argv[2]));
    KilledTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
