// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/xml/xmlscanner.h"

#include <string>
#include <string_view>
#include <vector>

namespace Scoredesk {

/// Takes HTML apart as browsers do at the level of tags. Linear in time; views point into the source.
class HtmlScanner {
public:
    enum class Token { Text, Raw, Start, End, Done };

    explicit HtmlScanner(std::string_view source) : m_source(source) {}

    /// Moves to the next token. Comments, document types and instructions are passed over.
    Token next();

    std::string_view text() const { return m_text; } ///< of text; of raw text, without references to resolve
    std::string_view name() const { return m_name; } ///< of a tag, in lower case; of raw text, its element
    const std::vector<RawAttribute>& attributes() const { return m_attributes; } ///< names as written
    bool selfClosing() const { return m_selfClosing; }

private:
    Token scanText();
    Token scanStart();
    Token scanEnd();
    Token scanRaw();
    void skipComment();
    void skipTo(char c);
    bool scanAttribute();
    void readName();
    bool hasTagEnd();

    std::string_view m_source;
    std::size_t m_at = 0;
    std::string_view m_text;
    std::string m_name;
    std::vector<RawAttribute> m_attributes;
    bool m_selfClosing = false;
    bool m_closed = false;  ///< the tag being read has its '>'
    bool m_rawNext = false; ///< the tag just given holds raw text
    bool m_noCommentEnd = false;
    std::size_t m_tagEnd = 0; ///< where the next '>' was found
};

} // namespace Scoredesk
