// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagemodel.h"

namespace Scoredesk {

QList<Box> hollowBox(const QRectF& rect, double line, const QColor& colour)
{
    return {{QRectF(rect.left(), rect.top(), rect.width(), line), colour},
            {QRectF(rect.left(), rect.bottom() - line, rect.width(), line), colour},
            {QRectF(rect.left(), rect.top(), line, rect.height()), colour},
            {QRectF(rect.right() - line, rect.top(), line, rect.height()), colour}};
}

} // namespace Scoredesk
