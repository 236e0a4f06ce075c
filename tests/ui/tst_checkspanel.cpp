// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/checkspanel.h"

#include "tests/ui/deskfixture.h"
#include "ui/checks/findingrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/tonelabel.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Findings as they come and go, their places, and blockers let stand for a reason.
class ChecksPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsFindingsLive();
    void rowsAreUsedAgain();
    void clickAndEnterJump();
    void arrowsMoveBetweenFindings();
    void blockerIsOverruledWithAReason();
    void emptyReasonOverrulesNothing();
    void escapeGivesUpOverruling();
    void onlyBlockersCanBeOverruled();
    void hostileTextIsShownLiterally();

private:
    QList<FindingRow*> rows() const
    {
        const auto* soon = m_panel->findChild<QTimer*>(u"checks.soon"_s);
        if (!QTest::qWaitFor([soon] { return !soon->isActive(); }))
            return {};
        QList<FindingRow*> shown;
        for (FindingRow* row : m_panel->findChildren<FindingRow*>())
            if (row->isVisible())
                shown.append(row);
        return shown;
    }
    FindingRow* row(CheckKind kind) const
    {
        for (FindingRow* row : rows())
            if (row->finding().kind == kind)
                return row;
        return nullptr;
    }
    template<typename T>
    static T* part(FindingRow* row, const QString& name)
    {
        return row->findChild<T*>(name);
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    ChecksPanel* m_panel = nullptr;
};

void ChecksPanelTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_fixture->open(fullDossier());
    m_window = std::make_unique<QWidget>();
    m_panel = new ChecksPanel(m_fixture->desk());
    (new QVBoxLayout(m_window.get()))->addWidget(m_panel);
    m_window->resize(380, 700);
    QVERIFY(showActive(*m_window));
}

void ChecksPanelTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void ChecksPanelTest::listsFindingsLive()
{
    QCOMPARE(rows().size(), m_fixture->desk().findings().size());
    QVERIFY(!row(CheckKind::UnsafeLink));
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    FindingRow* unsafe = row(CheckKind::UnsafeLink);
    QVERIFY(unsafe);
    QCOMPARE(unsafe, rows().first()); // blockers lead
    QVERIFY(part<ToneLabel>(unsafe, u"finding.place"_s)->text().contains(u"Blocker"_s));
    QVERIFY(unsafe->accessibleName().startsWith(u"Blocker"_s));
    QVERIFY(m_panel->summary().contains(u"blocker"_s));
    m_fixture->undo();
    QVERIFY(!row(CheckKind::UnsafeLink));
    QVERIFY(!m_panel->summary().contains(u"blocker"_s));
}

void ChecksPanelTest::rowsAreUsedAgain()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    QVERIFY(row(CheckKind::UnsafeLink));
    const QList<FindingRow*> before = m_panel->findChildren<FindingRow*>();
    m_fixture->undo();
    QVERIFY(!row(CheckKind::UnsafeLink));
    m_fixture->redo();
    QVERIFY(row(CheckKind::UnsafeLink));
    QCOMPARE(m_panel->findChildren<FindingRow*>(), before);
}

void ChecksPanelTest::clickAndEnterJump()
{
    m_fixture->desk().setText(StoryField::Summary, m_fixture->stored().story.summary + QChar(0x202e));
    FindingRow* hidden = row(CheckKind::HiddenCharacters);
    QVERIFY(hidden);
    QSignalSpy jump(m_panel, &ChecksPanel::jumpRequested);
    QTest::mouseClick(hidden, Qt::LeftButton, {}, QPoint(hidden->width() / 2, 6));
    QCOMPARE(jump.count(), 1);
    const auto finding = jump.first().at(0).value<Finding>();
    QCOMPARE(finding.place, StoryField::Summary);
    QCOMPARE(finding.position, int(fullDossier().story.summary.size()));
    QCOMPARE(finding.length, 1);
    hidden->setFocus();
    QTest::keyClick(hidden, Qt::Key_Return);
    QCOMPARE(jump.count(), 2);
}

