// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/briefeditor.h"

#include "tests/ui/deskfixture.h"
#include "ui/editor/categorybox.h"
#include "ui/editor/tagfield.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tonelabel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QMimeData>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

static const auto hostile =
    u"<b>bold</b> <img src=\"http://tracker.example/x.png\"> & <script>alert(1)</script>"_s;

/// The brief as it is written, judged by what the desk file holds afterwards.
class BriefEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheStory();
    void eachKeyIsOnDisk();
    void aWordIsAnUndoStep();
    void undoKeyReachesTheDesk_data();
    void undoKeyReachesTheDesk();
    void cursorStaysOnExternalChange();
    void otherStoryEndsTheStep();
    void pastesPlainText();
    void headlineIsOneParagraph();
    void lengthIsToldLive();
    void hostileTextIsShownLiterally();
    void categoryCountsWhenConfirmed();
    void wheelOverTheCategoryChangesNothing();
    void escapeDropsAHalfTypedCategory();
    void tags();
    void tagIsCompleted();
    void statedCoverage();
    void linksOpenOnlyOnTheWeb_data();
    void linksOpenOnlyOnTheWeb();
    void trustVerdict();
    void trustNote();
    void remainderShowsWhereThereIsAny();
    void jumpsToWords_data();
    void jumpsToWords();
    void jumpElsewhereIsRefused();

private:
    TextField* text(const QString& name) const { return m_editor->findChild<TextField*>(name); }
    LineField* line(const QString& name) const { return m_editor->findChild<LineField*>(name); }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    BriefEditor* m_editor = nullptr;
};

void BriefEditorTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_fixture->open(fullDossier());
    m_window = std::make_unique<QWidget>();
    m_editor = new BriefEditor(m_fixture->desk());
    (new QVBoxLayout(m_window.get()))->addWidget(m_editor);
    auto* undo = new QAction(m_window.get());
    undo->setShortcut(QKeySequence::Undo);
    connect(undo, &QAction::triggered, this, [this] { m_fixture->undo(); });
    m_window->addAction(undo);
    m_window->resize(420, 1000);
    QVERIFY(showActive(*m_window));
}

void BriefEditorTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void BriefEditorTest::showsTheStory()
{
    const Story story = fullDossier().story;
    QCOMPARE(text(u"brief.headline"_s)->text(), story.headline);
    QCOMPARE(text(u"brief.summary"_s)->text(), story.summary);
    QCOMPARE(text(u"brief.why_it_matters"_s)->text(), story.whyItMatters);
    QCOMPARE(line(u"brief.tags"_s)->text(), story.tags.join(u", "_s));
    QCOMPARE(line(u"brief.link"_s)->text(), story.link);
    QCOMPARE(line(u"stated.outlets"_s)->text(), u"18"_s);
    QCOMPARE(line(u"stated.named"_s)->text(), u"X, The Verge, TechCrunch"_s);
    QVERIFY(m_editor->findChild<QRadioButton*>(u"trust.high"_s)->isChecked());
    QCOMPARE(m_fixture->steps(), 0);
}

void BriefEditorTest::eachKeyIsOnDisk()
{
    TextField* summary = text(u"brief.summary"_s);
    summary->setFocus();
    summary->moveCursor(QTextCursor::End);
    const QString before = m_fixture->stored().story.summary;
    QString typed;
    for (const QChar key : u" Mid-sentence"_s) {
        QTest::keyClick(summary, key.toLatin1());
        typed += key;
        QCOMPARE(m_fixture->stored().story.summary, before + typed);
    }
}

void BriefEditorTest::aWordIsAnUndoStep()
{
    m_fixture->open(plainDossier(u"Plain"_s));
    TextField* why = text(u"brief.why_it_matters"_s);
    why->setFocus();
    QTest::keyClicks(why, u"It sets the base"_s);
    QCOMPARE(m_fixture->steps(), 4);
    m_fixture->undo();
    QCOMPARE(why->text(), u"It sets the "_s);
    m_fixture->undo();
    QCOMPARE(m_fixture->stored().story.whyItMatters, u"It sets "_s);
    m_fixture->redo();
    QCOMPARE(why->text(), u"It sets the "_s);
    m_fixture->redo();
    QCOMPARE(why->text(), u"It sets the base"_s);
}

void BriefEditorTest::undoKeyReachesTheDesk_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("text") << u"brief.summary"_s;
    QTest::newRow("line") << u"brief.source"_s;
}

