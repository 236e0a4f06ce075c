// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tonelabel.h"

#include "ui/widgets/tone.h"

#include <QApplication>
#include <QEvent>

namespace Scoredesk {

using namespace Qt::StringLiterals;

ToneLabel::ToneLabel(Rank rank, QWidget* parent) : ToneLabel(rank, QString(), parent) {}

ToneLabel::ToneLabel(Rank rank, const QString& text, QWidget* parent) : QLabel(parent), m_rank(rank)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    applyLook();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = std::move(tone);
    applyLook();
}

void ToneLabel::setStruck(bool struck)
{
    if (struck == m_struck)
        return;
    m_struck = struck;
    applyLook();
}

void ToneLabel::setWrapping()
{
    setWordWrap(true);
    // Without it a long word would set the least width of the whole panel.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
}

QFont ToneLabel::fontOf(Rank rank)
{
    QFont font = QApplication::font();
    const qreal size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    switch (rank) {
    case Rank::Figure:
        font.setPointSizeF(size * 2.2);
        font.setWeight(QFont::DemiBold);
        break;
    case Rank::Title:
        font.setPointSizeF(size);
        font.setWeight(QFont::DemiBold);
        break;
    case Rank::Body:
    case Rank::Quiet:
        font.setPointSizeF(size);
        break;
    case Rank::Small:
        font.setPointSizeF(size * 0.9);
        break;
    }
    return font;
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationFontChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        applyLook();
        break;
    default:
        break;
    }
}

void ToneLabel::applyLook()
{
    if (m_applying) // what it sets changes font and palette itself
        return;
    m_applying = true;
    // Setting either lays out the panel anew, so only what differs is set: labels are refreshed with each
    // score.
    QFont wanted = fontOf(m_rank);
    wanted.setStrikeOut(m_struck);
    if (wanted != font())
        setFont(wanted);
    const QPalette around = parentWidget() ? parentWidget()->palette() : QApplication::palette();
    QColor color;
    if (m_tone)
        color = m_tone(around);
    else if (m_rank == Rank::Quiet || m_rank == Rank::Small)
        color = quietTone(around);
    if (color != m_color) {
        m_color = color;
        QPalette own;
        if (color.isValid()) {
            own.setColor(QPalette::WindowText, color);
            own.setColor(QPalette::Text, color); // of a text that can be selected
        }
        setPalette(own);
    }
    m_applying = false;
}

QString plainTip(const QString& text)
{
    return text.isEmpty() ? QString() : u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace Scoredesk
