// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <memory>

namespace Scoredesk {

struct ArticleWords;

/// What grouping reads of an article: numbers of the desk, an instant, and plain text.
struct ClusterArticle {
    qint64 id = 0;     ///< unique within the desk
    qint64 time = 0;   ///< milliseconds since 1970, UTC
    qint64 outlet = 0; ///< 0 where unknown
    QString title;
    QString text; ///< plain text without the title; may be empty
    /// Of title and text, where they were read beforehand with the clusterer's ledeLength.
    std::shared_ptr<const ArticleWords> words = {};

    bool operator==(const ClusterArticle&) const = default;
};

} // namespace Scoredesk
