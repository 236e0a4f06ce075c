// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace Scoredesk {

class LineField;

/// A story's category, picked from the desk's or typed anew. A half-typed name is nobody's category: it
/// counts when it is confirmed or left.
class CategoryBox : public QComboBox {
    Q_OBJECT

public:
    explicit CategoryBox(QWidget* parent = nullptr);

    void showCategory(const QString& category, const QStringList& known);
    LineField* line() const { return m_line; }

Q_SIGNALS:
    void chosen(const QString& category);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void confirm();

    LineField* m_line;
    QString m_category;
    QStringList m_known;
};

} // namespace Scoredesk
