// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks.h"

#include <QFrame>

class QPushButton;

namespace Scoredesk {

class LineField;
class SeverityIcon;
class ToneLabel;

/// One finding of the checks: what, how grave, where; for a blocker, the reason for which it may stand.
class FindingRow : public QFrame {
    Q_OBJECT

public:
    explicit FindingRow(QWidget* parent = nullptr);

    /// A reason is what overrules the finding; empty: nothing does.
    void showFinding(const Finding& finding, const QString& message, const QString& reason);
    const Finding& finding() const { return m_finding; }

Q_SIGNALS:
    void jumpRequested(const Scoredesk::Finding& finding);
    void overruled(Scoredesk::CheckKind kind, const QString& reason);
    void takenBack(Scoredesk::CheckKind kind);
    void moveRequested(int step); ///< to the row before (−1) or after (1)

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void askReason(bool ask);
    void confirm();

    Finding m_finding;
    QString m_reason;
    SeverityIcon* m_icon;
    ToneLabel* m_message;
    ToneLabel* m_place;
    QPushButton* m_act; ///< overrule, or take back
    QWidget* m_asking;
    LineField* m_answer;
    QPushButton* m_confirm;
};

} // namespace Scoredesk
