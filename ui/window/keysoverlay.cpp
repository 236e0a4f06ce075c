// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keysoverlay.h"

#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr double smallestFont = 6; ///< points

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
    setGeometry(parentWidget()->rect());
    // Smaller where the window is: half a list of keys is none.
    QFont font = this->font();
    build(font);
    while (font.pointSizeF() > smallestFont && m_sheet->sizeHint().boundedTo(size()) != m_sheet->sizeHint()) {
        font.setPointSizeF(font.pointSizeF() * 0.9);
        build(font);
    }
    m_before = QApplication::focusWidget();
    show();
    raise();
    setFocus();
}

void KeysOverlay::build(const QFont& font)
{
    delete m_sheet;
    m_sheet = new QFrame(this);
    m_sheet->setAutoFillBackground(true);
    m_sheet->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    auto* columns = new QHBoxLayout(m_sheet);
    const int unit = QFontMetrics(font).height();
    columns->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    columns->setSpacing(unit * 2);
    const auto groups = m_actions.keyGroups();
    for (const WindowActions::KeyGroup& group : groups) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(unit);
        grid->setVerticalSpacing(unit / 2);
        auto* heading = new QLabel(group.heading, m_sheet);
        QFont bold = font;
        bold.setBold(true);
        heading->setFont(bold);
        grid->addWidget(heading, 0, 0, 1, 2);
        int row = 1;
        for (const WindowActions::KeyLine& line : group.lines) {
            auto* keys = new QLabel(line.keys, m_sheet);
            keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            keys->setFont(bold);
            grid->addWidget(keys, row, 0);
            auto* what = new QLabel(line.what, m_sheet);
            what->setFont(font);
            grid->addWidget(what, row, 1);
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

void KeysOverlay::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_before && m_before->isVisible()) // not where the window is minimized
        m_before->setFocus();
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Scoredesk
