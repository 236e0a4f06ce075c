// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/storypanel.h"

#include "tests/ui/deskfixture.h"
#include "ui/checks/findingrow.h"
#include "ui/scorecard/scoreslider.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The whole right side of the window on one story.
class StoryPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatNoStoryIsSelected();
    void focusesADimension();
    void focusesTheHeadline();
    void jumpShowsTheBrief();
    void findingLeadsToItsWords();
    void articlesAreListed();
    void articleIsReadAsText();
    void enterOpensTheArticle();
    void articlesWithoutAny();
    void historyIsNewestFirst();
    void exportsAreOnRecord();
    void signalsAreListed();
    void narrowIsStacked();
    void layoutIsKept();
    void brokenStateIsRefused_data();
    void brokenStateIsRefused();
    void scoringRebuildsNothing();

private:
    QString shown(const QString& list, int row, int role = Qt::DisplayRole) const
    {
        const auto* model = m_panel->findChild<TwoLineList*>(list)->model();
        return model->index(row, 0).data(role).toString();
    }
    int count(const QString& list) const
    {
        return m_panel->findChild<TwoLineList*>(list)->model()->rowCount();
    }
    void showTab(int index) const
    {
        m_panel->findChild<QTabWidget*>(u"story.tabs"_s)->setCurrentIndex(index);
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<QSplitter> m_window;
    StoryPanel* m_panel = nullptr;
};

void StoryPanelTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_fixture->open(fullDossier());
    m_window = std::make_unique<QSplitter>();
    m_panel = new StoryPanel(m_fixture->desk(), m_window.get());
    m_window->resize(900, 800);
    QVERIFY(showActive(*m_window));
}

void StoryPanelTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void StoryPanelTest::saysThatNoStoryIsSelected()
{
    auto* nothing = m_panel->findChild<ToneLabel*>(u"story.empty"_s);
    QVERIFY(!nothing->isVisible());
    m_fixture->desk().setCurrent(noStory);
    QVERIFY(nothing->isVisible());
    QVERIFY(!nothing->text().isEmpty());
}

void StoryPanelTest::focusesADimension()
{
    m_panel->focusDimension(6);
    QVERIFY(m_panel->findChild<ScoreSlider*>(u"dimension.fud_risk.slider"_s)->hasFocus());
}

void StoryPanelTest::focusesTheHeadline()
{
    showTab(2);
    m_panel->focusHeadline();
    auto* headline = m_panel->findChild<TextField*>(u"brief.headline"_s);
    QVERIFY(headline->isVisible());
    QVERIFY(headline->hasFocus());
    QVERIFY(!headline->textCursor().hasSelection()); // the next key must not replace it all
}

void StoryPanelTest::jumpShowsTheBrief()
{
    showTab(1);
    Finding finding;
    finding.place = StoryField::Summary;
    finding.position = 4;
    finding.length = 6;
    m_panel->jumpTo(finding);
    auto* summary = m_panel->findChild<TextField*>(u"brief.summary"_s);
    QVERIFY(summary->hasFocus());
    QCOMPARE(summary->textCursor().selectedText(), fullDossier().story.summary.mid(4, 6));
}

void StoryPanelTest::findingLeadsToItsWords()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    auto* first = m_panel->findChild<FindingRow*>(u"finding.0"_s);
    QTRY_COMPARE(first->finding().kind, CheckKind::UnsafeLink);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Return);
    QVERIFY(m_panel->findChild<QWidget*>(u"brief.link"_s)->hasFocus());
}

void StoryPanelTest::articlesAreListed()
{
    QCOMPARE(m_panel->findChild<QTabWidget*>(u"story.tabs"_s)->tabText(1), u"Articles (3)"_s);
    showTab(1);
    QCOMPARE(count(u"articles.list"_s), 3);
    QVERIFY(shown(u"articles.list"_s, 0, TwoLineModel::DetailRole).contains(u"The Verge · tier 1"_s));
    QVERIFY(
        shown(u"articles.list"_s, 0, TwoLineModel::DetailRole).contains(u"lead · original, reprinted 1"_s));
    QVERIFY(shown(u"articles.list"_s, 2, TwoLineModel::DetailRole)
                .endsWith(u"reprint of The Verge, 1 h 30 min later"_s));
    QVERIFY(shown(u"articles.list"_s, 0, Qt::ToolTipRole).contains(u"UTC"_s));
    const QString coverage = m_panel->findChild<ToneLabel*>(u"articles.coverage"_s)->text();
    QVERIFY(coverage.contains(u"3 outlets"_s) && coverage.contains(u"1 tier-1"_s) &&
            coverage.contains(u"2 "_s));
    QVERIFY(m_panel->findChild<ToneLabel*>(u"articles.stated"_s)->text().contains(u"18 outlets"_s));
}

void StoryPanelTest::articleIsReadAsText()
{
    Dossier dossier = plainDossier(u"With markup"_s);
    Article article;
    article.title = u"<h1>Title</h1>"_s;
    article.text = u"<img src=\"http://tracker.example/x.png\"><b>words</b>"_s;
    article.link = u"https://x.example/a"_s;
    article.outlet.name = u"X"_s;
    dossier.articles = {article};
    m_fixture->open(dossier);
    showTab(1);
    QCOMPARE(shown(u"articles.list"_s, 0), article.title);
    QCOMPARE(m_panel->findChild<QPlainTextEdit*>(u"articles.text"_s)->toPlainText(), article.text);
}

