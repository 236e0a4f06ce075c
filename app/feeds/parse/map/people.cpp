// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/people.h"

#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"

namespace Scoredesk {

namespace {

constexpr qsizetype longestAddress = 2000;

bool isAddressByte(char c)
{
    return Ascii::isLetter(c) || Ascii::isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
           c == '%';
}

/// Bytes of a text that can be somebody's name and address.
constexpr std::size_t longestText = 4096;

/// Where in text an e-mail address stands; empty where there is none.
std::string_view findAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos)
        return {};
    std::size_t start = at;
    while (start > 0 && isAddressByte(text[start - 1]))
        --start;
    std::size_t end = at + 1;
    while (end < text.size() && isAddressByte(text[end]))
        ++end;
    while (end > at + 1 && text[end - 1] == '.')
        --end;
    if (start == at || end == at + 1)
        return {};
    return text.substr(start, end - start);
}

std::string withoutBrackets(std::string name)
{
    const std::string_view open = "(<[\"'";
    const std::string_view close = ")>]\"'";
    for (;;) {
        const std::string_view trimmed = Ascii::trimmed(name);
        if (trimmed.size() < 2)
            return std::string(trimmed);
        const std::size_t kind = open.find(trimmed.front());
        if (kind == std::string_view::npos || trimmed.back() != close[kind])
            return std::string(trimmed);
        name = std::string(trimmed.substr(1, trimmed.size() - 2));
    }
}

} // namespace

FeedPerson personFromText(std::string_view text)
{
    text = text.substr(0, longestText);
    const std::string_view address = findAddress(text);
    if (address.empty())
        return {toQString(Ascii::trimmed(text)), {}, {}};
    std::size_t start = static_cast<std::size_t>(address.data() - text.data());
    std::size_t end = start + address.size();
    if (Ascii::equalsIgnoringCase(
            text.substr(start - std::min<std::size_t>(start, 7), std::min<std::size_t>(start, 7)), "mailto:"))
        start -= 7;
    while (start > 0 && end < text.size() &&
           ((text[start - 1] == '<' && text[end] == '>') || (text[start - 1] == '(' && text[end] == ')') ||
            (text[start - 1] == '[' && text[end] == ']'))) {
        --start;
        ++end;
    }
    std::string name(text.substr(0, start));
    name += text.substr(end);
    return {toQString(withoutBrackets(std::move(name))), toQString(address), {}};
}

FeedPerson personFromElement(const XmlElement& element, const std::string& base)
{
    const XmlElement name = element.find(Name::Name);
    const XmlElement email = element.find(Name::Email);
    XmlElement uri = element.find(Name::Uri);
    if (uri.isNull())
        uri = element.find(Name::Url);
    if (name.isNull() && email.isNull() && uri.isNull())
        return personFromText(plainTextOf(element));
    FeedPerson person = personFromText(plainTextOf(name));
    const QString address = toQString(email.trimmedText());
    if (!address.isEmpty())
        person.email = address;
    const std::string page = uri.trimmedText();
    const std::string whole =
        page.empty() ? page : WebUrl::resolve(baseWithin(uri, base), WebUrl::cleaned(page));
    if (!WebUrl::isActive(whole))
        person.url = toQString(whole);
    return person;
}

void addPerson(QList<FeedPerson>& people, const FeedPerson& given)
{
    if (given == FeedPerson() || people.size() >= mostPeople)
        return;
    const FeedPerson person = {given.name.left(longestName), given.email.left(longestName),
                               given.url.left(longestAddress)};
    for (FeedPerson& known : people) {
        const bool sameName = !person.name.isEmpty() && known.name == person.name;
        const bool sameAddress = !person.email.isEmpty() && known.email == person.email;
        if (!sameName && !sameAddress)
            continue;
        if (known.name.isEmpty())
            known.name = person.name;
        if (known.email.isEmpty())
            known.email = person.email;
        if (known.url.isEmpty())
            known.url = person.url;
        return;
    }
    people.append(person);
}

} // namespace Scoredesk
