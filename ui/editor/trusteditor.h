// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/trust.h"
#include "ui/desk/typinggesture.h"

#include <QList>
#include <QWidget>

class QRadioButton;

namespace Scoredesk {

class Desk;
class TextField;
class ToneLabel;

/// How far the current story may be relied on, and what of it is verified.
class TrustEditor : public QWidget {
    Q_OBJECT

public:
    explicit TrustEditor(Desk& desk, QWidget* parent = nullptr);

    TextField* note() const { return m_note; }
    void focusVerdict();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void tone();

    Desk& m_desk;
    QList<QRadioButton*> m_verdicts; ///< in the order shown
    ToneLabel* m_rule;
    TextField* m_note;
    TypingGesture m_typing;
    bool m_toning = false;
};

/// When a verdict is the one to give.
QString trustRule(TrustVerdict verdict);

} // namespace Scoredesk
