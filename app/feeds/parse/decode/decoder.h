// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <string>
#include <string_view>

namespace Scoredesk {

/// A document as UTF-8. It may refer to the bytes that it came from, which must outlive it.
struct DecodedText {
    std::string_view borrowed;
    std::string owned;
    QByteArray encoding; ///< as reported: utf-8, windows-1252 …
    QStringList warnings;

    [[nodiscard]] std::string_view text() const { return owned.empty() ? borrowed : std::string_view(owned); }
};

enum class Markup { Xml, Html, Json };

/// Turns bytes into UTF-8 as browsers do: a byte order mark wins, then the charset of the Content-Type, then
/// the document's own declaration, then UTF-8 where the bytes are, else a guess. A charset that the
/// bytes contradict is overridden, with a warning.
[[nodiscard]] DecodedText decodeText(std::string_view bytes, const QByteArray& contentType, Markup markup);

} // namespace Scoredesk
