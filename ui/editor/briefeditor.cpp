// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/briefeditor.h"

#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/editor/categorybox.h"
#include "ui/editor/statededitor.h"
#include "ui/editor/storytext.h"
#include "ui/editor/tagfield.h"
#include "ui/editor/trusteditor.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/weburl.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

BriefEditor::BriefEditor(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_trust(new TrustEditor(desk, this)),
      m_category(new CategoryBox(this)),
      m_tags(new TagField(this)),
      m_stated(new StatedEditor(desk, this)),
      m_provenance(new ToneLabel(Rank::Small, this)),
      m_remainder(new QWidget(this)),
      m_typing(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    addProse(*column, StoryField::Headline, tr("Headline"), 20, 160, tr("20–160"));
    addProse(*column, StoryField::Summary, tr("Summary"), 250, 900, tr("about 500"));
    addProse(*column, StoryField::WhyItMatters, tr("Why it matters"), 300, 500, tr("300–500"));
    TextField* headline = m_prose.first().edit;
    headline->setOneParagraph();
    headline->setLines(1, 8);
    headline->setFont(ToneLabel::fontOf(Rank::Title));
    connect(headline, &TextField::returnPressed, this, [this] { m_prose[1].edit->setFocus(); });

    column->addSpacing(4);
    column->addWidget(new ToneLabel(Rank::Title, tr("Trust"), this));
    column->addWidget(m_trust);
    column->addSpacing(8);
    addDetails(*column);
    column->addSpacing(4);
    m_provenance->setWrapping();
    m_provenance->setObjectName(u"brief.provenance"_s);
    column->addWidget(m_provenance);
    addRemainder(*column);
    column->addStretch();

    connect(&m_desk, &Desk::currentChanged, this, [this] { m_typing.end(); });
    connect(&m_desk, &Desk::dossierChanged, this, &BriefEditor::refresh);
    refresh();
}

void BriefEditor::addProse(QBoxLayout& column, StoryField field, const QString& label, int least, int most,
                           const QString& wanted)
{
    auto* edit = new TextField(this);
    edit->setObjectName(u"brief."_s + fieldName(field));
    edit->setAccessibleName(label);
    edit->setLines(3, 24);
    auto* length = new ToneLabel(Rank::Small, this);
    length->setObjectName(edit->objectName() + u".length"_s);
    length->setToolTip(plainTip(tr("Characters, and how many are wanted")));
    auto* name = new ToneLabel(Rank::Title, label, this);
    name->setBuddy(edit);

    if (column.count() > 0)
        column.addSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(length);
    column.addLayout(head);
    column.addWidget(edit);
    m_prose.append({field, edit, length, least, most, wanted});
    connect(edit, &TextField::edited, this, [this, field](const QString& text) { save(field, text); });
    connect(edit, &TextField::left, this, [this] { m_typing.end(); });
}

QWidget* BriefEditor::addLine(StoryField field, const QString& label, bool address)
{
    auto* edit = new LineField(this);
    edit->setObjectName(u"brief."_s + fieldName(field));
    edit->setAccessibleName(label);
    connect(edit, &LineField::textEdited, this, [this, field](const QString& text) { save(field, text); });
    connect(edit, &LineField::left, this, [this] { m_typing.end(); });
    if (!address) {
        m_lines.append({field, edit, nullptr});
        return edit;
    }
    auto* open = new QToolButton(this);
    open->setObjectName(edit->objectName() + u".open"_s);
    open->setText(tr("Open"));
    open->setAccessibleName(tr("Open %1").arg(label));
    connect(open, &QToolButton::clicked, this, [this, edit] {
        if (const auto url = webUrl(edit->text()))
            Q_EMIT linkOpenRequested(*url);
    });
    m_lines.append({field, edit, open});
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(edit, 1);
    line->addWidget(open);
    return both;
}

void BriefEditor::addDetails(QBoxLayout& column)
{
    m_category->setObjectName(u"brief.category"_s);
    m_category->setAccessibleName(tr("Category"));
    m_tags->setObjectName(u"brief.tags"_s);
    m_tags->setAccessibleName(tr("Tags, separated by commas"));
    m_tags->setPlaceholderText(tr("3 to 7, by commas"));
    connect(m_category, &CategoryBox::chosen, this,
            [this](const QString& category) { m_desk.setText(StoryField::Category, category); });
    connect(m_tags, &TagField::tagsEdited, this,
            [this](const QStringList& tags) { save(StoryField::Tags, tags.join(u'\n')); });
    connect(m_tags, &LineField::entered, this, [this] {
        QStringList known = m_desk.store().tags();
        for (const QString& own : m_desk.dossier().story.tags)
            known.removeAll(own);
        m_tags->setKnown(known);
    });
    connect(m_tags, &LineField::left, this, [this] {
        m_typing.end();
        m_tags->showTags(m_desk.dossier().story.tags);
    });

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString& label, QWidget* widget, Qt::Alignment alignment = Qt::AlignVCenter) {
        const int row = grid->rowCount();
        auto* name = new ToneLabel(Rank::Quiet, label, this);
        if (alignment == Qt::AlignTop) // beside the first of its lines
            name->setContentsMargins(0, (m_tags->sizeHint().height() - name->sizeHint().height()) / 2, 0, 0);
        grid->addWidget(name, row, 0, alignment);
        grid->addWidget(widget, row, 1);
    };
    add(tr("Category"), m_category);
    add(tr("Tags"), m_tags);
    add(tr("Source"), addLine(StoryField::Source, tr("Source"), false));
    add(tr("Link"), addLine(StoryField::Link, tr("Link"), true));
    add(tr("Primary source"), addLine(StoryField::PrimarySource, tr("Primary source"), true));
    add(tr("Stated"), m_stated, Qt::AlignTop);
    column.addLayout(grid);
}