void BriefEditorTest::undoKeyReachesTheDesk()
{
    QFETCH(QString, field);
    auto* widget = m_editor->findChild<QWidget*>(field);
    widget->setFocus();
    const Story before = m_fixture->stored().story;
    QTest::keyClicks(widget, u"xyz"_s);
    QVERIFY(m_fixture->stored().story.summary != before.summary ||
            m_fixture->stored().story.source != before.source);
    QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->stored().story.summary, before.summary);
    QCOMPARE(m_fixture->stored().story.source, before.source);
    QCOMPARE(m_fixture->steps(), 0);
    QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier); // nothing left, and nothing of the widget's own
    QCOMPARE(m_fixture->stored().story.summary, before.summary);
    QCOMPARE(m_fixture->stored().story.source, before.source);
}

void BriefEditorTest::cursorStaysOnExternalChange()
{
    TextField* summary = text(u"brief.summary"_s);
    summary->setFocus();
    QTextCursor cursor = summary->textCursor();
    const QString words = u"community tests"_s;
    const auto at = int(summary->text().indexOf(words, 0, Qt::CaseInsensitive));
    QVERIFY(at > 0);
    cursor.setPosition(at);
    cursor.setPosition(at + int(words.size()), QTextCursor::KeepAnchor);
    summary->setTextCursor(cursor);
    QSignalSpy edited(summary, &TextField::edited);

    const QString longer = u"Added in front. "_s + m_fixture->stored().story.summary;
    QVERIFY(m_fixture->store().applyEdits(
        {{m_fixture->desk().current(), StoryField::Summary, {}, longer, {}}}, {u"Ben"_s, 0}));
    QCOMPARE(summary->text(), longer);
    QCOMPARE(summary->textCursor().selectedText().toLower(), words);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(m_fixture->steps(), 0);
    QVERIFY(summary->hasFocus());
}

void BriefEditorTest::otherStoryEndsTheStep()
{
    const StoryId first = m_fixture->desk().current();
    const StoryId other = m_fixture->add(plainDossier(u"Other"_s));
    TextField* headline = text(u"brief.headline"_s);
    headline->setFocus();
    QTest::keyClicks(headline, u"ab"_s);
    m_fixture->desk().setCurrent(other);
    QTest::keyClicks(headline, u"cd"_s);
    QCOMPARE(m_fixture->steps(), 2);
    QCOMPARE(m_fixture->store().story(first)->headline, u"ab"_s + fullDossier().story.headline);
    QVERIFY(m_fixture->stored().story.headline.contains(u"cd"_s));
}

void BriefEditorTest::pastesPlainText()
{
    auto* mime = new QMimeData;
    mime->setHtml(u"<h1>Styled</h1>"_s);
    mime->setText(u"Styled\r\nwords"_s);
    QGuiApplication::clipboard()->setMimeData(mime);
    m_fixture->open(plainDossier(u"Plain"_s));
    TextField* why = text(u"brief.why_it_matters"_s);
    why->setFocus();
    QTest::keyClick(why, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_fixture->stored().story.whyItMatters, u"Styled\nwords"_s);
    QCOMPARE(m_fixture->steps(), 1);
}

void BriefEditorTest::headlineIsOneParagraph()
{
    QGuiApplication::clipboard()->setText(u"one\ntwo\r\n three"_s);
    m_fixture->open(plainDossier(u"Plain "_s));
    TextField* headline = text(u"brief.headline"_s);
    m_editor->focusHeadline();
    QVERIFY(headline->hasFocus());
    QTest::keyClick(headline, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_fixture->stored().story.headline, u"Plain one two three"_s);
    QTest::keyClick(headline, Qt::Key_Return);
    QVERIFY(text(u"brief.summary"_s)->hasFocus());
    QCOMPARE(m_fixture->stored().story.headline, u"Plain one two three"_s);
}

void BriefEditorTest::lengthIsToldLive()
{
    m_fixture->open(plainDossier(u"Plain"_s));
    auto* length = m_editor->findChild<ToneLabel*>(u"brief.why_it_matters.length"_s);
    QVERIFY(length->text().contains(u"300–500"_s));
    m_fixture->desk().setText(StoryField::WhyItMatters, QString(299, u'x'));
    QVERIFY(length->text().startsWith(u"299"_s));
    QVERIFY(length->text().endsWith(u"short"_s));
    m_fixture->desk().setText(StoryField::WhyItMatters, QString(300, u'x'));
    QVERIFY(!length->text().contains(u"short"_s));
    m_fixture->desk().setText(StoryField::WhyItMatters, QString(501, u'x'));
    QVERIFY(length->text().endsWith(u"long"_s));
}

