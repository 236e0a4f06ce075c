// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/coverageline.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;
constexpr auto insensitive =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
constexpr qsizetype longestLine = 2000; ///< a longer one is prose

std::optional<int> count(QString digits)
{
    static const QStringList words = {u"no"_s,   u"one"_s,    u"two"_s,   u"three"_s, u"four"_s,
                                      u"five"_s, u"six"_s,    u"seven"_s, u"eight"_s, u"nine"_s,
                                      u"ten"_s,  u"eleven"_s, u"twelve"_s};
    if (const qsizetype word = words.indexOf(digits.toLower()); word >= 0)
        return int(word);
    digits.remove(QRegularExpression(u"[,.\\s]"_s));
    bool ok = false;
    const int number = digits.toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QRegularExpressionMatch matchAt(const QRegularExpression& pattern, const QString& line, qsizetype at)
{
    return pattern.match(line, at, QRegularExpression::NormalMatch, anchored);
}

const QString numberWords = u"(\\d{1,3}(?:[,. ]\\d{3})+|\\d{1,6}|no|one|two|three|four|five|six|seven|eight|"
                            "nine|ten|eleven|twelve)\\s*\\+?\\s*"_s;

} // namespace

std::optional<CoverageLine> coverageLine(const QString& line)
{
    static const QRegularExpression prefix(
        u"(?:(?:media |press |news )?coverage|(?:also )?(?:covered|reported|carried) by|picked up by|seen "
        u"in|across)"
        "(?!\\p{L})[\\s:：·—–|=-]*(?:(?:about|some|over|more than)\\s+)?"_s,
        insensitive);
    static const QRegularExpression outlets(
        numberWords +
            u"(?:(?:named|news|media|distinct|total) )?(?:outlets?|publications?|publishers?|newsrooms?|sources)(?!\\p{L})"_s,
        insensitive);
    static const QRegularExpression outletsAfter(
        u"outlets?[\\s_]*(?:count)?\\s*[:=\\t|]?\\s*(\\d{1,6})(?!\\d)"_s, insensitive);
    static const QRegularExpression tierOne(
        numberWords +
            u"(?:(?:are|in|from|at) )?(?:tier[\\s-]*(?:1|one|i)|t1)(?![\\p{L}\\d])(?:\\s*outlets?(?!\\p{L}))?"_s,
        insensitive);
    static const QRegularExpression tierOneAfter(
        u"tier[\\s-]*(?:1|one|i)[\\s_]*(?:outlets?|count)?\\s*[:=\\t|]\\s*(\\d{1,6})(?!\\d)"_s, insensitive);
    static const QRegularExpression filler(
        u"(?:[\\s·,;/&+|()—–-]+|(?:and|of which|of them|with|in total|total)(?!\\p{L}))"_s, insensitive);
    static const QRegularExpression list(
        u"\\s*(?::|incl(?:uding|\\.)?(?!\\p{L})|among them|such as|—|–|-)\\s*"_s, insensitive);

    if (line.size() > longestLine)
        return std::nullopt;
    CoverageLine found;
    qsizetype at = 0;
    const auto prefixMatch = matchAt(prefix, line, 0);
    if (prefixMatch.hasMatch())
        at = prefixMatch.capturedLength();
    while (at < line.size()) {
        std::optional<int>* target = nullptr;
        QRegularExpressionMatch match;
        for (const auto& [pattern, into] :
             {std::pair{&tierOne, &found.stated.tierOne}, std::pair{&tierOneAfter, &found.stated.tierOne},
              std::pair{&outlets, &found.stated.outlets}, std::pair{&outletsAfter, &found.stated.outlets}}) {
            match = matchAt(*pattern, line, at);
            if (match.hasMatch() && !*into) {
                target = into;
                break;
            }
        }
        if (target) {
            *target = count(match.captured(1));
            at += match.capturedLength();
            continue;
        }
        if (const auto listMatch = matchAt(list, line, at); listMatch.hasMatch() && !found.stated.isEmpty())
            if (const auto names = namedOutlets(line.mid(at + listMatch.capturedLength()), true)) {
                mergeStated(found.stated, names->stated);
                found.leftover = names->leftover;
                return found;
            }
        const auto fill = matchAt(filler, line, at);
        if (!fill.hasMatch())
            break;
        at += fill.capturedLength();
    }
    if (found.stated.isEmpty()) {
        const bool by = prefixMatch.hasMatch() && prefixMatch.captured().contains(u' ');
        return by ? namedOutlets(line.mid(prefixMatch.capturedLength()), false) : std::nullopt;
    }
    found.leftover = line.mid(at).trimmed();
    if (found.leftover.endsWith(u')') && !found.leftover.contains(u'('))
        found.leftover.chop(1); // "(X, BBC)", whose first bracket parted it from the counts
    if (found.leftover.isEmpty())
        return found;
    if (auto names = namedOutlets(found.leftover, false)) {
        mergeStated(found.stated, names->stated);
        found.leftover = names->leftover;
        return found;
    }
    // "18 outlets have covered it so far": prose, unless the line was announced as coverage.
    static const QRegularExpression kin(
        u"^\\d+ (?:independent )?(?:origins?|articles?|countries|languages?)\\.?$"_s, insensitive);
    const bool brief =
        found.leftover.size() <= 60 && (prefixMatch.hasMatch() || kin.match(found.leftover).hasMatch());
    return brief ? std::optional(found) : std::nullopt;
}