void ChecksPanelTest::arrowsMoveBetweenFindings()
{
    m_fixture->open(plainDossier(u"Short"_s));
    QVERIFY(rows().size() >= 2);
    rows()[0]->setFocus();
    QTest::keyClick(rows()[0], Qt::Key_Down);
    QVERIFY(rows()[1]->hasFocus());
    QTest::keyClick(rows()[1], Qt::Key_Up);
    QTest::keyClick(rows()[0], Qt::Key_Up);
    QVERIFY(rows()[0]->hasFocus());
}

void ChecksPanelTest::blockerIsOverruledWithAReason()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    const int steps = m_fixture->steps();
    FindingRow* unsafe = row(CheckKind::UnsafeLink);
    QTest::mouseClick(part<QPushButton>(unsafe, u"finding.act"_s), Qt::LeftButton);
    auto* reason = part<LineField>(unsafe, u"finding.reason"_s);
    QVERIFY(reason->hasFocus());
    QVERIFY(!part<QPushButton>(unsafe, u"finding.confirm"_s)->isEnabled());
    QTest::keyClicks(reason, u"quoted as evidence"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(m_fixture->stored().overrules.value(checkName(CheckKind::UnsafeLink)), u"quoted as evidence"_s);
    QCOMPARE(m_fixture->steps(), steps + 1);
    QTRY_VERIFY(!reason->isVisible());
    QTRY_VERIFY(part<ToneLabel>(unsafe, u"finding.message"_s)->font().strikeOut());
    QVERIFY(part<ToneLabel>(unsafe, u"finding.place"_s)->text().contains(u"quoted as evidence"_s));
    QVERIFY(m_panel->summary().contains(u"overruled"_s));

    QTest::mouseClick(part<QPushButton>(unsafe, u"finding.act"_s), Qt::LeftButton);
    QVERIFY(m_fixture->stored().overrules.isEmpty());
    QTRY_VERIFY(!part<ToneLabel>(unsafe, u"finding.message"_s)->font().strikeOut());
    m_fixture->undo();
    QTRY_VERIFY(part<ToneLabel>(unsafe, u"finding.message"_s)->font().strikeOut());
}

void ChecksPanelTest::emptyReasonOverrulesNothing()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    FindingRow* unsafe = row(CheckKind::UnsafeLink);
    QTest::mouseClick(part<QPushButton>(unsafe, u"finding.act"_s), Qt::LeftButton);
    auto* reason = part<LineField>(unsafe, u"finding.reason"_s);
    QTest::keyClicks(reason, u"   "_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(m_fixture->stored().overrules.isEmpty());
    QVERIFY(reason->isVisible());
}

void ChecksPanelTest::escapeGivesUpOverruling()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:alert(1)"_s);
    FindingRow* unsafe = row(CheckKind::UnsafeLink);
    QTest::mouseClick(part<QPushButton>(unsafe, u"finding.act"_s), Qt::LeftButton);
    auto* reason = part<LineField>(unsafe, u"finding.reason"_s);
    QTest::keyClicks(reason, u"half a rea"_s);
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!reason->isVisible());
    QVERIFY(unsafe->hasFocus());
    QVERIFY(m_fixture->stored().overrules.isEmpty());
}

void ChecksPanelTest::onlyBlockersCanBeOverruled()
{
    m_fixture->open(plainDossier(u"Short"_s));
    int blockers = 0;
    for (FindingRow* row : rows()) {
        const bool blocker = row->finding().severity == Severity::Blocker;
        blockers += blocker ? 1 : 0;
        QCOMPARE(part<QPushButton>(row, u"finding.act"_s)->isVisible(), blocker);
    }
    QVERIFY(blockers > 0);
    QVERIFY(blockers < rows().size());
}

void ChecksPanelTest::hostileTextIsShownLiterally()
{
    m_fixture->desk().setText(StoryField::Link, u"javascript:<b>x</b>"_s);
    auto* message = part<ToneLabel>(row(CheckKind::UnsafeLink), u"finding.message"_s);
    QVERIFY(message->text().contains(u"<b>x</b>"_s));
    QCOMPARE(message->textFormat(), Qt::PlainText);
}

QTEST_MAIN(ChecksPanelTest)
#include "tst_checkspanel.moc"
