// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/link.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

bool isOfDigits(QStringView text, int base)
{
    return std::all_of(text.begin(), text.end(), [base](QChar c) {
        const ushort u = c.unicode();
        return (u >= '0' && u <= '9') || (base == 16 && u >= 'a' && u <= 'f');
    });
}

bool isHex(QStringView part)
{
    return part.startsWith("0x"_L1);
}

/// Of an address' part in lower case, as browsers read it: "0x" alone is 0.
std::optional<quint64> numberOf(QStringView part)
{
    const bool octal = part.size() > 1 && part.startsWith(u'0');
    const int base = isHex(part) ? 16 : octal ? 8 : 10;
    const QStringView digits = isHex(part) ? part.sliced(2) : part;
    if (base == 16 && digits.isEmpty())
        return 0;
    bool ok = isOfDigits(digits, base);
    const quint64 number = ok ? digits.toULongLong(&ok, base) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

/// "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "0x7f.0x.0x.1": every notation that
/// resolvers and browsers accept, in lower case.
std::optional<quint32> ipv4Of(const QString& host)
{
    const QStringList parts = host.split(u'.');
    if (parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<quint64> number = numberOf(parts.at(i));
        const bool last = i + 1 == parts.size();
        const int bits = last ? 8 * int(4 - i) : 8; // the last part fills what is left
        if (!number || *number >= (quint64(1) << bits))
            return std::nullopt;
        address = (address << bits) | *number;
    }
    return quint32(address);
}

/// Whether it ends as only addresses do: browsers take no such name for one of the internet.
bool endsInNumber(const QString& host)
{
    const QString end = host.section(u'.', -1);
    return isHex(end) ? isOfDigits(QStringView(end).sliced(2), 16) : !end.isEmpty() && isOfDigits(end, 10);
}

bool inBlock(quint32 address, quint32 block, int bits)
{
    return (address >> (32 - bits)) == (block >> (32 - bits));
}

bool isPrivateIpv4(quint32 a)
{
    return inBlock(a, 0x00000000, 8) || inBlock(a, 0x0A000000, 8) || inBlock(a, 0x7F000000, 8) ||
           inBlock(a, 0x64400000, 10) || // shared by carriers
           inBlock(a, 0xA9FE0000, 16) || inBlock(a, 0xAC100000, 12) || inBlock(a, 0xC0A80000, 16) ||
           inBlock(a, 0xC0000000, 24) || inBlock(a, 0xC6120000, 15) || // protocols, benchmarks
           inBlock(a, 0xE0000000, 3);                                  // multicast, reserved
}

/// 0.0.0.0 leads here too.
bool isThisMachine(quint32 address)
{
    return inBlock(address, 0x7F000000, 8) || inBlock(address, 0x00000000, 8);
}

using Words = std::array<quint16, 8>;

/// The colon-separated words of one side of "::"; a last part may be an IPv4 address.
std::optional<QList<quint16>> wordsOf(const QString& side)
{
    QList<quint16> words;
    if (side.isEmpty())
        return words;
    const QStringList parts = side.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i + 1 == parts.size() && parts.at(i).contains(u'.')) {
            const std::optional<quint32> v4 = ipv4Of(parts.at(i));
            if (!v4)
                return std::nullopt;
            words << quint16(*v4 >> 16) << quint16(*v4 & 0xFFFF);
            continue;
        }
        bool ok = false;
        const uint word = parts.at(i).toUInt(&ok, 16);
        if (!ok || parts.at(i).size() > 4)
            return std::nullopt;
        words << quint16(word);
    }
    return words;
}

