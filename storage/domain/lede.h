// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"

namespace Scoredesk {

/// The first sentences of a text, about 500 characters and never more than 600: what a new story has for a
/// summary. One paragraph, blanks made single; cut after a sentence where one ends in the second half, else
/// after a word.
QString ledeOf(const QString& text);

/// The headline of a story that takes its words from this article: the title, else the beginning of the text,
/// else the link. Never empty where the article says anything at all.
QString headlineFrom(const Article& article);

} // namespace Scoredesk
