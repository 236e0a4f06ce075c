// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/dimensionrow.h"

#include "ui/desk/desk.h"
#include "ui/scorecard/quotationlines.h"
#include "ui/scorecard/rubrictext.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

DimensionRow::DimensionRow(Desk& desk, const Dimension& dimension, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_dimension(dimension),
      m_name(new ToneLabel(Rank::Body, dimension.label, this)),
      m_weight(new ToneLabel(Rank::Small, this)),
      m_slider(new ScoreSlider(this)),
      m_field(new LineField(this)),
      m_sensitivity(new ToneLabel(Rank::Small, this)),
      m_rubric(new ToneLabel(Rank::Small, this)),
      m_rationale(new TextField(this)),
      m_quotations(new QuotationLines(dimension, this)),
      m_typing(desk)
{
    build();
    connectSlider();
    connectValueField();
    connect(m_rationale, &TextField::entered, this, &DimensionRow::activated);
    connect(m_rationale, &TextField::left, this, [this] { m_typing.end(); });
    connect(m_rationale, &TextField::returnPressed, this, &DimensionRow::nextRequested);
    connect(m_rationale, &TextField::edited, this, [this](const QString& text) {
        m_desk.setRationale(m_dimension.key, text, m_typing.next(m_dimension.key, m_cell.rationale, text));
    });
    connect(m_quotations, &QuotationLines::jumpRequested, this, &DimensionRow::quotationRequested);
    connect(m_quotations, &QuotationLines::unpinRequested, &m_desk, &Desk::unpin);
    connect(m_quotations, &QuotationLines::emptied, this, &DimensionRow::focusSlider);
    showValue();
    showRubric();
    setActive(false);
}

void DimensionRow::build()
{
    const QString prefix = u"dimension."_s + m_dimension.key;
    setObjectName(prefix);
    m_slider->setObjectName(prefix + u".slider"_s);
    m_field->setObjectName(prefix + u".value"_s);
    m_sensitivity->setObjectName(prefix + u".sensitivity"_s);
    m_rubric->setObjectName(prefix + u".rubric"_s);
    m_rationale->setObjectName(prefix + u".rationale"_s);
    m_quotations->setObjectName(prefix + u".quotations"_s);

    const bool risk = m_dimension.polarity == Dimension::Polarity::Risk;
    m_slider->setRisk(risk);
    m_slider->setAccessibleName(m_dimension.label);
    m_field->setAccessibleName(tr("%1, value").arg(m_dimension.label));
    m_field->setFocusPolicy(
        Qt::ClickFocus); // Tab goes on to the rationale: numbers are typed at the slider itself
    m_field->setAlignment(Qt::AlignRight);
    m_rationale->setAccessibleName(tr("%1, rationale").arg(m_dimension.label));
    m_rationale->setPlaceholderText(tr("Why this value?"));
    m_rationale->setOneParagraph();
    m_rationale->setLines(1, 6);
    m_rubric->setWrapping();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 2, 8, 3);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_field, 0, 2);
    grid->addWidget(m_weight, 1, 0);
    grid->addWidget(m_sensitivity, 1, 1, 1, 2);
    grid->addWidget(m_rubric, 2, 0, 1, 3);
    grid->addWidget(m_rationale, 3, 0, 1, 3);
    grid->addWidget(m_quotations, 4, 0, 1, 3);
    layOut();
}

void DimensionRow::connectSlider()
{
    connect(m_slider, &ScoreSlider::gestureBegan, this, [this] { m_gesture = m_desk.newGesture(); });
    connect(m_slider, &ScoreSlider::gestureEnded, this, [this] { m_gesture = 0; });
    connect(m_slider, &ScoreSlider::edited, this, &DimensionRow::setScore);
    connect(m_slider, &ScoreSlider::typedChanged, this, &DimensionRow::showValue);
    connect(m_slider, &ScoreSlider::typingDropped, this, &DimensionRow::tellDropped);
    connect(m_slider, &ScoreSlider::nextRequested, this, &DimensionRow::nextRequested);
    connect(m_slider, &ScoreSlider::entered, this, &DimensionRow::activated);
    connect(m_slider, &ScoreSlider::acceptRequested, this, [this] {
        if (m_suggestion)
            setScore(Score::fromNumber(m_suggestion->value));
    });
    connect(m_slider, &ScoreSlider::rubricRequested, this, [this] {
        const QPoint below = m_slider->mapToGlobal(QPoint(0, m_slider->height()));
        QToolTip::showText(below, m_name->toolTip(), m_slider, {}, 30000);
    });
}

void DimensionRow::connectValueField()
{
    connect(m_field, &LineField::entered, this, [this] {
        m_field->selectAll();
        Q_EMIT activated();
    });
    m_field->installEventFilter(this);
    connect(m_field, &LineField::textEdited, this,
            [this](const QString& text) { showReadable(Score::fromText(text).has_value()); });
    connect(m_field, &LineField::returnPressed, this, [this] {
        if (!Score::fromText(m_field->text()))
            return; // stays, in the colour of what is wrong
        commitField();
        Q_EMIT nextRequested();
    });
    connect(m_field, &LineField::left, this, [this] {
        commitField();
        showValue();
    });
}

