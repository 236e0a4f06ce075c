// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/sentences.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headlineAim = 120;
constexpr qsizetype headlineMost = 130;      ///< a sentence of this length stays whole
constexpr qsizetype shortestClause = 45;     ///< less of a sentence says too little
constexpr qsizetype longestSentence = 20000; ///< no more is looked at

bool isCjkEnd(QChar c)
{
    return c == u'。' || c == u'！' || c == u'？' || c == u'।' || c == u'؟' || c == u'۔';
}

bool endsAbbreviation(QStringView upToDot)
{
    static const QSet<QString> known = {
        u"vs"_s,   u"mr"_s,  u"mrs"_s,  u"ms"_s,  u"dr"_s,  u"prof"_s,   u"st"_s,  u"no"_s,  u"inc"_s,
        u"corp"_s, u"ltd"_s, u"co"_s,   u"jr"_s,  u"sr"_s,  u"approx"_s, u"e.g"_s, u"i.e"_s, u"etc"_s,
        u"fig"_s,  u"gen"_s, u"sen"_s,  u"rep"_s, u"gov"_s, u"dept"_s,   u"jan"_s, u"feb"_s, u"mar"_s,
        u"apr"_s,  u"aug"_s, u"sept"_s, u"oct"_s, u"nov"_s, u"dec"_s,    u"u.s"_s, u"u.k"_s, u"a.i"_s};
    qsizetype start = upToDot.size();
    while (start > 0 && !upToDot.at(start - 1).isSpace() && upToDot.at(start - 1) != u'(')
        --start;
    const QString word = upToDot.mid(start).toString();
    return known.contains(word.toLower()) || (word.size() == 1 && word.front().isUpper());
}

} // namespace

QString firstSentence(const QString& text)
{
    const QString trimmed = text.trimmed();
    const qsizetype limit = std::min(trimmed.size(), longestSentence);
    for (qsizetype i = 0; i < limit; ++i) {
        const QChar c = trimmed.at(i);
        if (c == u'\n')
            return trimmed.left(i).trimmed();
        if (isCjkEnd(c))
            return trimmed.left(i + 1);
        if (c != u'.' && c != u'!' && c != u'?')
            continue;
        qsizetype end = i + 1;
        while (end < limit && u".!?\"”’)]"_s.contains(trimmed.at(end)))
            ++end;
        if (end < limit && !trimmed.at(end).isSpace())
            continue;
        if (c == u'.' && end == i + 1 && endsAbbreviation(QStringView(trimmed).left(i)))
            continue;
        // What follows a sentence does not begin small, unless it is a name such as "r/LocalLLaMA".
        qsizetype next = end;
        while (next < limit && trimmed.at(next).isSpace())
            ++next;
        if (next < limit && trimmed.at(next).isLower() && c == u'.' && end == i + 1 && next + 1 < limit &&
            trimmed.at(next + 1).isLower())
            continue;
        return trimmed.left(end);
    }
    return trimmed.left(limit);
}

