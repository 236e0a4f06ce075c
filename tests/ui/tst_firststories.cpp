// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/importplan.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The queue shows all stories where a desk's first ones are of another view, and else the view that was
/// chosen, empty or not.
class FirstStoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstStoriesShowInTheList();
    void firstStoryOfTheViewLeavesIt();
    void emptyViewStays_data();
    void emptyViewStays();
    void firstStoriesOfFeedsLeaveTheView();

private:
    void open();
    /// As an import of a desk brings it, and shows it.
    void importStory(const QString& headline, Stage stage) const;
    QueueView::Kind view() const { return m_queue->view().kind; }

    std::unique_ptr<Test::TempDesk> m_temp;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QueuePanel* m_queue = nullptr;
};

void FirstStoriesTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_firststories"_s);
}

void FirstStoriesTest::init()
{
    QSettings().clear();
    m_temp = std::make_unique<Test::TempDesk>();
}

void FirstStoriesTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_temp.reset();
}

void FirstStoriesTest::open()
{
    m_desk = std::make_unique<Desk>(m_temp->store(), u"Ada"_s);
    m_window = std::make_unique<MainWindow>(*m_desk);
    m_queue = m_window->findChild<QueuePanel*>();
}

void FirstStoriesTest::importStory(const QString& headline, Stage stage) const
{
    ImportItem item;
    item.dossier = Test::plainDossier(headline);
    item.dossier.story.state.stage = stage;
    ImportPlan plan;
    plan.items.append(item);
    m_desk->applyImport(plan);
}

void FirstStoriesTest::firstStoriesShowInTheList()
{
    open();
    importStory(u"First"_s, Stage::Ready);
    QCOMPARE(view(), QueueView::Kind::All);
    const auto* list = m_window->findChild<QAbstractItemView*>(u"queue"_s);
    QCOMPARE(list->currentIndex().data().toString(), u"First"_s);
}

void FirstStoriesTest::firstStoryOfTheViewLeavesIt()
{
    open();
    m_desk->addStory();
    QCOMPARE(view(), QueueView::Kind::Incoming);
}

void FirstStoriesTest::emptyViewStays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("category");
    QTest::newRow("ready") << int(QueueView::Kind::Ready) << QString();
    QTest::newRow("spiked") << int(QueueView::Kind::Spiked) << QString();
    QTest::newRow("category") << int(QueueView::Kind::All) << u"Quantum"_s;
}

void FirstStoriesTest::emptyViewStays()
{
    QFETCH(int, kind);
    QFETCH(QString, category);
    const QList<StoryId> ids = m_temp->addPlain({u"Oldest"_s, u"Newest"_s});
    open();
    QueueView shown;
    shown.kind = QueueView::Kind(kind);
    shown.category = category;
    m_queue->showView(shown);
    const auto stays = [&] { return int(view()) == kind && m_queue->view().category == category; };
    m_desk->addStory();
    QVERIFY2(stays(), "left for a new story");
    m_desk->setCurrent(ids.first());
    QVERIFY2(stays(), "left for another story");
    importStory(u"Imported"_s, Stage::Shortlisted);
    QVERIFY2(stays(), "left for an imported story");
}

void FirstStoriesTest::firstStoriesOfFeedsLeaveTheView()
{
    open();
    QueueView ready;
    ready.kind = QueueView::Kind::Ready;
    m_queue->showView(ready);
    m_temp->addPlain({u"By a feed"_s}); // shows nothing
    QCoreApplication::processEvents();
    m_desk->addStory();
    QCOMPARE(view(), QueueView::Kind::Ready);
}

QTEST_MAIN(FirstStoriesTest)
#include "tst_firststories.moc"
