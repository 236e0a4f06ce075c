// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/articlewords.h"

#include <utility>

namespace Scoredesk {

ArticleWords wordsOf(const QString& title, const QString& text, Tokenizer& tokenizer, Tokenizer::Result& read)
{
    tokenizer.read(title, text, read);
    ArticleWords words;
    words.language = read.language;
    words.signature = signatureOf(read.titleWords, read.textWords);
    words.terms = std::move(read.terms);
    return words;
}

} // namespace Scoredesk
