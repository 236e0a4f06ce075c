// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <string>

namespace Scoredesk {

/// The best of several values: of equal ranks the first, lower ranks before higher, never an empty one.
class Ranked {
public:
    void offer(int rank, std::string value)
    {
        if (!value.empty() && rank < m_rank) {
            m_rank = rank;
            m_value = std::move(value);
        }
    }
    /// As offer, but takes the place of a value of the same rank.
    void replace(int rank, std::string value)
    {
        if (!value.empty() && rank <= m_rank) {
            m_rank = rank;
            m_value = std::move(value);
        }
    }
    [[nodiscard]] const std::string& value() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.empty(); }

private:
    int m_rank = 1000;
    std::string m_value;
};

/// The links of a feed or an item, sorted by what they lead to.
class Links {
public:
    /// Takes in a link element of RSS (text), of Atom (rel and href), or of those who mix them.
    void add(const XmlElement& link, const std::string& base);
    void offerPage(int rank, const std::string& address) { m_page.offer(rank, address); }

    [[nodiscard]] const std::string& page() const { return m_page.value(); }
    [[nodiscard]] const std::string& self() const { return m_self.value(); }
    [[nodiscard]] const std::string& replies() const { return m_replies.value(); }
    [[nodiscard]] const QList<FeedEnclosure>& enclosures() const { return m_enclosures; }

private:
    Ranked m_page;
    Ranked m_self;
    Ranked m_replies;
    QList<FeedEnclosure> m_enclosures;
};

/// An enclosure out of url or href, type and length.
[[nodiscard]] FeedEnclosure enclosureOf(const XmlElement& element, const std::string& base);
void addEnclosure(QList<FeedEnclosure>& enclosures, const FeedEnclosure& enclosure);

/// An identity as it is, but made absolute where it is a mere path: it has to tell items of all feeds apart.
[[nodiscard]] std::string absoluteId(const std::string& id, const std::string& base);

/// An address out of an element's text, its href, its rdf:resource.
[[nodiscard]] std::string addressOf(const XmlElement& element, const std::string& base);

} // namespace Scoredesk
