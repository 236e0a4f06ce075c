// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "storage/domain/result.h"

#include <QByteArrayView>
#include <QString>

namespace Scoredesk {

/// More is refused: nobody writes a feed of that size by intention.
inline constexpr qsizetype largestDocument = 32LL * 1024 * 1024;

// All of these are pure: bytes in, values out, no file and no network, from any thread. Time and memory grow
// no faster than the bytes do. The address is where the document was fetched from, the base of relative
// links; it may be empty, as may the headers (of which Content-Type, Content-Location and Content-Language
// count).

/// RSS, RDF, Atom and JSON Feed. What is damaged is read as far as it goes and noted in the warnings; an
/// error says why a document is no feed.
[[nodiscard]] Result<Feed> parseFeed(QByteArrayView bytes, const QString& address,
                                     const HttpHeaders& headers = {});

/// OPML.
[[nodiscard]] Result<Outline> parseOutline(QByteArrayView bytes, const HttpHeaders& headers = {});

/// A web page: what it says about itself, and the feeds it links to.
[[nodiscard]] Result<PageMetadata> parsePage(QByteArrayView bytes, const QString& address,
                                             const HttpHeaders& headers = {});

} // namespace Scoredesk