std::optional<Words> ipv6Of(const QString& host)
{
    const QString bare = host.section(u'%', 0, 0); // without a zone
    if (!bare.contains(u':'))
        return std::nullopt;
    const QStringList sides = bare.split(u"::"_s);
    if (sides.size() > 2)
        return std::nullopt;
    const std::optional<QList<quint16>> head = wordsOf(sides.first());
    const std::optional<QList<quint16>> tail = sides.size() == 2 ? wordsOf(sides.last()) : QList<quint16>();
    if (!head || !tail || head->size() + tail->size() > 8 || (sides.size() == 1 && head->size() != 8))
        return std::nullopt;
    Words words{};
    std::copy(head->begin(), head->end(), words.begin());
    std::copy(tail->begin(), tail->end(), words.end() - tail->size());
    return words;
}

/// The IPv4 address that one of IPv6 leads to.
std::optional<quint32> ipv4Within(const Words& words)
{
    const auto embedded = [&words](size_t at) { return (quint32(words[at]) << 16) | words[at + 1]; };
    const bool zeroHead = std::all_of(words.begin(), words.begin() + 5, [](quint16 w) { return w == 0; });
    if (zeroHead && (words[5] == 0xFFFF || words[5] == 0)) // mapped or compatible; ::, ::1 as 0.0.0.0/8
        return embedded(6);
    if (words[0] == 0x64 && words[1] == 0xFF9B) // translated
        return embedded(6);
    if (words[0] == 0x2002) // 6to4
        return embedded(1);
    return std::nullopt;
}

bool isPrivateIpv6(const Words& words)
{
    if (const std::optional<quint32> address = ipv4Within(words))
        return isPrivateIpv4(*address);
    return (words[0] & 0xFE00) == 0xFC00 || (words[0] & 0xFFC0) == 0xFE80 || (words[0] & 0xFFC0) == 0xFEC0 ||
           (words[0] & 0xFF00) == 0xFF00;
}

/// Without brackets and final dots, in lower case.
QString plainName(const QString& host)
{
    QString name = host.toLower();
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.mid(1, name.size() - 2);
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

/// Of one that is no address that can be read: whether it is none of the names either.
bool isUnreadableAddress(const QString& name)
{
    return name.contains(u':') || endsInNumber(name);
}

} // namespace

bool isPrivateHost(const QString& host)
{
    const QString name = plainName(host);
    if (const std::optional<Words> words = ipv6Of(name))
        return isPrivateIpv6(*words);
    if (const std::optional<quint32> address = ipv4Of(name))
        return isPrivateIpv4(*address);
    if (isUnreadableAddress(name))
        return true; // it is none on the internet
    if (!name.contains(u'.'))
        return true;
    static const QStringList endings = {u".localhost"_s, u".local"_s,     u".internal"_s,
                                        u".intranet"_s,  u".lan"_s,       u".home"_s,
                                        u".corp"_s,      u".home.arpa"_s, u".localdomain"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&name](const QString& ending) { return name.endsWith(ending); });
}

bool mayBeThisMachine(const QString& host)
{
    const QString name = plainName(host);
    if (const std::optional<Words> words = ipv6Of(name)) {
        const std::optional<quint32> address = ipv4Within(*words);
        return address && isThisMachine(*address);
    }
    if (const std::optional<quint32> address = ipv4Of(name))
        return isThisMachine(*address);
    return isUnreadableAddress(name) || name == "localhost"_L1 || name.endsWith(".localhost"_L1);
}

bool leadsInward(const QString& from, const QString& to)
{
    if (!isPrivateHost(to))
        return false;
    const bool isWithin = !from.isEmpty() && isPrivateHost(from);
    return !isWithin || (mayBeThisMachine(to) && !mayBeThisMachine(from));
}

LinkFault linkFault(const QString& link)
{
    const QUrl url(link.trimmed(), QUrl::TolerantMode);
    if (!url.isValid())
        return LinkFault::Malformed;
    const QString scheme = url.scheme().toLower();
    if (scheme != u"http" && scheme != u"https")
        return LinkFault::NotHttp;
    if (url.host().isEmpty())
        return LinkFault::NoHost;
    if (!url.userInfo().isEmpty())
        return LinkFault::Credentials;
    return isPrivateHost(url.host()) ? LinkFault::PrivateHost : LinkFault::None;
}

} // namespace Scoredesk
