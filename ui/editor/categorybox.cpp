// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/categorybox.h"

#include "ui/widgets/linefield.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QSignalBlocker>

namespace Scoredesk {

CategoryBox::CategoryBox(QWidget* parent) : QComboBox(parent), m_line(new LineField(this))
{
    setEditable(true);
    setLineEdit(m_line);
    setInsertPolicy(QComboBox::NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::textActivated, this, &CategoryBox::confirm);
    connect(m_line, &LineField::left, this, &CategoryBox::confirm);
}

void CategoryBox::showCategory(const QString& category, const QStringList& known)
{
    const QSignalBlocker blocker(this);
    if (known != m_known) {
        m_known = known;
        clear();
        addItems(known);
        setCurrentIndex(-1);
        m_line->showText(m_category);
    }
    if (category == m_category && m_line->hasFocus())
        return; // what is being typed stays
    m_category = category;
    setCurrentIndex(findText(category));
    m_line->showText(category);
}

void CategoryBox::confirm()
{
    const QString category = m_line->text().simplified();
    if (category == m_category)
        return;
    m_category = category;
    Q_EMIT chosen(category);
}

void CategoryBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        confirm();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_line->text() != m_category) {
        m_line->showText(m_category);
        return;
    }
    QComboBox::keyPressEvent(event);
}

void CategoryBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace Scoredesk
