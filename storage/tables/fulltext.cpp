// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/fulltext.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    bool hasLetter = false;
    const auto finish = [&] {
        if (hasLetter) // FTS5 finds no word in marks alone
            words.append(word.toLower());
        word.clear();
        hasLetter = false;
    };
    const auto codes = text.toUcs4();
    for (const char32_t code : codes) {
        const bool letter = QChar::isLetterOrNumber(code);
        if (letter || (QChar::isMark(code) && !word.isEmpty()))
            word += QString::fromUcs4(&code, 1);
        else
            finish();
        hasLetter = hasLetter || letter;
    }
    finish();
    return words;
}

// Inside quotes FTS5 reads nothing but a doubled quote, and words hold none.
static QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

QString matchExpression(const QString& typed)
{
    const QStringList words = wordsOf(typed.left(500));
    QStringList terms;
    for (const QString& word : words)
        terms.append(quoted(word));
    // "gemma " asks for the whole word, "gem" for what begins so.
    if (!terms.isEmpty() && typed.back().isLetterOrNumber())
        terms.back() += u" *"_s;
    return terms.join(u' ');
}

QString anyOf(const QStringList& words)
{
    QStringList terms;
    for (const QString& word : words)
        terms.append(quoted(word));
    return terms.isEmpty() ? QString() : u'(' + terms.join(u" OR "_s) + u')';
}

} // namespace Scoredesk