void BriefEditorTest::hostileTextIsShownLiterally()
{
    Dossier dossier = plainDossier(hostile);
    dossier.story.category = hostile;
    dossier.story.tags = {hostile};
    dossier.story.source = hostile;
    dossier.story.remainder = hostile;
    dossier.story.trustNote = hostile;
    m_fixture->open(dossier);
    QCOMPARE(text(u"brief.headline"_s)->text(), hostile);
    QCOMPARE(text(u"brief.remainder"_s)->text(), hostile);
    QCOMPARE(text(u"trust.note"_s)->text(), hostile);
    QCOMPARE(line(u"brief.source"_s)->text(), hostile);
    QCOMPARE(m_editor->findChild<CategoryBox*>(u"brief.category"_s)->currentText(), hostile);
    for (const ToneLabel* label : m_editor->findChildren<ToneLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(m_fixture->steps(), 0);
}

void BriefEditorTest::categoryCountsWhenConfirmed()
{
    auto* box = m_editor->findChild<CategoryBox*>(u"brief.category"_s);
    box->setFocus();
    box->line()->selectAll();
    QTest::keyClicks(box->line(), u"Robotics"_s);
    QCOMPARE(m_fixture->stored().story.category, u"AI"_s);
    QTest::keyClick(box->line(), Qt::Key_Return);
    QCOMPARE(m_fixture->stored().story.category, u"Robotics"_s);
    QCOMPARE(m_fixture->steps(), 1);
    QVERIFY(!m_fixture->store().categories().contains(u"Robo"_s));

    box->line()->selectAll();
    QTest::keyClicks(box->line(), u"Chips"_s);
    text(u"brief.summary"_s)->setFocus();
    QCOMPARE(m_fixture->stored().story.category, u"Chips"_s);
    m_fixture->undo();
    QCOMPARE(box->currentText(), u"Robotics"_s);
}

void BriefEditorTest::wheelOverTheCategoryChangesNothing()
{
    m_fixture->open(plainDossier(u"Other"_s));
    text(u"brief.summary"_s)->setFocus();
    turnWheel(m_editor->findChild<CategoryBox*>(u"brief.category"_s), -2);
    QCOMPARE(m_fixture->steps(), 0);
}

void BriefEditorTest::escapeDropsAHalfTypedCategory()
{
    auto* box = m_editor->findChild<CategoryBox*>(u"brief.category"_s);
    box->setFocus();
    box->line()->selectAll();
    QTest::keyClicks(box->line(), u"Zzz"_s);
    QTest::keyClick(box->line(), Qt::Key_Escape);
    QCOMPARE(box->currentText(), u"AI"_s);
    text(u"brief.summary"_s)->setFocus();
    QCOMPARE(m_fixture->steps(), 0);
}

void BriefEditorTest::tags()
{
    LineField* tags = line(u"brief.tags"_s);
    tags->setFocus();
    tags->end(false);
    QTest::keyClicks(tags, u", Edge ,,gemma"_s);
    QCOMPARE(m_fixture->stored().story.tags,
             (QStringList{u"open-weights"_s, u"gemma"_s, u"downloads"_s, u"Edge"_s}));
    QVERIFY(tags->text().endsWith(u",,gemma"_s)); // nothing is rewritten under the cursor
    text(u"brief.summary"_s)->setFocus();
    QCOMPARE(tags->text(), u"open-weights, gemma, downloads, Edge"_s);
    while (m_fixture->steps() > 0)
        m_fixture->undo();
    QCOMPARE(m_fixture->stored().story.tags, fullDossier().story.tags);
    QCOMPARE(tags->text(), u"open-weights, gemma, downloads"_s);
}

void BriefEditorTest::tagIsCompleted()
{
    auto* tags = m_editor->findChild<TagField*>(u"brief.tags"_s);
    Dossier other = plainDossier(u"Carries tags"_s);
    other.story.tags = {u"quantum"_s, u"startups"_s};
    m_fixture->add(other);
    m_fixture->desk().setTags({u"one"_s});
    tags->setFocus();
    tags->end(false);
    QTest::keyClicks(tags, u", sta"_s);
    QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(tags->text(), u"one, startups"_s);
    QCOMPARE(m_fixture->stored().story.tags, (QStringList{u"one"_s, u"startups"_s}));
}

void BriefEditorTest::statedCoverage()
{
    LineField* outlets = line(u"stated.outlets"_s);
    outlets->setFocus();
    outlets->selectAll();
    QTest::keyClicks(outlets, u"25x"_s);
    QCOMPARE(m_fixture->stored().story.stated.outlets, std::optional(25));
    LineField* named = line(u"stated.named"_s);
    named->setFocus();
    named->end(false);
    QTest::keyClicks(named, u", Ars"_s);
    QCOMPARE(m_fixture->stored().story.stated.named.last(), u"Ars"_s);
    QTest::mouseClick(m_editor->findChild<QCheckBox*>(u"stated.more"_s), Qt::LeftButton, {}, QPoint(6, 8));
    QVERIFY(!m_fixture->stored().story.stated.namesMore);
    outlets->setFocus();
    outlets->selectAll();
    QTest::keyClick(outlets, Qt::Key_Delete);
    QVERIFY(!m_fixture->stored().story.stated.outlets);
    while (m_fixture->steps() > 0)
        m_fixture->undo();
    QCOMPARE(m_fixture->stored().story.stated, fullDossier().story.stated);
    QCOMPARE(outlets->text(), u"18"_s);
}

void BriefEditorTest::linksOpenOnlyOnTheWeb_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://x.example/status/1"_s << true;
    QTest::newRow("http, with blanks around") << u" http://x.example "_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"https://"_s << false;
    QTest::newRow("disguised host") << u"https://bank.example@evil.example/"_s << false;
    QTest::newRow("prose") << u"see the announcement"_s << false;
    QTest::newRow("nothing") << u""_s << false;
}

