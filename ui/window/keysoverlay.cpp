// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keysoverlay.h"

#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

KeysOverlay::KeysOverlay(const WindowActions& actions, QWidget* window) : QWidget(window), m_actions(actions)
{
    setObjectName(u"keysOverlay"_s);
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

void KeysOverlay::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    build();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void KeysOverlay::build()
{
    delete m_sheet;
    m_sheet = new QFrame(this);
    m_sheet->setAutoFillBackground(true);
    m_sheet->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    auto* columns = new QHBoxLayout(m_sheet);
    columns->setContentsMargins(28, 24, 28, 24);
    columns->setSpacing(36);
    const auto groups = m_actions.keyGroups();
    for (const WindowActions::KeyGroup& group : groups) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(10);
        auto* heading = new QLabel(group.heading, m_sheet);
        QFont font = heading->font();
        font.setBold(true);
        heading->setFont(font);
        grid->addWidget(heading, 0, 0, 1, 2);
        int row = 1;
        for (const WindowActions::KeyLine& line : group.lines) {
            auto* keys = new QLabel(line.keys, m_sheet);
            keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            keys->setFont(font);
            grid->addWidget(keys, row, 0);
            grid->addWidget(new QLabel(line.what, m_sheet), row, 1);
            ++row;
        }
        grid->setRowStretch(row, 1);
        columns->addLayout(grid);
    }
    if (!layout()) {
        auto* centre = new QGridLayout(this);
        centre->setRowStretch(0, 1);
        centre->setRowStretch(2, 1);
        centre->setColumnStretch(0, 1);
        centre->setColumnStretch(2, 1);
    }
    static_cast<QGridLayout*>(layout())->addWidget(m_sheet, 1, 1);
}

bool KeysOverlay::event(QEvent* event)
{
    // Any key closes the sheet; none reaches a command behind it.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

void KeysOverlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 140));
}

void KeysOverlay::keyPressEvent(QKeyEvent* event)
{
    hide();
    event->accept();
}

void KeysOverlay::mousePressEvent(QMouseEvent* /*event*/)
{
    hide();
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Scoredesk
