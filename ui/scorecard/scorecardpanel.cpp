// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scorecardpanel.h"

#include "storage/method/impact.h"
#include "storage/method/suggestions.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/scorecard/comparableslist.h"
#include "ui/scorecard/dimensionrow.h"
#include "ui/scorecard/impactheader.h"
#include "ui/scorecard/vectorline.h"
#include "ui/words/impacttext.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int mostComparables = 5;

ScorecardPanel::ScorecardPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_impact(new ImpactHeader(this)),
      m_column(new QVBoxLayout),
      m_vector(new VectorLine(desk, this)),
      m_comparables(new ComparablesList(this))
{
    setObjectName(u"scorecard"_s);
    m_column->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_impact);
    column->addLayout(m_column);
    column->addWidget(m_vector);
    column->addWidget(m_comparables);

    m_untilReleased.setInterval(30ms);
    connect(&m_untilReleased, &QTimer::timeout, this, [this] { activate(m_toActivate); });
    m_untilSettled.setSingleShot(true);
    m_untilSettled.setInterval(150ms);
    connect(&m_untilSettled, &QTimer::timeout, this, &ScorecardPanel::showComparables);
    connect(m_comparables, &ComparablesList::openRequested, this, &ScorecardPanel::openComparable);
    connect(&m_desk, &Desk::currentChanged, this, [this] {
        for (DimensionRow* row : std::as_const(m_rows))
            row->leaveStory();
        leaveComparables();
    });
    connect(&m_desk, &Desk::analystChanged, this, &ScorecardPanel::leaveComparables);
    connect(&m_desk, &Desk::dossierChanged, this, &ScorecardPanel::refresh);
    connect(&m_desk, &Desk::methodChanged, this, &ScorecardPanel::refresh);
    connect(&m_desk, &Desk::analystChanged, this, &ScorecardPanel::refresh);
    refresh();
}

void ScorecardPanel::buildRows()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_active = -1;
    m_method = m_desk.method();
    for (const Dimension& dimension : std::as_const(m_method.dimensions)) {
        auto* row = new DimensionRow(m_desk, dimension, this);
        const int index = int(m_rows.size());
        connect(row, &DimensionRow::activated, this, [this, index] { activate(index); });
        connect(row, &DimensionRow::nextRequested, this, [this, index] { focusDimension(index + 1); });
        connect(row, &DimensionRow::quotationRequested, this, &ScorecardPanel::quotationRequested);
        m_column->addWidget(row);
        m_rows.append(row);
    }
    alignNames();
}

void ScorecardPanel::refresh()
{
    if (m_method != m_desk.method()) {
        buildRows();
        leaveComparables();
    }
    const Scorecard card = m_desk.card();
    m_impact->showCard(m_method, card, m_desk.dossier().cards);
    QMap<QString, QString> moves;
    for (const Sensitivity& move : sensitivityOf(m_method, card))
        moves.insert(move.dimension, sensitivityText(m_method, card, move));
    for (DimensionRow* row : std::as_const(m_rows)) {
        row->showCell(m_method, card);
        row->showQuotations(m_desk.dossier());
        row->showSensitivity(moves.value(row->dimension().key));
    }
    showSuggestions();
    m_vector->refresh();
}

void ScorecardPanel::showSuggestions()
{
    QMap<QString, Suggestion> suggestions;
    if (m_desk.hasCurrent())
        for (const Suggestion& suggestion : suggestionsFor(m_desk.dossier(), m_method))
            suggestions.insert(suggestion.dimension, suggestion);
    for (DimensionRow* row : std::as_const(m_rows)) {
        const auto found = suggestions.constFind(row->dimension().key);
        if (found == suggestions.constEnd() || !found->value.isValue()) {
            row->showSuggestion({}, {});
            continue;
        }
        // The mark's line shows how far such suggestions are off on average.
        const double value = found->value.number();
        row->showSuggestion(
            SuggestionMark{value, std::max(value - found->error, 0.0), std::min(value + found->error, 10.0)},
            tr("Suggested %1: %2 Enter accepts it.")
                .arg(QString::number(value, 'f', 1), suggestionText(*found)));
    }
}

void ScorecardPanel::focusDimension(int index)
{
    if (index >= 0 && index < m_rows.size())
        m_rows[index]->focusSlider();
}

/// Unfolds one row and folds the others. Under a pressed mouse that waits for its release: what is being
/// dragged must not move away.
void ScorecardPanel::activate(int index)
{
    m_toActivate = index;
    if (QGuiApplication::mouseButtons() != Qt::NoButton) {
        m_untilReleased.start();
        return;
    }
    m_untilReleased.stop();
    m_untilSettled.start();
    if (index == m_active || index < 0 || index >= m_rows.size())
        return;
    if (m_active >= 0)
        m_rows[m_active]->setActive(false);
    m_active = index;
    m_rows[index]->setActive(true);
    Q_EMIT rowActivated(m_rows[index]);
}

/// What is shown belonged to another story, analyst or method; what belongs to this one follows.
void ScorecardPanel::leaveComparables()
{
    m_comparables->clear();
    m_untilSettled.start();
}

void ScorecardPanel::showComparables()
{
    if (m_active < 0 || !m_desk.hasCurrent() || !m_rows[m_active]->isAncestorOf(QApplication::focusWidget()))
        return;
    const Dimension& dimension = m_rows[m_active]->dimension();
    m_comparables->showComparables(
        dimension.label,
        m_desk.store().comparables(m_desk.current(), dimension.key, m_desk.analyst(), mostComparables));
}

void ScorecardPanel::openComparable()
{
    const StoryId story = m_comparables->chosen();
    if (story == noStory)
        return;
    // The list is emptied under the focus: the value beside it is what the analyst came for.
    const bool leavesFocus = m_comparables->isAncestorOf(QApplication::focusWidget());
    m_desk.setCurrent(story);
    if (leavesFocus && m_active >= 0)
        m_rows[m_active]->focusSlider();
}

void ScorecardPanel::alignNames()
{
    int widest = 0;
    for (const DimensionRow* row : std::as_const(m_rows))
        widest = std::max(widest, row->nameWidth());
    for (DimensionRow* row : std::as_const(m_rows))
        row->setNameWidth(widest);
}

void ScorecardPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        alignNames();
}

} // namespace Scoredesk
