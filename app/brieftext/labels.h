// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/method.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace Scoredesk {

/// The parts of a brief that a label may announce.
enum class Section {
    Headline,
    Summary,
    WhyItMatters,
    TrustVerdict, ///< a verdict, a note, or both
    TrustNote,
    Coverage, ///< counts, named outlets, or both
    PrimarySource,
    Link,
    Source,
    Tags,
    Category,
    Published,
    Slug,
    Remainder, ///< known, but the desk has no place for it
};

/// A label with what follows it on its line.
struct SectionLabel {
    Section section = Section::Summary;
    QString rest;        ///< empty where the label stands alone
    bool joined = false; ///< no blank or sign stood between, as copying leaves it
};

/// The words that name a card's dimensions and a brief's parts.
///
/// Which words name a dimension comes from the methods; a small table adds what other services call them.
class Labels {
public:
    explicit Labels(const QList<Method>& methods);

    /// A dimension's or the overall's label at `offset` of a text.
    struct Found {
        QString dimension; ///< empty: the card's overall
        qsizetype length = 0;
    };
    std::optional<Found> at(const QString& text, qsizetype offset) const;

    /// Whether the text is nothing but words for a band or a degree ("Notable", "high").
    bool isDegree(const QString& text) const;
    /// The dimension's label for messages; the key where no method has it.
    QString shown(const QString& dimension) const;

private:
    QHash<QString, QString> m_dimensions; ///< by label in lower case without blanks and signs
    QHash<QString, QString> m_codes;
    QHash<QString, QString> m_shown;
    QStringList m_degrees;
    QRegularExpression m_label;
    QRegularExpression m_code;
};

/// The section that a line announces, if it does.
std::optional<SectionLabel> sectionLabel(const QString& line);

/// Words that pages carry beside a brief ("Share", "5 min read"): kept, but no part of the story.
bool isPageNoise(const QString& line);

} // namespace Scoredesk
