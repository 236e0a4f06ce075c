// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/columnscroll.h"

#include <QScrollBar>

namespace Scoredesk {

ColumnScroll::ColumnScroll(QWidget* column, QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(column);
    column->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize ColumnScroll::sizeHint() const
{
    return {widget()->sizeHint().width() + verticalScrollBar()->sizeHint().width(), 400};
}

QSize ColumnScroll::minimumSizeHint() const
{
    // No narrower than the column: with no bar to scroll sideways, the rest would be out of reach.
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 120};
}

} // namespace Scoredesk
