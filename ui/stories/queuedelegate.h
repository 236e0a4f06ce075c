// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/method/method.h"
#include "ui/stories/searchedwords.h"

#include <QDateTime>
#include <QStyledItemDelegate>

namespace Scoredesk {

/// Paints a story's line in the queue: impact, headline, meta line, the card in miniature, trust. Reads only
/// roles.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit QueueDelegate(QObject* parent = nullptr);

    /// The methods that vectors may name, and the one whose bands colour the impact.
    void setMethods(const QList<Method>& methods, const Method& active);

    /// The query whose words are marked in headlines; empty: none.
    void setSearch(const QString& query);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What a line takes in a font: the same for every row, so that a view never measures rows.
    static int lineHeight(const QFont& font);

    /// "X · AI · 2 h · 18 outlets · 3 tier-1 stated"
    static QString metaText(const QueueRow& row, const QDateTime& now);
    /// The whole line as a sentence, for screen readers.
    QString spokenText(const QueueRow& row) const;

private:
    void paintImpact(QPainter& painter, const QRect& rect, const QueueRow& row, const QPalette& palette,
                     const QColor& ink, bool selected) const;

    void markWords(QPainter& painter, const QRect& line, const QString& text, const QColor& mark) const;

    QList<Method> m_methods;
    Method m_active;
    SearchedWords m_searched;
};

} // namespace Scoredesk
