// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/widgets/tone.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_undo(new QToolButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(u"noticeBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // messages may quote what a file contained
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undo->setObjectName(u"noticeUndo"_s);
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Take this back (Ctrl+Z)"));
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setText(u"✕"_s);
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this notice"));
    for (QToolButton* button : {m_undo, m_close})
        button->setFocusPolicy(Qt::TabFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);

    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested();
    });
    hide();
}

void NoticeBar::showDone(const QString& sentence)
{
    m_hide.start(10s);
    present(sentence, Tone::Done);
}

void NoticeBar::showInfo(const QString& sentence)
{
    m_hide.start(10s);
    present(sentence, Tone::Info);
}

void NoticeBar::showWarning(const QString& sentence)
{
    m_hide.stop();
    present(sentence, Tone::Info);
}

void NoticeBar::showError(const Error& error)
{
    m_hide.stop();
    present(error.message, Tone::Error);
}

void NoticeBar::showStoryError(const Error& error)
{
    showError(error);
    m_ofStory = true;
}

void NoticeBar::dropStory()
{
    if (m_ofStory)
        hide();
}

void NoticeBar::dropUndo()
{
    m_undo->hide();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::present(const QString& sentence, Tone tone)
{
    m_tone = tone;
    m_ofStory = false;
    m_text->setText(sentence);
    m_undo->setVisible(tone == Tone::Done);
    colour();
    show();
    setAccessibleName(sentence);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::colour()
{
    m_icon->setText(m_tone == Tone::Error ? u"⚠"_s : m_tone == Tone::Done ? u"✓"_s : u"ℹ"_s);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_tone == Tone::Error ? severityTone(Severity::Blocker, colours)
                                                                 : colours.color(QPalette::Text));
    m_icon->setPalette(colours);
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace Scoredesk