/// Esc in a value half typed puts the one that is stored back into the field. Left to the window, it would
/// lead to the queue, and what was to be given up would be taken over on the way.
bool DimensionRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_field || !key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape ||
        m_field->text() == shownValue())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const QString typed = m_field->text();
        showValue();
        m_field->selectAll();
        tellDropped(typed);
    }
    event->accept();
    return true;
}

/// Beside the number that came back, since a digit that vanishes is easily missed.
void DimensionRow::tellDropped(const QString& typed)
{
    constexpr int shownFor = 4000; // ms
    QToolTip::showText(m_field->mapToGlobal(QPoint(0, m_field->height())),
                       plainTip(tr("Not saved: %1").arg(typed)), m_field, {}, shownFor);
}

void DimensionRow::commitField()
{
    const auto value = Score::fromText(m_field->text());
    if (value && *value != m_cell.value)
        setScore(*value);
}

void DimensionRow::setScore(Score value)
{
    m_desk.setScore(m_dimension.key, value, m_gesture);
    // Where the desk could not store it, the panel goes on to show what is stored.
    m_slider->setValue(m_desk.card().value(m_dimension.key));
}

void DimensionRow::showCell(const Method& method, const Scorecard& card)
{
    if (m_name->toolTip().isEmpty()) {
        const QString whole = plainTip(RubricText::whole(method, m_dimension));
        m_name->setToolTip(whole);
        m_weight->setToolTip(whole);
        showTips();
    }
    m_weight->setText(RubricText::weight(method, card, m_dimension));
    const ScoreCell cell = card.cells.value(m_dimension.key);
    const bool valueChanged = cell.value != m_cell.value;
    const bool wordless = m_cell.rationale.isEmpty();
    m_cell = cell;
    m_slider->setValue(cell.value);
    m_rationale->showText(cell.rationale);
    if (wordless != cell.rationale.isEmpty())
        m_rationale->setVisible(m_active || !cell.rationale.isEmpty());
    if (valueChanged) {
        showValue();
        showRubric();
    }
}

void DimensionRow::showQuotations(const Dossier& dossier)
{
    m_quotations->showStory(dossier);
}

void DimensionRow::showSensitivity(const QString& text)
{
    m_sensitivity->setText(text);
}

void DimensionRow::showSuggestion(const std::optional<SuggestionMark>& mark, const QString& evidence)
{
    m_suggestion = mark;
    m_evidence = evidence;
    m_slider->setSuggestion(mark);
    showTips();
}

/// What the slider tells the pointer and the screen reader: suggestion first, then the rubric.
void DimensionRow::showTips()
{
    m_slider->setToolTip(m_evidence.isEmpty() ? m_name->toolTip() : plainTip(m_evidence) + m_name->toolTip());
    m_slider->setAccessibleDescription(m_evidence.isEmpty() ? m_rubric->text()
                                                            : m_rubric->text() + u' ' + m_evidence);
}

void DimensionRow::showValue()
{
    if (!m_slider->typed().isEmpty()) {
        m_field->showText(m_slider->typed());
        return;
    }
    showReadable(true);
    m_field->showText(shownValue());
}

QString DimensionRow::shownValue() const
{
    const Score value = m_slider->value();
    return value.isValue()           ? QString::number(value.number(), 'f', 1)
           : value.isNotApplicable() ? tr("N/A")
                                     : u"—"_s;
}

void DimensionRow::showReadable(bool readable)
{
    if (readable == m_readable)
        return;
    m_readable = readable;
    QPalette colors;
    if (!readable)
        colors.setColor(QPalette::Text, severityTone(Severity::Blocker, palette()));
    m_field->setPalette(colors);
    m_field->setToolTip(readable ? QString()
                                 : plainTip(tr("A number from 0 to 10, N/A, or nothing at all.")));
}

void DimensionRow::showRubric()
{
    m_rubric->setText(RubricText::atHand(m_dimension, m_cell.value));
    showTips();
}

void DimensionRow::setActive(bool active)
{
    m_active = active;
    m_rubric->setVisible(active);
    m_rationale->setVisible(active || !m_cell.rationale.isEmpty());
    m_rationale->setFrameShape(active ? QFrame::StyledPanel : QFrame::NoFrame);
    m_rationale->viewport()->setAutoFillBackground(active);
    update();
}

void DimensionRow::focusSlider()
{
    m_slider->setFocus(Qt::ShortcutFocusReason);
}

void DimensionRow::leaveStory()
{
    m_slider->dropTyped();
    m_quotations->fold();
    m_typing.end();
    m_gesture = 0;
    showValue();
}

int DimensionRow::nameWidth() const
{
    return std::max(m_name->sizeHint().width(), m_weight->sizeHint().width());
}

void DimensionRow::setNameWidth(int width)
{
    static_cast<QGridLayout*>(layout())->setColumnMinimumWidth(0, width);
}

void DimensionRow::layOut()
{
    m_field->setFixedWidth(m_field->fontMetrics().horizontalAdvance(u"10.0"_s) + 20);
    m_sensitivity->setContentsMargins(int(m_slider->trackRect().left()), 0, 0, 0);
    m_rubric->setContentsMargins(0, 4, 0, 4);
}

void DimensionRow::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_active)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(0.10F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(rect(), 4, 4);
}

void DimensionRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace Scoredesk
