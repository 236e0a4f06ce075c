// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace Scoredesk {

/// The words that a search asks for, to be shown where they stand in a text.
class SearchedWords {
public:
    SearchedWords() = default;
    /// Of a query that cannot be read there are none.
    explicit SearchedWords(const QString& query, const QStringList& dimensions = {});

    bool isEmpty() const { return m_phrases.isEmpty(); }
    /// Places in the text, each first letter and length, in their order; none within another.
    QList<std::pair<qsizetype, qsizetype>> placesIn(const QString& text) const;

private:
    struct Phrase {
        QStringList words; ///< folded
        bool isStart = false;
    };
    QList<Phrase> m_phrases;
};

} // namespace Scoredesk
