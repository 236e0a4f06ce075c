// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace Scoredesk {

/// What grouping reads of an article: numbers of the desk, an instant, and plain text.
struct ClusterArticle {
    qint64 id = 0;     ///< unique within the desk
    qint64 time = 0;   ///< milliseconds since 1970, UTC
    qint64 outlet = 0; ///< 0 where unknown
    QString title;
    QString text; ///< plain text without the title; may be empty

    bool operator==(const ClusterArticle&) const = default;
};

} // namespace Scoredesk