void BriefEditor::addRemainder(QBoxLayout& column)
{
    auto* label = new ToneLabel(Rank::Title, tr("Kept as text from the import"), m_remainder);
    auto* edit = new TextField(m_remainder);
    edit->setObjectName(u"brief.remainder"_s);
    edit->setAccessibleName(label->text());
    edit->setLines(2, 12);
    auto* inner = new QVBoxLayout(m_remainder);
    inner->setContentsMargins(0, 8, 0, 0);
    inner->setSpacing(4);
    inner->addWidget(label);
    inner->addWidget(edit);
    column.addWidget(m_remainder);
    m_prose.append({StoryField::Remainder, edit, nullptr, 0, 0, {}});
    connect(edit, &TextField::edited, this,
            [this](const QString& text) { save(StoryField::Remainder, text); });
    connect(edit, &TextField::left, this, [this] {
        m_typing.end();
        m_remainder->setVisible(!m_desk.dossier().story.remainder.isEmpty());
    });
}

void BriefEditor::save(StoryField field, const QString& text)
{
    const QString before = storyText(m_desk.dossier().story, field);
    if (text != before)
        m_desk.setText(field, text, m_typing.next(fieldName(field), before, text));
}

void BriefEditor::refresh()
{
    const Story& story = m_desk.dossier().story;
    for (const Prose& prose : std::as_const(m_prose)) {
        prose.edit->showText(storyText(story, prose.field));
        if (prose.length)
            showLengths(prose);
    }
    for (const Line& line : std::as_const(m_lines)) {
        line.edit->showText(storyText(story, line.field));
        if (line.open) {
            const bool web = webUrl(line.edit->text()).has_value();
            line.open->setEnabled(web);
            line.open->setToolTip(web || line.edit->text().isEmpty()
                                      ? QString()
                                      : plainTip(tr("Only http and https addresses open.")));
        }
    }
    m_category->showCategory(story.category, m_desk.store().categories());
    m_tags->showTags(story.tags);
    // Emptied while it is edited, it stays until it is left.
    if (!m_prose.last().edit->hasFocus())
        m_remainder->setVisible(!story.remainder.isEmpty());
    showProvenance(story);
}

void BriefEditor::showLengths(const Prose& prose)
{
    const auto size = int(prose.edit->text().size());
    QString text = tr("%1 / %2").arg(size).arg(prose.wanted);
    const bool off = size < prose.least || size > prose.most;
    if (size == 0)
        text = tr("%1 characters wanted").arg(prose.wanted);
    else if (off)
        text = size < prose.least ? tr("%1 · short").arg(text) : tr("%1 · long").arg(text);
    if (text == prose.length->text())
        return;
    prose.length->setText(text);
    prose.length->setTone(off && size > 0
                              ? [](const QPalette& c) { return severityTone(Severity::Warning, c); }
                              : ToneLabel::Tone());
    prose.edit->setAccessibleDescription(text);
}

void BriefEditor::showProvenance(const Story& story)
{
    const QString published = story.publishedAt.isValid()
                                  ? tr("Published %1").arg(localTimeText(story.publishedAt))
                                  : tr("Published: unknown");
    const QString text = tr("%1 · added %2").arg(published, localTimeText(story.addedAt));
    if (text == m_provenance->text())
        return;
    m_provenance->setText(text);
    QStringList utc;
    if (story.publishedAt.isValid())
        utc.append(tr("Published %1").arg(utcTimeText(story.publishedAt)));
    utc.append(tr("Added %1").arg(utcTimeText(story.addedAt)));
    m_provenance->setToolTip(plainTip(utc.join(u'\n')));
}

void BriefEditor::focusHeadline()
{
    m_prose.first().edit->setFocus(Qt::ShortcutFocusReason);
    m_prose.first().edit->moveCursor(QTextCursor::End);
    Q_EMIT jumped(m_prose.first().edit);
}

bool BriefEditor::jumpTo(StoryField field, int position, int length)
{
    const auto arrive = [this](auto* edit, int at, int size) {
        edit->setFocus(Qt::OtherFocusReason);
        edit->select(at, size);
        Q_EMIT jumped(edit);
        return true;
    };
    for (const Prose& prose : std::as_const(m_prose))
        if (prose.field == field)
            return arrive(prose.edit, position, length);
    for (const Line& line : std::as_const(m_lines))
        if (line.field == field)
            return arrive(line.edit, position, length);
    switch (field) {
    case StoryField::TrustNote:
        return arrive(m_trust->note(), position, length);
    case StoryField::Tags:
        return arrive(m_tags, -1, 0); // positions count in the stored form, not in the line
    case StoryField::Category:
        return arrive(m_category->line(), position, length);
    case StoryField::StatedCoverage:
        return arrive(m_stated->outlets(), -1, 0);
    case StoryField::Trust:
        m_trust->focusVerdict();
        Q_EMIT jumped(m_trust);
        return true;
    default:
        return false;
    }
}

} // namespace Scoredesk