namespace {

// How good a place to cut a headline is; 0 none.
int clauseRank(const QString& text, qsizetype at)
{
    static const QSet<QString> connectives = {
        u"and"_s,     u"but"_s,     u"which"_s, u"that"_s,    u"who"_s,     u"while"_s,
        u"after"_s,   u"before"_s,  u"as"_s,    u"because"_s, u"when"_s,    u"where"_s,
        u"with"_s,    u"by"_s,      u"for"_s,   u"from"_s,    u"of"_s,      u"on"_s,
        u"in"_s,      u"at"_s,      u"to"_s,    u"over"_s,    u"into"_s,    u"using"_s,
        u"under"_s,   u"despite"_s, u"amid"_s,  u"through"_s, u"against"_s, u"about"_s,
        u"without"_s, u"or"_s,      u"since"_s, u"until"_s,   u"across"_s,  u"via"_s};
    const QChar c = text.at(at);
    if (u"，、；："_s.contains(c))
        return 3;
    if (!c.isSpace())
        return 0;
    const QChar before = at > 0 ? text.at(at - 1) : QChar();
    const QChar after = at + 1 < text.size() ? text.at(at + 1) : QChar();
    if (before == u';' || before == u':' || after == u'—' || after == u'–' ||
        (after == u'-' && at + 2 < text.size() && text.at(at + 2).isSpace()))
        return 4;
    if (before == u',' || after == u'(')
        return 3;
    qsizetype end = at + 1;
    while (end < text.size() && text.at(end).isLetter())
        ++end;
    return connectives.contains(text.mid(at + 1, end - at - 1).toLower()) ? 2 : 1;
}

QString trimmedClause(QString text)
{
    static const QRegularExpression dangling(
        u"(?:[\\s,;:，、；：—–-]|\\s(?:a|an|the|of|and|or|but|to|in|on|at|by|for|from|with|as|that|which|its|their|is|are|was))+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.remove(dangling);
}

bool bracketsBalance(QStringView text)
{
    int depth = 0;
    int quotes = 0;
    for (const QChar c : text) {
        depth += c == u'(' || c == u'[' || c == u'“';
        depth -= c == u')' || c == u']' || c == u'”';
        quotes += c == u'"';
    }
    return depth <= 0 && quotes % 2 == 0;
}

// Text without blanks, or one endless word: cut where the language lets words end, else between characters.
QString cutAtBoundary(const QString& text)
{
    for (const auto type : {QTextBoundaryFinder::Word, QTextBoundaryFinder::Grapheme}) {
        QTextBoundaryFinder finder(type, text.left(headlineAim * 2));
        finder.setPosition(headlineAim);
        qsizetype at = finder.isAtBoundary() ? headlineAim : finder.toPreviousBoundary();
        if (at > headlineAim / 2)
            return text.left(at).trimmed() + u'…';
    }
    return text.left(headlineAim) + u'…';
}

} // namespace

QString headlineFrom(const QString& text)
{
    QString sentence = firstSentence(text).simplified();
    while (sentence.endsWith(u'.') && !sentence.endsWith("..."_L1) && !sentence.endsWith("U.S."_L1))
        sentence.chop(1);
    if (sentence.endsWith(u'。') || sentence.endsWith(u'।'))
        sentence.chop(1);
    if (sentence.size() <= headlineMost)
        return sentence;
    qsizetype best = -1;
    int bestRank = 0;
    for (qsizetype at = shortestClause; at <= headlineAim; ++at) {
        const int rank = clauseRank(sentence, at);
        if (rank == 0 || rank < bestRank || !bracketsBalance(QStringView(sentence).left(at)))
            continue;
        best = at;
        bestRank = rank;
    }
    if (best < 0)
        return cutAtBoundary(sentence);
    QString headline = trimmedClause(sentence.left(best));
    if (headline.isEmpty())
        return cutAtBoundary(sentence);
    return bestRank == 1 ? headline + u'…' : headline;
}

bool readsAsHeadline(const QString& text)
{
    constexpr qsizetype longest = 220;
    if (text.isEmpty() || text.size() > longest)
        return false;
    const QChar last = text.back();
    if ((last == u'.' && !text.endsWith("..."_L1) && !endsAbbreviation(QStringView(text).chopped(1))) ||
        last == u',' || last == u';' || last == u':' || isCjkEnd(last))
        return last == u'？' || last == u'！' || last == u'؟';
    return firstSentence(text).size() >= text.trimmed().size() || text.size() <= 140;
}

int trustCues(const QString& text)
{
    static const QRegularExpression cue(
        u"\\b(verif\\w*|unverif\\w*|first-party|primary (?:source|reporting|announcement)|peer[- "
        u"]?review\\w*|corroborat\\w*|"
        "independent\\w*|self-reported|confirm\\w*|anonymous\\w*|rumou?r\\w*|fud|trust\\w*|reproduc\\w*|"
        "credib\\w*|reliab\\w*|"
        "single[- "
        "]sourced?|cited|citation|caveats?|claims?|sourc(?:es|ed|ing)|tier-1|disclos\\w*|checkable|on[- "
        "]record|"
        "hype|speculat\\w*|cross-check\\w*|directionally|methodology|transparent|leaked|estimates?|treat)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype looked = 4000;
    QSet<QString> seen;
    auto matches = cue.globalMatch(text.left(looked));
    while (matches.hasNext())
        seen.insert(matches.next().captured().toLower());
    return int(seen.size());
}

bool readsAsTrustNote(const QString& text)
{
    // Of 63 published stories every trust note has a cue and is below 480 characters; of their summaries,
    // none is below 440.
    constexpr qsizetype longest = 500;
    constexpr qsizetype shortNote = 260;
    const int cues = trustCues(text);
    return cues >= 3 || (cues >= 1 && text.size() <= longest) ||
           (text.size() <= shortNote && !readsAsHeadline(text));
}

bool readsAsContinuation(const QString& text)
{
    static const QRegularExpression opening(
        u"^(?:he|she|it|they|this|these|those|that|but|and|however|meanwhile|also|in addition|according to "
        u"(?:him|her|them)|"
        "the (?:company|firm|team|researchers|authors|model|paper|study|deal|move|group)|for "
        "now|still|instead|then|"
        "the latter|both|such|“|\")(?!\\p{L})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return opening.match(text).hasMatch();
}

QDateTime writtenDate(const QString& text)
{
    const QString written = text.trimmed();
    // Every date has a year; trying the forms below on every line of a text would cost more than all the
    // rest.
    static const QRegularExpression year(u"(?<!\\d)(?:19|20)\\d\\d(?!\\d)"_s);
    if (written.size() < 8 || written.size() > 60 || !written.contains(year))
        return {};
    if (const auto instant = QDateTime::fromString(written, Qt::ISODateWithMs); instant.isValid()) {
        // A time without a zone is taken as UTC, so that one text gives one instant on every machine.
        return instant.timeSpec() == Qt::LocalTime ? QDateTime(instant.date(), instant.time(), Qt::UTC)
                                                   : instant.toUTC();
    }
    if (const auto instant = QDateTime::fromString(written, Qt::RFC2822Date); instant.isValid())
        return instant.toUTC();
    QString plain = written;
    plain.remove(QRegularExpression(u"\\s*\\(?\\b(?:UTC|GMT|Z)\\)?$"_s));
    plain.replace(QRegularExpression(u"(\\d)(?:st|nd|rd|th)\\b"_s), u"\\1"_s);
    plain.remove(QRegularExpression(u"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+"_s,
                                    QRegularExpression::CaseInsensitiveOption));
    plain.replace(QRegularExpression(u"\\s*(?:·|,| at )\\s*(?=\\d{1,2}:)"_s), u" "_s);
    const QLocale english = QLocale::c();
    for (const QString& day :
         {u"yyyy-MM-dd"_s, u"MMMM d, yyyy"_s, u"MMM d, yyyy"_s, u"MMM d yyyy"_s, u"MMMM d yyyy"_s,
          u"d MMMM yyyy"_s, u"d MMM yyyy"_s, u"yyyy/MM/dd"_s, u"dd.MM.yyyy"_s, u"d.M.yyyy"_s}) {
        if (const QDate date = english.toDate(plain, day); date.isValid())
            return QDateTime(date, QTime(0, 0), Qt::UTC);
        for (const QString& time : {u" HH:mm"_s, u" HH:mm:ss"_s, u" h:mm AP"_s})
            if (const QDateTime instant = english.toDateTime(plain, day + time); instant.isValid())
                return QDateTime(instant.date(), instant.time(), Qt::UTC);
    }
    return {};
}

} // namespace Scoredesk
