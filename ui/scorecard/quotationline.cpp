// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/quotationline.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QToolButton>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int inset = 2; // pixels around the text

QuotationLine::QuotationLine(QWidget* parent) : QAbstractButton(parent), m_unpin(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFont(ToneLabel::fontOf(ToneLabel::Rank::Small));
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(tr("Enter shows it in its article, Delete unpins it."));
    m_unpin->setObjectName(u"quotation.unpin"_s);
    m_unpin->setText(u"×"_s);
    m_unpin->setAutoRaise(true);
    m_unpin->setFocusPolicy(Qt::NoFocus); // the line has the keyboard, and Delete
    m_unpin->setCursor(Qt::ArrowCursor);
    m_unpin->setToolTip(tr("Unpin (Delete)"));
    connect(m_unpin, &QToolButton::clicked, this, &QuotationLine::unpinRequested);
}

void QuotationLine::showQuotation(const Quotation& quotation, const QString& outlet, const QString& dimension)
{
    m_quotation = quotation;
    m_outlet = outlet;
    const QString words = quotation.words.simplified();
    const QString from = outlet.isEmpty() ? tr("an article that is not with this story any more") : outlet;
    setAccessibleName(tr("Evidence for %1: “%2”, from %3").arg(dimension, words, from));
    m_unpin->setAccessibleName(tr("Unpin “%1”").arg(words));
    setToolTip(plainTip(tr("“%1”\n%2 · pinned by %3").arg(quotation.words, from, quotation.analyst)));
    update();
}

QString QuotationLine::lineText(int width) const
{
    const QString rest = m_outlet.isEmpty() ? QString() : u" — "_s + m_outlet;
    // The words come first: a long outlet's name gives way, too.
    const QString outlet = fontMetrics().elidedText(rest, Qt::ElideRight, width / 2);
    const int room =
        width - fontMetrics().horizontalAdvance(outlet) - fontMetrics().horizontalAdvance(u"“”"_s);
    const QString words =
        fontMetrics().elidedText(m_quotation.words.simplified(), Qt::ElideRight, std::max(room, 0));
    return u'“' + words + u'”' + outlet;
}

int QuotationLine::roomForText() const
{
    return width() - m_unpin->width() - 2 * inset;
}

QSize QuotationLine::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + 2 * inset};
}

QSize QuotationLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

/// Keys that mean something here are not the window's.
bool QuotationLine::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier &&
            (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Delete)) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void QuotationLine::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Delete:
        Q_EMIT unpinRequested();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void QuotationLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool lit = underMouse() || hasFocus();
    painter.setPen(lit ? palette().color(QPalette::WindowText) : quietTone(palette()));
    const QRect place = rect().adjusted(inset, 0, -m_unpin->width() - inset, 0);
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, lineText(roomForText()));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void QuotationLine::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    layOut();
}

void QuotationLine::layOut()
{
    const int side = height();
    m_unpin->setGeometry(width() - side, 0, side, side);
}

void QuotationLine::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() != QEvent::ApplicationFontChange)
        return;
    setFont(ToneLabel::fontOf(ToneLabel::Rank::Small));
    updateGeometry();
}

} // namespace Scoredesk
