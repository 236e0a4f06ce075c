// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/domain/rule.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QPushButton;

namespace Scoredesk {

class ToneLabel;
class TwoLineList;

/// What rules would do to the stories that are stored: asked for, listed, and done.
class RuleTrial : public QWidget {
    Q_OBJECT

public:
    explicit RuleTrial(QWidget* parent = nullptr);

    /// Whether the rule chosen is meant, on or off, instead of all that are on.
    bool isOfOneRule() const;
    /// Whether there is a rule to try.
    void setReady(bool ready);
    /// Nothing has been tried, or what was is out of date.
    void clear();
    void showWaiting();
    void showTold(const QString& sentence);
    void showEffects(const QList<RuleEffect>& effects);
    void setApplying(bool applying);

Q_SIGNALS:
    void tryRequested();
    void applyRequested();
    void scopeChanged();

private:
    void judge();

    QPushButton* m_try;
    QPushButton* m_apply;
    QCheckBox* m_one;
    ToneLabel* m_status;
    TwoLineList* m_list;
    bool m_ready = false;
    bool m_applying = false;
};

} // namespace Scoredesk
