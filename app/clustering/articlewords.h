// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/nearduplicates.h"
#include "app/clustering/tokenizer.h"

namespace Scoredesk {

/// What an article says, as grouping counts it: no more than title and text are needed for it.
struct ArticleWords {
    Language language = Language::Unknown;
    std::vector<TermUse> terms; ///< in order of key
    Signature signature;
};

/// Reads title and text; `read` is overwritten, and spares memory being taken anew.
ArticleWords wordsOf(const QString& title, const QString& text, Tokenizer& tokenizer,
                     Tokenizer::Result& read);

} // namespace Scoredesk
