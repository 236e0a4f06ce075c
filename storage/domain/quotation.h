// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <optional>

namespace Scoredesk {

/// Words of an article pinned to a dimension as evidence. They stay as they were pinned, whatever becomes of
/// the article.
struct Quotation {
    QUuid uuid;
    QString dimension; ///< Dimension::key
    QUuid article;     ///< Article::uuid
    int position = 0;  ///< of their first letter in the article's text, in UTF-16 units
    QString words;
    QString analyst; ///< who pinned them
    QDateTime at;    ///< UTC

    bool operator==(const Quotation&) const = default;
};

/// Characters (UTF-16 units) that a quotation holds at most: it is a sentence or two, not the article.
inline constexpr qsizetype longestQuotation = 1000;

/// Compact JSON of all but the UUID, which stands beside it in StoryEdit::dimension: the form of edits and of
/// the change history.
QString toText(const Quotation& quotation);
/// Nothing where the text is not what toText() writes. The UUID is left null.
std::optional<Quotation> quotationFromText(const QString& text);

/// Where the words stand in a text: at the position that was kept, else where they stand nearest to it.
/// Nothing where the text does not hold them.
std::optional<qsizetype> placeOf(const Quotation& quotation, const QString& text);

/// What of a stretch of a text is words: without the blanks at its ends. Empty words where it is all blanks.
Quotation quotationOf(const QString& text, qsizetype position, qsizetype length);

} // namespace Scoredesk
