// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/addressfinder.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAddresses = 500;
constexpr qsizetype longestText = 1'000'000;

bool isBalanced(QStringView text, QChar open, QChar close)
{
    return text.count(open) >= text.count(close);
}

/// Without what belongs to the sentence around it.
QString trimmedEnd(QString address)
{
    static const QString ends = u".,;:!?'\"*_»”’…›"_s;
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const bool closes = (last == u')' && !isBalanced(address, u'(', u')')) ||
                            (last == u']' && !isBalanced(address, u'[', u']')) ||
                            (last == u'}' && !isBalanced(address, u'{', u'}'));
        if (!closes && !ends.contains(last))
            break;
        address.chop(1);
    }
    return address;
}

QString withoutFeedScheme(const QString& address)
{
    if (!address.startsWith("feed:"_L1, Qt::CaseInsensitive))
        return address;
    QString rest = address.mid(5);
    if (rest.startsWith("//"_L1))
        return u"http:"_s + rest;
    return rest;
}

QUrl urlOf(const QString& address)
{
    QUrl url(withoutFeedScheme(trimmedEnd(address)), QUrl::TolerantMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return {};
    if (!url.fragment().startsWith(u'!')) // by which some sites name their pages
        url.setFragment({});
    return url;
}

/// Whether it names a site as people do.
bool isBare(const QString& word)
{
    static const QRegularExpression shape(
        u"^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}(?::\\d{1,5})?(?:[/?]\\S*)?$"_s);
    return shape.match(word).hasMatch();
}

/// "a.com,b.com" is two, "a.com/x,y" is one.
QStringList namesIn(const QString& word)
{
    static const QRegularExpression separators(u"[,;]+"_s);
    const QStringList parts = word.split(separators, Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), isBare) ? parts : QStringList(word);
}

/// Whether nobody writes it but as an address; "Node.js" is also a name in a sentence.
bool isPlainlyAddress(const QString& name)
{
    static const QRegularExpression more(u"[/?:]"_s);
    return name.startsWith("www."_L1, Qt::CaseInsensitive) || name.contains(more);
}

/// What a line names that holds nothing else; a list's marks and commas aside. Of several that are only set
/// apart by blanks each must look like an address: a line of prose may be nothing but names with dots.
QList<QUrl> bareAddresses(const QString& line)
{
    static const QRegularExpression mark(u"^(?:[-*•]|\\d+[.)])\\s+"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    const auto separates = [](QChar c) { return c == u',' || c == u';'; };
    QList<QUrl> found;
    bool areListed = true;
    bool allPlain = true;
    bool isSetApart = true; // from the name before
    const QStringList words = QString(line).remove(mark).split(blanks, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        areListed = areListed && (isSetApart || separates(word.front()));
        isSetApart = separates(word.back());
        const QStringList names = namesIn(word);
        for (const QString& name : names) {
            if (!isBare(name))
                return {};
            allPlain = allPlain && isPlainlyAddress(name);
            found.append(urlOf(u"https://"_s + name));
        }
    }
    return areListed || allPlain ? found : QList<QUrl>();
}

} // namespace

QString meantAddress(const QString& written)
{
    const QString address = withoutFeedScheme(written.trimmed());
    const QString rest = address.startsWith("//"_L1) ? address.mid(2) : address;
    return isBare(rest) ? u"https://"_s + rest : address;
}

QList<QUrl> addressesIn(const QString& text)
{
    static const QRegularExpression address(
        u"(?:feed:(?:https?:)?//|https?://)[^\\s<>\"'`|\\\\^\\x{00ab}\\x{00bb}\\x{201c}\\x{201d}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<QUrl> found;
    QSet<QString> seen;
    const auto take = [&](const QUrl& url) {
        const QString key = url.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
        if (url.isEmpty() || seen.contains(key) || found.size() >= mostAddresses)
            return;
        seen.insert(key);
        found.append(url);
    };
    const QStringList lines = text.left(longestText).split(u'\n');
    for (const QString& raw : lines) {
        const QString line = raw.trimmed();
        bool any = false;
        for (auto match = address.globalMatch(line); match.hasNext();) {
            const auto hit = match.next();
            // Within a word it is the end of another scheme: "ahttp://".
            const qsizetype at = hit.capturedStart();
            if (at > 0 && (line.at(at - 1).isLetterOrNumber() || line.at(at - 1) == u'+'))
                continue;
            any = true;
            QString written = hit.captured();
            if (raw.contains(u"&amp;"_s) && (raw.contains(u"href"_s) || raw.contains(u"xmlUrl"_s)))
                written.replace("&amp;"_L1, "&"_L1);
            take(urlOf(written));
        }
        if (any)
            continue;
        const QList<QUrl> bare = bareAddresses(line);
        for (const QUrl& url : bare)
            take(url);
    }
    return found;
}

} // namespace Scoredesk
