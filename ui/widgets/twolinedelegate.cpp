// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/twolinedelegate.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace Scoredesk {

namespace {

constexpr int beside = 8;
constexpr int above = 5;
constexpr int between = 1;

struct Lines {
    QString main;
    QString detail;
    QRect mainRect;
    QRect detailRect;
};

/// Breaks the text into lines, between words where that is possible; returns their height.
qreal wrap(QTextLayout& layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// A text layout knows paragraphs only; line ends stay line ends within one.
QString paragraph(QString text)
{
    text.replace(u'\n', QChar::LineSeparator);
    return text;
}

int heightOf(const QString& text, ToneLabel::Rank rank, int width)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(paragraph(text), ToneLabel::fontOf(rank));
    return int(std::ceil(wrap(layout, width)));
}

void draw(QPainter& painter, const QRect& rect, const QString& text, ToneLabel::Rank rank)
{
    QTextLayout layout(paragraph(text), ToneLabel::fontOf(rank));
    wrap(layout, rect.width());
    layout.draw(&painter, rect.topLeft());
}

Lines linesOf(const QRect& rect, const QModelIndex& index)
{
    Lines lines{
        index.data(Qt::DisplayRole).toString(), index.data(TwoLineModel::DetailRole).toString(), {}, {}};
    const int width = std::max(rect.width() - 2 * beside, 20);
    const int main = heightOf(lines.main, ToneLabel::Rank::Body, width);
    const int detail = heightOf(lines.detail, ToneLabel::Rank::Small, width);
    lines.mainRect = QRect(rect.left() + beside, rect.top() + above, width, main);
    lines.detailRect = QRect(rect.left() + beside, lines.mainRect.bottom() + 1 + between, width, detail);
    return lines;
}

} // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    const QWidget* view = option.widget;
    QStyle* style = view ? view->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, view);

    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const Lines lines = linesOf(option.rect, index);
    painter->save();
    painter->setPen(text);
    draw(*painter, lines.mainRect, lines.main, ToneLabel::Rank::Body);
    painter->setPen(selected ? text : quietTone(option.palette));
    draw(*painter, lines.detailRect, lines.detail, ToneLabel::Rank::Small);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Lines lines = linesOf(QRect(0, 0, width, 0), index);
    return {width, lines.detailRect.bottom() + 1 + above};
}

} // namespace Scoredesk