void StoryPanelTest::enterOpensTheArticle()
{
    showTab(1);
    auto* list = m_panel->findChild<TwoLineList*>(u"articles.list"_s);
    QSignalSpy open(m_panel, &StoryPanel::linkOpenRequested);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toUrl(), QUrl(m_fixture->stored().articles[1].link));
}

void StoryPanelTest::articlesWithoutAny()
{
    m_fixture->open(plainDossier(u"Nothing yet"_s));
    showTab(1);
    QCOMPARE(count(u"articles.list"_s), 0);
    QVERIFY(!m_panel->findChild<TwoLineList*>(u"articles.list"_s)->accessibleDescription().isEmpty());
    QVERIFY(!m_panel->findChild<QPlainTextEdit*>(u"articles.text"_s)->isVisible());
}

void StoryPanelTest::historyIsNewestFirst()
{
    showTab(2);
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(65));
    m_fixture->desk().setTrust(TrustVerdict::Low);
    QVERIFY(count(u"history.changes"_s) >= 2);
    QCOMPARE(shown(u"history.changes"_s, 0), u"Trust verdict High → Low"_s);
    QCOMPARE(shown(u"history.changes"_s, 1), u"Stakes 7 → 6.5"_s);
    QVERIFY(shown(u"history.changes"_s, 1, TwoLineModel::DetailRole).startsWith(u"Ada · "_s));
}

void StoryPanelTest::exportsAreOnRecord()
{
    ExportRecord record;
    record.at = QDateTime(QDate(2026, 4, 20), QTime(10, 0), Qt::UTC);
    record.analyst = u"Ada"_s;
    record.format = u"pdf"_s;
    record.path = u"/briefs/open-model.pdf"_s;
    record.sha256 = QString(64, u'a');
    record.impact = 7.389;
    QVERIFY(m_fixture->store().recordExport({m_fixture->desk().current()}, record));
    showTab(2);
    QCOMPARE(count(u"history.exports"_s), 1);
    QVERIFY(shown(u"history.exports"_s, 0).contains(u"7.4"_s));
    QVERIFY(shown(u"history.exports"_s, 0, Qt::ToolTipRole).contains(record.sha256));
}

void StoryPanelTest::signalsAreListed()
{
    showTab(2);
    QCOMPARE(count(u"history.signals"_s), 2);
    QCOMPARE(shown(u"history.signals"_s, 0), u"1,800 upvotes"_s);
    QVERIFY(shown(u"history.signals"_s, 0, TwoLineModel::DetailRole).contains(u"r/LocalLLaMA"_s));
}

void StoryPanelTest::narrowIsStacked()
{
    const auto* splitter = m_panel->findChild<QSplitter*>(u"story.splitter"_s);
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    QVERIFY(m_panel->minimumSizeHint().width() < 450);
    m_window->resize(450, 800);
    QCOMPARE(m_panel->width(), 450);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    m_window->resize(900, 800);
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
}

void StoryPanelTest::layoutIsKept()
{
    auto* splitter = m_panel->findChild<QSplitter*>(u"story.splitter"_s);
    splitter->setSizes({500, 400});
    showTab(2);
    const QList<int> sizes = splitter->sizes();
    const QByteArray state = m_panel->saveState();
    splitter->setSizes({400, 500});
    showTab(0);
    QVERIFY(m_panel->restoreState(state));
    QCOMPARE(splitter->sizes(), sizes);
    QCOMPARE(m_panel->findChild<QTabWidget*>(u"story.tabs"_s)->currentIndex(), 2);
}

void StoryPanelTest::brokenStateIsRefused_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("noise") << QByteArray("not a state at all, but long enough to be one");
    QTest::newRow("cut off") << QByteArray::fromHex("53504131000000ff00");
    QTest::newRow("another layout's") << QByteArray::fromHex("535041300000000000000000");
}

void StoryPanelTest::brokenStateIsRefused()
{
    QFETCH(QByteArray, state);
    const QList<int> sizes = m_panel->findChild<QSplitter*>(u"story.splitter"_s)->sizes();
    QVERIFY(!m_panel->restoreState(state));
    QCOMPARE(m_panel->findChild<QSplitter*>(u"story.splitter"_s)->sizes(), sizes);
}

void StoryPanelTest::scoringRebuildsNothing()
{
    const QList<QWidget*> before = m_panel->findChildren<QWidget*>();
    for (int tenths = 0; tenths <= 100; tenths += 25)
        m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(tenths));
    // Findings may come, whose rows are made once and kept.
    for (const QWidget* widget : before)
        QVERIFY(m_panel->findChildren<QWidget*>().contains(widget));
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(0));
    const QList<QWidget*> settled = m_panel->findChildren<QWidget*>();
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(100));
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(0));
    QCOMPARE(m_panel->findChildren<QWidget*>(), settled);
}

QTEST_MAIN(StoryPanelTest)
#include "tst_storypanel.moc"
