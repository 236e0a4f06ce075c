// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/furniture.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct PageFurniture {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::PageFurniture)
};

class FurnitureSetter {
public:
    FurnitureSetter(SetPage& page, const LineSetter& lines) : m_page(page), m_lines(lines) {}

    /// Returns the text's width. With Align::End, `x` is where it ends.
    double text(const QString& text, TextRole role, double x, double y, double room, LineSetter::Align align,
                const QColor& colour = {})
    {
        const double left = align == LineSetter::Align::End ? x - room : x;
        const QList<SetLine> lines =
            m_lines.set({{text, {}, {}}}, role, room, StructureTree::artifact, align, 1);
        for (const SetLine& line : lines)
            for (TextPiece piece : line.texts) {
                piece.origin += QPointF(left, y);
                if (colour.isValid())
                    piece.colour = colour;
                m_page.texts.append(piece);
            }
        return lines.isEmpty() ? 0 : lines.first().width;
    }

private:
    SetPage& m_page;
    const LineSetter& m_lines;
};

} // namespace

PageGeometry::PageGeometry(QSizeF pagePoints) : page(pagePoints * pt)
{
    const double side = 56 * pt;
    const double top = 66 * pt;
    const double bottom = 62 * pt;
    body = QRectF(side, top, page.width() - 2 * side, page.height() - top - bottom);
}

void addFurniture(SetPage& page, const Document& document, const Section& section, int number, int total,
                  const PageGeometry& geometry, const LineSetter& lines, const Typography& typography)
{
    FurnitureSetter setter(page, lines);
    const QRectF& body = geometry.body;
    const double headY = 34 * pt;
    const double footY = geometry.page.height() - 42 * pt;
    double right = body.right();
    if (!document.marking.isEmpty()) {
        // TLP 2.0 wants the label in header and footer, at 12 points or more, on black, to the right.
        const double inset = 5 * pt;
        const double height = typography.style(TextRole::Marking).leading;
        for (const double y : {headY - 4 * pt, footY - 4 * pt}) {
            const double width =
                setter.text(document.marking, TextRole::Marking, body.right() - inset, y, 160 * pt,
                            LineSetter::Align::End, QColor(document.markingColour));
            page.boxes.append(
                {QRectF(body.right() - width - 2 * inset, y, width + 2 * inset, height), Qt::black});
            right = body.right() - width - 2 * inset - 10 * pt;
        }
    }
    const double room = right - body.left();
    setter.text(number == 1 ? document.publisher : section.runningTitle, TextRole::Furniture, body.left(),
                headY, room, LineSetter::Align::Start);

    page.boxes.append({QRectF(body.left(), footY - 9 * pt, body.width(), 0.5 * pt), typography.hairline});
    const double pages = setter.text(PageFurniture::tr("Page %1 of %2").arg(number).arg(total),
                                     TextRole::Furniture, right, footY, 100 * pt, LineSetter::Align::End);
    QStringList imprint;
    for (const QString& part : {document.publisher, document.author})
        if (!part.isEmpty())
            imprint.append(part);
    if (document.date.isValid())
        imprint.append(document.date.toString(u"yyyy-MM-dd"_s));
    setter.text(imprint.join(u" · "_s), TextRole::Furniture, body.left(), footY, room - pages - 14 * pt,
                LineSetter::Align::Start);
}

} // namespace Scoredesk
