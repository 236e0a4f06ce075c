// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/twolinedelegate.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"

#include <QApplication>
#include <QPainter>

namespace Scoredesk {

namespace {

constexpr int beside = 8;
constexpr int above = 5;
constexpr int between = 1;
constexpr int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;

struct Lines {
    QString main;
    QString detail;
    QRect mainRect;
    QRect detailRect;
};

QRect measured(const QFont& font, int width, const QString& text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100000), Qt::TextWordWrap | flags, text);
}

Lines linesOf(const QRect& rect, const QModelIndex& index)
{
    Lines lines{
        index.data(Qt::DisplayRole).toString(), index.data(TwoLineModel::DetailRole).toString(), {}, {}};
    const int width = std::max(rect.width() - 2 * beside, 20);
    const int main = measured(ToneLabel::fontOf(ToneLabel::Rank::Body), width, lines.main).height();
    const int detail =
        lines.detail.isEmpty()
            ? 0
            : measured(ToneLabel::fontOf(ToneLabel::Rank::Small), width, lines.detail).height();
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
    painter->setFont(ToneLabel::fontOf(ToneLabel::Rank::Body));
    painter->drawText(lines.mainRect, Qt::TextWordWrap | flags, lines.main);
    painter->setPen(selected ? text : quietTone(option.palette));
    painter->setFont(ToneLabel::fontOf(ToneLabel::Rank::Small));
    painter->drawText(lines.detailRect, Qt::TextWordWrap | flags, lines.detail);
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
