// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/headlinewords.h"

#include "storage/domain/keys.h"
#include "storage/tables/fulltext.h"

#include <algorithm>

namespace Scoredesk {

QSet<QString> headlineWords(const QString& headline)
{
    const QStringList words = headline.split(u' ', Qt::SkipEmptyParts);
    QSet<QString> keys;
    for (const QString& word : words)
        if (const QString key = headlineKey(word); !key.isEmpty())
            keys.insert(key);
    return keys;
}

QStringList longestWords(const QString& headline)
{
    QStringList words = wordsOf(headline);
    words.removeDuplicates();
    std::stable_sort(words.begin(), words.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return words;
}

} // namespace Scoredesk
