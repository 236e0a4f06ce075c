// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/pdf/linesetter.h"
#include "ui/pdf/pagemodel.h"

#include <QSizeF>

namespace Scoredesk {

/// Where things stand on a page, in layout units.
struct PageGeometry {
    explicit PageGeometry(QSizeF pagePoints);

    QSizeF page;
    QRectF body;
};

/// Adds what repeats on each page: running title, publisher, marking, "Page 1 of 2".
void addFurniture(SetPage& page, const Document& document, const Section& section, int number, int total,
                  const PageGeometry& geometry, const LineSetter& lines, const Typography& typography);

} // namespace Scoredesk
