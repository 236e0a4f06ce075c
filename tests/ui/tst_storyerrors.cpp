// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"
#include "ui/words/plurals.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What is wrong with one story is not told over another.
class StoryErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void heldGoesWithItsStory();
    void heldStoriesAreNamed();
    void heldStoriesAreNamedBriefly();
    void failedEditNamesItsStory();
    void failureOfTheDeskStays();

private:
    void trigger(const QString& action) const { m_window->findChild<QAction*>(action)->trigger(); }
    QString notice() const { return m_window->findChild<NoticeBar*>()->text(); }

    std::unique_ptr<Test::TempDesk> m_temp;
    QList<StoryId> m_ids;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void StoryErrorsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_storyerrors"_s);
    installPlurals(*qApp);
}

void StoryErrorsTest::init()
{
    m_temp = std::make_unique<Test::TempDesk>();
    m_ids = m_temp->addPlain({u"Oldest"_s, u"Middle"_s, u"Newest"_s}); // nobody has judged them
    m_desk = std::make_unique<Desk>(m_temp->store(), u"Ada"_s);
    m_window = std::make_unique<MainWindow>(*m_desk);
}

void StoryErrorsTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_temp.reset();
}

void StoryErrorsTest::heldGoesWithItsStory()
{
    trigger(u"ready"_s);
    QVERIFY2(notice().startsWith(u"Not ready"_s), qPrintable(notice()));
    trigger(u"next"_s);
    QCOMPARE(notice(), QString());
}

void StoryErrorsTest::heldStoriesAreNamed()
{
    m_window->findChild<QueuePanel*>()->selectAll();
    trigger(u"ready"_s);
    for (const QString& headline : {u"“Newest”"_s, u"“Middle”"_s, u"“Oldest”"_s})
        QVERIFY2(notice().contains(headline), qPrintable(notice()));
}

void StoryErrorsTest::heldStoriesAreNamedBriefly()
{
    m_temp->addPlain({QString(300, u'a'), QString(300, u'b'), QString(300, u'c'), QString(300, u'd')});
    m_window->findChild<QueuePanel*>()->showArrivals();
    m_window->findChild<QueuePanel*>()->selectAll();
    trigger(u"ready"_s);
    QVERIFY2(notice().size() < 300, qPrintable(notice()));
    QVERIFY2(notice().contains(u"4 more"_s), qPrintable(notice()));
    Q_EMIT m_desk->held({StoryId(901), StoryId(902)}); // which cannot be read any more
    QCOMPARE(notice(), u"Blockers hold back 2 stories. The checks beside each story say why."_s);
}

void StoryErrorsTest::failedEditNamesItsStory()
{
    const QString before = m_desk->dossier().story.headline;
    m_desk->setScore(u"no such dimension"_s, Score::fromTenths(70));
    QVERIFY2(notice().startsWith(u"“%1”: "_s.arg(before)), qPrintable(notice()));
    trigger(u"next"_s);
    QVERIFY2(notice().contains(before), qPrintable(notice()));
}

void StoryErrorsTest::failureOfTheDeskStays()
{
    Q_EMIT m_desk->failed({u"The disk is full."_s});
    trigger(u"next"_s);
    QCOMPARE(notice(), u"The disk is full."_s);
}

QTEST_MAIN(StoryErrorsTest)
#include "tst_storyerrors.moc"