void BriefEditorTest::linksOpenOnlyOnTheWeb()
{
    QFETCH(QString, link);
    QFETCH(bool, opens);
    m_fixture->desk().setText(StoryField::Link, link);
    auto* open = m_editor->findChild<QToolButton*>(u"brief.link.open"_s);
    QCOMPARE(open->isEnabled(), opens);
    QSignalSpy requested(m_editor, &BriefEditor::linkOpenRequested);
    open->click();
    QCOMPARE(requested.count(), opens ? 1 : 0);
    if (opens)
        QCOMPARE(requested.first().first().toUrl(), QUrl(link.trimmed()));
}

void BriefEditorTest::trustVerdict()
{
    QTest::mouseClick(m_editor->findChild<QRadioButton*>(u"trust.low"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(m_fixture->stored().story.trust, TrustVerdict::Low);
    QCOMPARE(m_fixture->steps(), 1);
    QVERIFY(m_editor->findChild<ToneLabel*>(u"trust.rule"_s)->text().contains(u"rumour"_s));
    m_fixture->undo();
    QVERIFY(m_editor->findChild<QRadioButton*>(u"trust.high"_s)->isChecked());
    QVERIFY(!m_editor->findChild<QRadioButton*>(u"trust.low"_s)->isChecked());
    QCOMPARE(m_fixture->stored().story.trust, TrustVerdict::High);
    QTest::mouseClick(m_editor->findChild<QRadioButton*>(u"trust.unset"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(m_fixture->stored().story.trust, TrustVerdict::Unset);
}

void BriefEditorTest::trustNote()
{
    TextField* note = text(u"trust.note"_s);
    note->setFocus();
    note->moveCursor(QTextCursor::End);
    QTest::keyClicks(note, u" Checked."_s);
    QVERIFY(m_fixture->stored().story.trustNote.endsWith(u"unreviewed. Checked."_s));
}

void BriefEditorTest::remainderShowsWhereThereIsAny()
{
    TextField* remainder = text(u"brief.remainder"_s);
    QVERIFY(!remainder->isVisible());
    m_fixture->desk().setText(StoryField::Remainder, u"left over"_s);
    QVERIFY(remainder->isVisible());
    QCOMPARE(remainder->text(), u"left over"_s);
    m_fixture->undo();
    QVERIFY(!remainder->isVisible());
}

void BriefEditorTest::jumpsToWords_data()
{
    QTest::addColumn<StoryField>("field");
    QTest::addColumn<QString>("widget");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::newRow("words of the summary") << StoryField::Summary << u"brief.summary"_s << 4 << 6;
    QTest::newRow("whole headline") << StoryField::Headline << u"brief.headline"_s << -1 << 0;
    QTest::newRow("beyond the end") << StoryField::WhyItMatters << u"brief.why_it_matters"_s << 99999 << 5;
    QTest::newRow("link") << StoryField::Link << u"brief.link"_s << -1 << 0;
    QTest::newRow("trust note") << StoryField::TrustNote << u"trust.note"_s << 0 << 11;
    QTest::newRow("tags") << StoryField::Tags << u"brief.tags"_s << -1 << 0;
    QTest::newRow("stated coverage") << StoryField::StatedCoverage << u"stated.outlets"_s << -1 << 0;
    QTest::newRow("trust verdict") << StoryField::Trust << u"trust.high"_s << -1 << 0;
}

void BriefEditorTest::jumpsToWords()
{
    QFETCH(StoryField, field);
    QFETCH(QString, widget);
    QFETCH(int, position);
    QFETCH(int, length);
    QVERIFY(m_editor->jumpTo(field, position, length));
    QVERIFY(m_editor->findChild<QWidget*>(widget)->hasFocus());
    if (auto* edit = m_editor->findChild<TextField*>(widget)) {
        const QString expected = position < 0 ? edit->text() : edit->text().mid(position, length);
        QCOMPARE(edit->textCursor().selectedText(), expected);
    }
}

void BriefEditorTest::jumpElsewhereIsRefused()
{
    QVERIFY(!m_editor->jumpTo(StoryField::Score, -1, 0));
}

QTEST_MAIN(BriefEditorTest)
#include "tst_briefeditor.moc"
