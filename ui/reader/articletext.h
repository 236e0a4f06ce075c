// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

#include <QCoreApplication>
#include <QList>

namespace Scoredesk {

/// What a story's articles are, in words for lists.
class ArticleText {
    Q_DECLARE_TR_FUNCTIONS(ArticleText)

public:
    /// "The Verge", the link's host where no outlet is known, or "unknown outlet".
    static QString outlet(const Article& article);
    /// "The Verge · tier 1 · 9 Apr 2026 08:30 · reprint of Copy Desk, 1 h 30 min later".
    static QString meta(const Article& article, const Dossier& story);
    /// Times in UTC and the link, for tooltips.
    static QString provenance(const Article& article);

private:
    static QString originText(const Article& article, const QList<Article>& all);
    static QString lateness(const Article& article, const Article& original);
};

} // namespace Scoredesk
