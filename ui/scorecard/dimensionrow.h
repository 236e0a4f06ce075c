// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/scorecard.h"
#include "storage/method/impact.h"
#include "ui/desk/typinggesture.h"
#include "ui/scorecard/scoreslider.h"

#include <QWidget>

namespace Scoredesk {

class Desk;
class LineField;
class QuotationLines;
class TextField;
class ToneLabel;

/// One dimension of the analyst's card: value, rubric, rationale, what a move would do, and the quotations
/// that are pinned to it.
class DimensionRow : public QWidget {
    Q_OBJECT

public:
    DimensionRow(Desk& desk, const Dimension& dimension, QWidget* parent = nullptr);

    const Dimension& dimension() const { return m_dimension; }
    void showCell(const Method& method, const Scorecard& card);
    void showQuotations(const Dossier& dossier);
    void showSensitivity(const QString& text);
    /// A suggested value with its evidence in words; nothing takes the mark away.
    void showSuggestion(const std::optional<SuggestionMark>& mark, const QString& evidence);
    /// Unfolds rubric and rationale.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    void focusSlider();
    /// Another story is shown from now on: what is half typed belonged to the last one.
    void leaveStory();
    int nameWidth() const;
    void setNameWidth(int width);

Q_SIGNALS:
    void activated();
    void nextRequested();
    void quotationRequested(const Scoredesk::Quotation& quotation); ///< to be seen in its article

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectSlider();
    void connectValueField();
    void setScore(Score value);
    void commitField();
    void showValue();
    QString shownValue() const; ///< what the field reads while nothing is typed
    void tellDropped(const QString& typed);
    void showReadable(bool readable);
    void showRubric();
    void showTips();
    void showRationaleFrame();
    void layOut();

    Desk& m_desk;
    Dimension m_dimension;
    ToneLabel* m_name;
    ToneLabel* m_weight;
    ScoreSlider* m_slider;
    LineField* m_field;
    ToneLabel* m_sensitivity;
    ToneLabel* m_rubric;
    TextField* m_rationale;
    QuotationLines* m_quotations;
    TypingGesture m_typing;
    ScoreCell m_cell;
    std::optional<SuggestionMark> m_suggestion;
    QString m_evidence;
    qint64 m_gesture = 0;
    bool m_active = false;
    bool m_readable = true; ///< what the value field holds
};

} // namespace Scoredesk
