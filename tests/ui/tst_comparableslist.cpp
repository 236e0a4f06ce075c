// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/deskfixture.h"
#include "ui/scorecard/comparableslist.h"
#include "ui/scorecard/scorecardpanel.h"
#include "ui/scorecard/scoreslider.h"
#include "ui/widgets/tonelabel.h"

#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The analyst's scores of similar stories, below the card while a dimension has the focus.
class ComparablesListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void appearsOnceTheFocusHasSettled();
    void followsTheDimension();
    void goesWithItsStory();
    void opensTheFirst();
    void enterOpensTheChosenOne();
    void nothingAlikeShowsNothing();
    void anotherAnalystsAreOtherScores();

private:
    StoryId judged(const QString& headline, int tenths)
    {
        const StoryId id = m_fixture->add(plainDossier(headline));
        m_fixture->desk().setCurrent(id);
        m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(tenths));
        return id;
    }
    QTreeWidget* lines() const { return m_panel->findChild<QTreeWidget*>(u"comparables.list"_s); }
    QString value(int row) const { return lines()->topLevelItem(row)->text(0); }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    ScorecardPanel* m_panel = nullptr;
    ComparablesList* m_list = nullptr;
    StoryId m_near = noStory;
    StoryId m_far = noStory;
    StoryId m_story = noStory;
};

void ComparablesListTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_far = judged(u"Dockers plan a rally after strike"_s, 30);
    m_near = judged(u"Dockers end strike at northern ports"_s, 75);
    m_story = m_fixture->open(plainDossier(u"Dockers end strike at southern ports"_s));
    m_window = std::make_unique<QWidget>();
    m_panel = new ScorecardPanel(m_fixture->desk());
    (new QVBoxLayout(m_window.get()))->addWidget(m_panel);
    m_window->resize(420, 900);
    QVERIFY(showActive(*m_window));
    m_list = m_panel->findChild<ComparablesList*>(u"comparables"_s);
    QVERIFY(m_list && !m_list->isVisible());
}

void ComparablesListTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void ComparablesListTest::appearsOnceTheFocusHasSettled()
{
    m_panel->focusDimension(0);
    QVERIFY(!m_list->isVisible()); // the key's own repaint asks the desk nothing
    QTRY_VERIFY(m_list->isVisible());
    QCOMPARE(lines()->topLevelItemCount(), 2);
    QCOMPARE(value(0), u"7.5"_s);
    QCOMPARE(lines()->topLevelItem(0)->text(1), u"Dockers end strike at northern ports"_s);
    QCOMPARE(value(1), u"3.0"_s);
    QVERIFY(m_panel->findChild<ToneLabel*>(u"comparables.caption"_s)->text().startsWith(u"Stakes"_s));
}

void ComparablesListTest::followsTheDimension()
{
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
    m_panel->focusDimension(1); // of which nothing was judged
    QTRY_VERIFY(!m_list->isVisible());
    QCOMPARE(m_list->chosen(), noStory);
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
}

void ComparablesListTest::goesWithItsStory()
{
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
    m_fixture->desk().setCurrent(m_near);
    QVERIFY(!m_list->isVisible());
    QCOMPARE(m_list->chosen(), noStory);
    QTRY_VERIFY(m_list->isVisible());  // the focus is still in that dimension
    QCOMPARE(m_list->chosen(), m_far); // the story that was left is not judged
}

void ComparablesListTest::opensTheFirst()
{
    m_panel->openComparable();
    QCOMPARE(m_fixture->desk().current(), m_story); // none yet: nothing
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
    m_panel->openComparable();
    QCOMPARE(m_fixture->desk().current(), m_near);
}

void ComparablesListTest::enterOpensTheChosenOne()
{
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
    lines()->setFocus();
    lines()->setCurrentItem(lines()->topLevelItem(1));
    QCOMPARE(m_list->chosen(), m_far);
    QTest::keyClick(lines(), Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().current(), m_far);
    auto* slider = m_panel->findChild<ScoreSlider*>(u"dimension.stakes.slider"_s);
    QVERIFY(slider->hasFocus());
}

void ComparablesListTest::nothingAlikeShowsNothing()
{
    m_fixture->open(plainDossier(u"Quantum chips get cheaper"_s));
    m_panel->focusDimension(0);
    QTest::qWait(400);
    QVERIFY(!m_list->isVisible());
}

void ComparablesListTest::anotherAnalystsAreOtherScores()
{
    m_panel->focusDimension(0);
    QTRY_VERIFY(m_list->isVisible());
    m_fixture->desk().setAnalyst(u"Bea"_s);
    QVERIFY(!m_list->isVisible());
    QTest::qWait(400);
    QVERIFY(!m_list->isVisible());
}

QTEST_MAIN(ComparablesListTest)
#include "tst_comparableslist.moc"
