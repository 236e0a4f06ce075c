// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace Scoredesk {

/// A name and a value as they stand in the source.
struct RawAttribute {
    std::string_view name;
    std::string_view value;
};

/// Takes XML apart into tags and text without ever giving up: what is no markup is text, what is not closed
/// ends where its surroundings do. Linear in time; views point into the source.
class XmlScanner {
public:
    enum class Token { Text, CData, Start, End, DocType, Instruction, Done };

    explicit XmlScanner(std::string_view source) : m_source(source) {}

    /// Moves to the next token. Comments are passed over.
    Token next();

    std::string_view text() const { return m_text; } ///< of text, CData, a DocType or an instruction
    std::string_view name() const { return m_name; } ///< of a tag, with its prefix
    const std::vector<RawAttribute>& attributes() const { return m_attributes; }
    bool selfClosing() const { return m_selfClosing; }
    std::size_t tokenStart() const { return m_start; }
    std::size_t position() const { return m_at; } ///< just after the token
    bool sawFault() const { return m_fault; }

private:
    Token scanText();
    Token scanStart();
    Token scanEnd();
    Token scanCData();
    Token scanDocType();
    bool skipComment();
    void scanAttribute();
    std::string_view scanQuoted(char quote);
    std::string_view scanName();
    void skipSpace();

    std::string_view m_source;
    std::size_t m_at = 0;
    std::size_t m_start = 0;
    std::string_view m_text;
    std::string_view m_name;
    std::string_view m_lastStart; ///< name of the last start tag: CData without an end stops at its end tag
    std::vector<RawAttribute> m_attributes;
    bool m_selfClosing = false;
    bool m_fault = false;
    // What a search to the end found is kept, so that hostile input can't have it repeated.
    std::size_t m_cdataEnd = 0;
    bool m_noCommentEnd = false;
    bool m_noDocTypeEnd = false;
};

} // namespace Scoredesk
