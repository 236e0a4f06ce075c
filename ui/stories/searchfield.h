// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace Scoredesk {

/// Where a query is typed; the field or value under the cursor is completed.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    /// What may follow a field's name and colon: the desk's categories, tags, outlets, feeds. Asked when it
    /// is needed.
    using Values = std::function<QStringList(const QString& field)>;

    explicit SearchField(QWidget* parent = nullptr);

    void setDimensions(const QStringList& dimensions) { m_dimensions = dimensions; }
    void setValues(const Values& values) { m_values = values; }

    /// What could stand in place of the term that the cursor is in: fields that begin so, or values of its
    /// field.
    QStringList offersFor(const QString& term) const;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::pair<int, int> current() const;
    void offer();
    void complete(const QString& term);

    QStringListModel* m_offers;
    QCompleter* m_completer;
    QStringList m_dimensions;
    Values m_values;
    mutable QString m_askedField; ///< whose values were asked for last, since the field was entered
    mutable QStringList m_askedValues;
};

} // namespace Scoredesk
