// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/findingrow.h"

#include "ui/widgets/linefield.h"
#include "ui/widgets/severityicon.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/checktext.h"
#include "ui/words/fieldtext.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

FindingRow::FindingRow(QWidget* parent)
    : QFrame(parent),
      m_icon(new SeverityIcon(this)),
      m_message(new ToneLabel(Rank::Body, this)),
      m_place(new ToneLabel(Rank::Small, this)),
      m_act(new QPushButton(this)),
      m_asking(new QWidget(this)),
      m_answer(new LineField(m_asking)),
      m_confirm(new QPushButton(tr("Overrule"), m_asking))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_message->setObjectName(u"finding.message"_s);
    m_place->setObjectName(u"finding.place"_s);
    m_act->setObjectName(u"finding.act"_s);
    m_answer->setObjectName(u"finding.reason"_s);
    m_confirm->setObjectName(u"finding.confirm"_s);
    m_message->setWrapping();
    m_place->setWrapping();
    m_act->setFlat(true);
    m_act->setCursor(Qt::ArrowCursor);
    m_act->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_answer->setPlaceholderText(tr("Why may it stand? Kept with the story"));
    m_answer->setAccessibleName(tr("Reason for overruling"));
    auto* cancel = new QPushButton(tr("Cancel"), m_asking);
    cancel->setObjectName(u"finding.cancel"_s);
    for (QPushButton* button : {m_act, m_confirm, cancel})
        button->setAutoDefault(false);

    auto* asking = new QGridLayout(m_asking);
    asking->setContentsMargins(0, 2, 0, 0);
    asking->setSpacing(4);
    asking->addWidget(m_answer, 0, 0, 1, 3);
    asking->addWidget(cancel, 1, 1);
    asking->addWidget(m_confirm, 1, 2);
    asking->setColumnStretch(0, 1);
    m_asking->hide();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 4, 6, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_message, 0, 1, 1, 2);
    grid->addWidget(m_place, 1, 1, Qt::AlignVCenter);
    grid->addWidget(m_act, 1, 2);
    grid->addWidget(m_asking, 2, 1, 1, 2);

    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_reason.isEmpty())
            askReason(true);
        else
            Q_EMIT takenBack(m_finding.kind);
    });
    connect(m_answer, &LineField::textChanged, this,
            [this](const QString& text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_answer, &LineField::returnPressed, this, &FindingRow::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &FindingRow::confirm);
    connect(cancel, &QPushButton::clicked, this, [this] { askReason(false); });
    m_confirm->setEnabled(false);
}

void FindingRow::showFinding(const Finding& finding, const QString& message, const QString& reason)
{
    if (finding.kind != m_finding.kind && m_asking->isVisible())
        askReason(false);
    m_finding = finding;
    m_reason = reason;
    const bool blocker = finding.severity == Severity::Blocker;
    const bool stands = blocker && !reason.isEmpty();
    const QString place = fieldText(finding.place);
    const QString word = severityText(finding.severity);
    m_icon->setSeverity(finding.severity);
    m_message->setText(message);
    m_message->setStruck(stands);
    m_message->setTone(stands ? ToneLabel::Tone(&quietTone) : ToneLabel::Tone());
    m_place->setText(stands ? tr("Overruled: %1").arg(reason) : tr("%1 · %2").arg(word, place));
    const Severity severity = finding.severity;
    m_place->setTone(stands ? ToneLabel::Tone()
                            : [severity](const QPalette& colors) { return severityTone(severity, colors); });
    m_act->setVisible(blocker);
    m_act->setText(stands ? tr("Take back") : tr("Overrule…"));
    if (stands)
        askReason(false);
    setAccessibleName(tr("%1: %2").arg(word, message));
    setAccessibleDescription(stands ? m_place->text() : tr("In: %1. Enter goes there.").arg(place));
    setToolTip(plainTip(tr("Go to: %1").arg(place)));
}

void FindingRow::askReason(bool ask)
{
    const bool had = m_asking->isVisible() && m_answer->hasFocus();
    m_asking->setVisible(ask);
    m_act->setEnabled(!ask);
    if (ask) {
        m_answer->setFocus(Qt::OtherFocusReason);
    } else {
        m_answer->clear();
        if (had)
            setFocus(Qt::OtherFocusReason);
    }
}

void FindingRow::confirm()
{
    const QString reason = m_answer->text().trimmed();
    if (!reason.isEmpty())
        Q_EMIT overruled(m_finding.kind, reason);
}

void FindingRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (hasFocus()) {
            Q_EMIT jumpRequested(m_finding);
            return;
        }
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    case Qt::Key_Escape:
        if (m_asking->isVisible()) {
            askReason(false);
            return;
        }
        break;
    default:
        break;
    }
    QFrame::keyPressEvent(event);
}

void FindingRow::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void FindingRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT jumpRequested(m_finding);
}

void FindingRow::paintEvent(QPaintEvent* /*event*/)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette().color(QPalette::Highlight);
    painter.setPen(QPen(tint, 1));
    tint.setAlphaF(0.10F);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void FindingRow::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    update();
}

void FindingRow::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    update();
}

} // namespace Scoredesk