namespace {

const QRegularExpression& morePattern()
{
    static const QRegularExpression pattern(
        u"^(?:(?:and|plus|&)\\s+)?\\+?\\s*(?:(\\d{1,6})\\s*\\+?\\s*)?(?:(?:more|others?)(?: outlets| sources)?|etc)\\.?$"_s,
        insensitive);
    return pattern;
}

bool isName(const QString& item, bool announced)
{
    if (item.isEmpty() || item.size() > 48 || item.count(u' ') > 5)
        return false;
    if (item.contains(u": "_s) || item.contains(u". "_s))
        return false;
    const QChar first = item.front();
    if (first.isLetter() && first.isLower() && !announced) {
        // "arXiv", "r/MachineLearning", "claudecodecamp.com" begin small; words of a sentence do too.
        const QString word = item.section(u' ', 0, 0);
        return std::any_of(word.begin(), word.end(),
                           [](QChar c) { return c.isUpper() || c == u'.' || c == u'/' || c.isDigit(); });
    }
    return first.isLetterOrNumber() || first == u'@' || first == u'#' || first == u'"' || first == u'/';
}

// The last item of "A, B and C".
void splitLastAnd(QStringList& items)
{
    if (items.isEmpty())
        return;
    static const QRegularExpression andWord(u"^(.+?)\\s+(?:and|&)\\s+(.+)$"_s);
    const QString last = items.last();
    if (last.startsWith("and "_L1)) {
        items.last() = last.mid(4).trimmed();
    } else if (const auto match = andWord.match(last); match.hasMatch()) {
        items.last() = match.captured(1);
        items.append(match.captured(2));
    }
}

} // namespace

std::optional<CoverageLine> namedOutlets(const QString& line, bool announced)
{
    if (line.size() > longestLine || line.isEmpty())
        return std::nullopt;
    CoverageLine found;
    QString text = line.trimmed();
    bool more = false;
    for (bool again = true; again;) {
        again = false;
        for (const auto& end : {u"…"_s, u"..."_s, u"[…]"_s})
            if (text.endsWith(end)) {
                text.chop(end.size());
                text = text.trimmed();
                more = again = true;
            }
    }
    QChar parting = u',';
    for (const QChar other : {u';', u'·', u'|', u'•', u'\t'})
        if (text.count(other) > text.count(parting))
            parting = other;
    QStringList items;
    for (const QString& item : text.split(parting))
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    if (!items.isEmpty() && items.last().endsWith(u'.') && !items.last().endsWith("etc."_L1))
        items.last().chop(1);
    splitLastAnd(items);
    if (!items.isEmpty()) {
        if (const auto match = morePattern().match(items.last()); match.hasMatch()) {
            items.removeLast();
            more = true;
            if (match.hasCaptured(1))
                found.stated.outlets = int(items.size()) + match.captured(1).toInt();
        } else if (const qsizetype plus = items.last().lastIndexOf(u'+'); plus > 0) {
            if (const auto tail = morePattern().match(items.last().mid(plus)); tail.hasMatch()) {
                items.last() = items.last().left(plus).trimmed();
                more = true;
                if (tail.hasCaptured(1))
                    found.stated.outlets = int(items.size()) + tail.captured(1).toInt();
            }
        }
    }
    if (announced && more && items.isEmpty()) { // "…" or "12 more" as the last line of a list
        found.stated.namesMore = true;
        return found;
    }
    if (items.isEmpty() || (items.size() == 1 && !announced && !more))
        return std::nullopt;
    // A word in small letters may be a name among names ("claudecodecamp"), but not by itself.
    qsizetype plain = 0;
    for (const QString& item : items) {
        if (isName(item, announced))
            continue;
        const bool word = item.size() <= 24 && !item.contains(u' ') && item.front().isLetter();
        if (!word)
            return std::nullopt;
        ++plain;
    }
    if (plain * 2 > items.size())
        return std::nullopt;
    found.stated.named = items;
    found.stated.namesMore = more;
    return found;
}

bool mergeStated(StatedCoverage& stated, const StatedCoverage& more)
{
    bool agrees = true;
    const auto take = [&](std::optional<int>& into, const std::optional<int>& from) {
        if (!into)
            into = from;
        else if (from && *from != *into)
            agrees = false;
    };
    take(stated.outlets, more.outlets);
    take(stated.tierOne, more.tierOne);
    for (const QString& name : more.named)
        if (!stated.named.contains(name))
            stated.named.append(name);
    stated.namesMore = stated.namesMore || more.namesMore;
    return agrees;
}

} // namespace Scoredesk
