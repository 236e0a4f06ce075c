// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/rule.h"

#include <QWidget>

class QComboBox;

namespace Scoredesk {

class CategoryBox;
class LineField;
class TagField;
class ToneLabel;

/// One rule as it is written: its name, its query, and what it does. What is wrong is told beside the field
/// as it is typed.
class RuleEditor : public QWidget {
    Q_OBJECT

public:
    explicit RuleEditor(QWidget* parent = nullptr);

    void showRule(const Rule& rule, const QStringList& categories);
    void showNothing();
    void setKnownTags(const QStringList& tags);
    /// The rule shown, with what is written here, in the form in which it is stored.
    Rule rule() const;
    void focusQuery();

Q_SIGNALS:
    /// A field was left or confirmed, or a choice made.
    void finished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectFields();
    void judge();

    Rule m_rule;
    LineField* m_name;
    LineField* m_query;
    ToneLabel* m_queryFault;
    TagField* m_tags;
    CategoryBox* m_category;
    QComboBox* m_act;
    LineField* m_reason;
    ToneLabel* m_deedsFault;
};

} // namespace Scoredesk
