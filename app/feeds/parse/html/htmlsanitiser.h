// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/html/elementrules.h"
#include "app/feeds/parse/xml/xmlscanner.h"

#include <string>
#include <string_view>
#include <vector>

namespace Scoredesk {

class DeclaredEntities;

/// What is shown may not grow without bounds: rich text widgets take minutes over what a few bytes can ask
/// for.
struct HtmlLimits {
    std::size_t bytes = 1024UL * 1024; ///< of the safe HTML, beyond which it ends with an ellipsis
    std::size_t depth = 100;           ///< of elements
    std::size_t tables = 4;            ///< within one another
    std::size_t images = 500;
    int span = 20;          ///< of rows or columns
    int size = 2000;        ///< of an image, in pixels
    std::size_t word = 250; ///< characters after which a word may be broken
};

/// HTML of which nothing can act or load anything but images that a viewer chooses to, and its text.
struct SafeHtml {
    std::string html;
    std::string text; ///< a line a block, space collapsed
};

/// Writes the safe subset of HTML anew, from tags and text that it is fed: only elements and attributes of a
/// list, all of it escaped and balanced, links only http, https and mailto and against the base.
class HtmlSanitiser {
public:
    explicit HtmlSanitiser(std::string_view base, const HtmlLimits& limits = {}, std::string_view home = {});

    // `home` is the address the text was fetched from: where it is in a private network, links within stay.

    /// A fragment or page of HTML.
    [[nodiscard]] static SafeHtml ofHtml(std::string_view html, std::string_view base,
                                         const HtmlLimits& limits = {}, std::string_view home = {});
    /// What the text between the elements is: text as XML has it, or HTML that was escaped once more.
    enum class TextIs { Text, Html };
    /// The inside of an XML element: empty tags and xml:base mean what they do there.
    [[nodiscard]] static SafeHtml ofXhtml(std::string_view xml, std::string_view base, TextIs kind,
                                          DeclaredEntities* entities = nullptr, const HtmlLimits& limits = {},
                                          std::string_view home = {});
    /// Text without markup.
    [[nodiscard]] static SafeHtml ofText(std::string_view text, const HtmlLimits& limits = {});

private:
    void start(std::string_view name, const std::vector<RawAttribute>& attributes, bool empty);
    void end(std::string_view name);
    void addHtml(std::string_view html);
    void addText(std::string_view resolvedText);
    SafeHtml finish();

    void writeStart(const ElementRule& rule, const std::vector<RawAttribute>& attributes);
    void writeAttribute(std::string_view name, AttributeUse use, std::string_view raw);
    void closeImplied(const ElementRule& next);
    void closeTop();
    void breakLine();
    bool full() const { return m_full; }
    std::string_view base() const;

    struct Open {
        const ElementRule* rule = nullptr;
        bool written = false;
    };
    struct Base {
        std::string address;
        std::size_t depth = 0;
    };

    std::string m_home;
    HtmlLimits m_limits;
    std::vector<Base> m_bases; ///< with the depth of XML elements at which each was set
    std::vector<Open> m_open;
    std::string m_removing; ///< name of the element whose content is being left out
    std::size_t m_removingDepth = 0;
    std::size_t m_xmlDepth = 0;
    std::size_t m_tables = 0;
    std::size_t m_images = 0;
    std::size_t m_wordLength = 0;
    std::size_t m_preDepth = 0;
    bool m_xml = false;
    bool m_full = false;
    bool m_spacePending = false;
    std::string m_html;
    std::string m_text;
    std::string m_scratch;
};

} // namespace Scoredesk
