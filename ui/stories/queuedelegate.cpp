// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/queuedelegate.h"

#include "storage/method/impact.h"
#include "storage/method/scorevector.h"
#include "ui/stories/queuemodel.h"
#include "ui/widgets/scorebars.h"
#include "ui/widgets/tone.h"
#include "ui/words/age.h"
#include "ui/words/trusttext.h"

#include <QApplication>
#include <QPainter>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int margin = 8;
static constexpr int toneWidth = 4;

static QFont smaller(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

QueueDelegate::QueueDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void QueueDelegate::setMethods(const QList<Method>& methods, const Method& active)
{
    m_methods = methods;
    m_active = active;
}

void QueueDelegate::setSearch(const QString& query)
{
    QStringList dimensions;
    for (const Dimension& dimension : m_active.dimensions)
        dimensions.append(dimension.key);
    m_searched = query.trimmed().isEmpty() ? SearchedWords() : SearchedWords(query, dimensions);
}

/// A ground behind what was searched for, and a line under it, which does not rest on colour.
void QueueDelegate::markWords(QPainter& painter, const QRect& line, const QString& text,
                              const QColor& mark) const
{
    const QFontMetrics metrics(painter.font());
    for (const auto& [at, length] : m_searched.placesIn(text)) {
        const int from = line.left() + metrics.horizontalAdvance(text.left(at));
        const int to = line.left() + metrics.horizontalAdvance(text.left(at + length));
        QColor ground = mark;
        ground.setAlpha(48);
        painter.fillRect(QRect(from, line.top(), to - from, metrics.height()), ground);
        painter.fillRect(QRect(from, line.top() + metrics.height() - 1, to - from, 1), mark);
    }
}

int QueueDelegate::lineHeight(const QFont& font)
{
    const QFontMetrics big(font);
    const QFontMetrics small(smaller(font));
    return big.height() + 2 * small.height() + 2 * margin + 6;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {200, lineHeight(option.font)};
}

QString QueueDelegate::metaText(const QueueRow& row, const QDateTime& now)
{
    QStringList parts;
    for (const QString& part : {row.source, row.category})
        if (!part.isEmpty())
            parts.append(part);
    if (row.sortedAt.isValid())
        parts.append(ageText(row.sortedAt, now));
    // What a brief states is shown as such where it exceeds what the desk's own articles show.
    const int statedOutlets = row.stated.outlets.value_or(0);
    const int statedTierOne = row.stated.tierOne.value_or(0);
    const bool stated = statedOutlets > row.outlets || statedTierOne > row.tierOne;
    const int outlets = stated ? statedOutlets : row.outlets;
    const int tierOne = stated ? statedTierOne : row.tierOne;
    if (outlets > 0) {
        parts.append(tr("%n outlets", nullptr, outlets));
        if (tierOne > 0)
            parts.append(tr("%n tier-1", nullptr, tierOne));
        if (stated)
            parts.append(tr("stated"));
        else if (row.origins > 0 && row.outlets > 1) // of one outlet it says nothing
            parts.append(tr("%n independent origins", nullptr, row.origins));
    }
    return parts.join(u" · "_s);
}

QString QueueDelegate::spokenText(const QueueRow& row) const
{
    QStringList parts = {row.headline.isEmpty() ? tr("No headline yet") : row.headline};
    if (row.impactLow)
        parts.append(tr("impact %1")
                         .arg(shownImpact(Impact{*row.impactLow, *row.impactHigh,
                                                 *row.impactLow == *row.impactHigh ? 0 : 1})));
    else
        parts.append(tr("not scored"));
    parts.append(metaText(row, QDateTime::currentDateTimeUtc()));
    if (row.trust != TrustVerdict::Unset)
        parts.append(trustLabel(row.trust));
    if (row.unread)
        parts.append(tr("unread"));
    return parts.join(u", "_s);
}

void QueueDelegate::paintImpact(QPainter& painter, const QRect& rect, const QueueRow& row,
                                const QPalette& palette, const QColor& ink, bool selected) const
{
    if (!row.impactLow) {
        painter.setPen(selected ? ink : quietTone(palette));
        painter.drawText(rect, Qt::AlignHCenter | Qt::AlignTop, u"—"_s);
        return;
    }
    const bool complete = *row.impactLow == *row.impactHigh;
    const QColor tone = selected ? ink : bandTone(m_active, *row.impactLow, palette);
    QFont font = painter.font();
    if (complete) {
        font.setBold(true);
        font.setPointSizeF(font.pointSizeF() * 1.25);
    }
    painter.save();
    painter.setFont(font);
    painter.setPen(complete ? tone : selected ? ink : quietTone(palette));
    // A range is two numbers, one above the other, so that it never passes for a single one.
    painter.drawText(rect, Qt::AlignHCenter | Qt::AlignTop,
                     complete ? shownImpact(*row.impactLow)
                              : shownImpact(*row.impactLow) + u"–\n"_s + shownImpact(*row.impactHigh));
    painter.restore();
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto row = index.data(QueueModel::RowRole).value<QueueRow>();
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette& palette = option.palette;
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor ink = palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : quietTone(palette);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected)
        painter->fillRect(option.rect, palette.color(group, QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, palette.color(QPalette::AlternateBase));
    painter->setPen(hairline(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (row.impactLow && !selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(toneWidth, option.rect.height() - 1)),
                          bandTone(m_active, *row.impactLow, palette));

    QFont headlineFont = option.font;
    headlineFont.setBold(row.unread);
    const QFont small = smaller(option.font);
    const QFontMetrics headlineMetrics(headlineFont);
    const QFontMetrics smallMetrics(small);
    const int impactWidth = QFontMetrics(option.font).horizontalAdvance(u"10.0"_s) * 5 / 4 + 2 * margin;

    QRect body = option.rect.adjusted(toneWidth, margin, -margin, -margin);
    const QRect impactRect(body.left(), body.top(), impactWidth, body.height());
    painter->setFont(option.font);
    paintImpact(*painter, impactRect, row, palette, ink, selected);

    body.setLeft(impactRect.right() + 2);
    painter->setFont(headlineFont);
    painter->setPen(row.headline.isEmpty() ? quiet : ink);
    const QString headline = row.headline.isEmpty() ? tr("No headline yet") : row.headline;
    const QString shown = headlineMetrics.elidedText(headline.simplified(), Qt::ElideRight, body.width());
    if (!m_searched.isEmpty())
        markWords(*painter, body, shown, selected ? ink : suggestionTone(palette));
    painter->drawText(body, Qt::AlignLeft | Qt::AlignTop, shown);

    body.setTop(body.top() + headlineMetrics.height() + 2);
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(body, Qt::AlignLeft | Qt::AlignTop,
                      smallMetrics.elidedText(metaText(row, QDateTime::currentDateTimeUtc()), Qt::ElideRight,
                                              body.width()));

    body.setTop(body.top() + smallMetrics.height() + 4);
    body.setHeight(smallMetrics.height());
    int x = body.left();
    if (!row.vector.isEmpty())
        if (const auto card = parseVector(row.vector, m_methods)) {
            const auto method = std::find_if(m_methods.begin(), m_methods.end(),
                                             [&](const Method& m) { return m.key == card->methodKey; });
            if (method != m_methods.end()) {
                const QList<ScoreBar> bars = scoreBars(*method, *card);
                const qreal height = smallMetrics.ascent();
                const QSizeF size = scoreBarsSize(bars.size(), height);
                paintScoreBars(*painter, QRectF(QPointF(body.left(), body.top() + 1), size), bars, palette,
                               selected ? ink : QColor());
                x += int(size.width()) + 2 * margin;
            }
        }
    QStringList marks;
    if (row.trust != TrustVerdict::Unset)
        marks.append(trustLabel(row.trust));
    if (row.state.stage == Stage::Spiked)
        marks.append(row.state.spikeReason.isEmpty() ? tr("spiked")
                                                     : tr("spiked: %1").arg(row.state.spikeReason));
    painter->setPen(selected || row.trust == TrustVerdict::Unset ? quiet : trustTone(row.trust, palette));
    const QRect markRect(x, body.top(), body.right() - x, body.height());
    painter->drawText(markRect, Qt::AlignLeft | Qt::AlignTop,
                      smallMetrics.elidedText(marks.join(u" · "_s), Qt::ElideRight, markRect.width()));

    if (option.state & QStyle::State_HasFocus && !selected) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
    painter->restore();
}

} // namespace Scoredesk
