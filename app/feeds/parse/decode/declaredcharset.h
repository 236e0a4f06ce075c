// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace Scoredesk {

/// The charset of a Content-Type field, by its reported name; empty where it has none that is known.
[[nodiscard]] QByteArray charsetOfContentType(std::string_view contentType);

/// The charset of an XML declaration near the start (what stands before it is forgiven).
[[nodiscard]] QByteArray charsetOfXmlDeclaration(std::string_view bytes);

/// The charset of a meta element within the first kilobytes of a page.
[[nodiscard]] QByteArray charsetOfMeta(std::string_view bytes);

/// The charset that a byte order mark or the shape of the first characters gives away.
struct CharsetMark {
    QByteArray charset;
    std::size_t length = 0; ///< of the mark, to be skipped
};
[[nodiscard]] CharsetMark charsetOfMark(std::string_view bytes);

} // namespace Scoredesk
