// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/textlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool isLineEnd(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'\n' || u == u'\r' || u == 0x0b || u == 0x0c || u == 0x85 || u == 0x2028 || u == 0x2029;
}

// Joiners between emoji and the marks of right-to-left text stay: they are part of what was written.
static bool isNothing(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x200b || u == 0x2060 || u == 0xfeff || u == 0x00ad || (u < 0x20 && u != u'\t') || u == 0x7f;
}

static QString clean(QStringView raw)
{
    QString out;
    out.reserve(raw.size());
    for (const QChar c : raw) {
        if (isNothing(c))
            continue;
        out.append(c != u'\t' && c.isSpace() ? QChar(u' ') : c);
    }
    return out.trimmed();
}

static QString withoutTableBars(const QString& text)
{
    QString inner = text.mid(1);
    if (inner.endsWith(u'|'))
        inner.chop(1);
    QStringList cells = inner.split(u'|');
    for (QString& cell : cells)
        cell = cell.trimmed();
    return cells.join(u'\t').trimmed();
}

static void stripEmphasis(QString& text)
{
    for (const auto& mark : {"**"_L1, "__"_L1, "`"_L1})
        if (text.count(mark) >= 2 || text == mark)
            text.remove(mark);
    for (const QChar mark : {u'*', u'_'})
        if (text.size() > 2 && text.startsWith(mark) && text.endsWith(mark) && text.count(mark) == 2 &&
            !text.at(1).isSpace())
            text = text.mid(1, text.size() - 2);
}

static void stripMarkup(TextLine& line)
{
    static const QRegularExpression quote(u"^(?:>\\s*)+"_s);
    static const QRegularExpression heading(u"^#{1,6}\\s+(?=\\S)"_s);
    static const QRegularExpression bullet(
        u"^(?:[-*+•◦▪‣●▸►✓✔☑]\\s+|\\d{1,2}[.)]\\s+(?=[\\p{L}@\"“]))(?=\\S)"_s);
    // These look at a line's beginning only, so that a line of a million characters costs no more.
    line.text.remove(quote);
    if (const auto match = heading.match(line.text); match.hasMatch()) {
        line.heading = true;
        line.text.remove(0, match.capturedLength());
        while (line.text.endsWith(u'#'))
            line.text.chop(1);
    }
    if (const auto match = bullet.match(line.text); match.hasMatch()) {
        line.bullet = true;
        line.text.remove(0, match.capturedLength());
    }
    if (line.text.startsWith(u'|'))
        line.text = withoutTableBars(line.text);
    stripEmphasis(line.text);
    line.text = line.text.trimmed();
}

QList<TextLine> textLines(const QString& text)
{
    QList<TextLine> lines;
    int number = 0;
    bool gap = false;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = start;
        while (end < text.size() && !isLineEnd(text.at(end)))
            ++end;
        ++number;
        TextLine line;
        line.number = number;
        line.text = clean(QStringView(text).mid(start, end - start));
        if (!line.text.isEmpty())
            stripMarkup(line);
        if (line.text.isEmpty()) {
            gap = true;
        } else {
            line.gap = gap && !lines.isEmpty();
            gap = false;
            lines.append(line);
        }
        if (end + 1 < text.size() && text.at(end) == u'\r' && text.at(end + 1) == u'\n')
            ++end;
        start = end + 1;
    }
    return lines;
}

static bool endsSentence(const QString& text)
{
    static const QString ends = u".!?…:;。！？؟।\"”)"_s;
    return ends.contains(text.back());
}

// How many lines from `from` on are one paragraph cut at a margin.
static qsizetype wrappedRun(const QList<TextLine>& lines, qsizetype from)
{
    constexpr qsizetype margin = 100;
    constexpr qsizetype shortest = 45;
    constexpr qsizetype longestRun = 64; // bounds the work on a text of a million short lines
    qsizetype end = from;
    qsizetype widest = 0;
    while (end < lines.size() && end - from < longestRun && lines[end].text.size() <= margin &&
           !lines[end].heading && (end == from || (!lines[end].gap && !lines[end].bullet))) {
        widest = std::max(widest, lines[end].text.size());
        ++end;
    }
    if (end - from == 2)
        return lines[from].text.size() >= shortest && !endsSentence(lines[from].text) &&
                       lines[from + 1].text.front().isLower()
                   ? 2
                   : 1;
    // Every line but the last reaches to where the next word would have passed the margin, and most of them
    // break amid a sentence; a list of headlines does not.
    qsizetype run = from;
    qsizetype amid = 0;
    while (run + 1 < end) {
        const qsizetype nextWord = lines[run + 1].text.section(u' ', 0, 0).size();
        if (lines[run].text.size() < shortest || lines[run].text.size() + 1 + nextWord < widest)
            break;
        ++run;
        amid += !lines[run].text.front().isUpper();
    }
    return run - from >= 2 && 2 * amid >= run - from ? run - from + 1 : 1;
}

// "open-" at the margin goes on with "weights".
static bool brokenWord(const QString& text)
{
    return text.size() >= 2 && text.endsWith(u'-') && text.at(text.size() - 2).isLetterOrNumber();
}

QList<TextLine> unwrapped(const QList<TextLine>& lines)
{
    QList<TextLine> out;
    for (qsizetype i = 0; i < lines.size();) {
        const qsizetype run = wrappedRun(lines, i);
        TextLine line = lines[i];
        for (qsizetype j = 1; j < run; ++j)
            line.text += (brokenWord(line.text) ? QString() : u" "_s) + lines[i + j].text;
        out.append(line);
        i += run;
    }
    return out;
}

QString withoutLeadingSigns(const QString& text)
{
    qsizetype start = 0;
    while (start < text.size()) {
        const QChar c = text.at(start);
        const bool sign = c.isSurrogate() || c.category() == QChar::Symbol_Other || c.isSpace() ||
                          c.unicode() == 0x200d || c.unicode() == 0x200c || c.unicode() == 0xfe0f ||
                          (c.unicode() >= 0x200e && c.unicode() <= 0x200f);
        if (!sign)
            break;
        ++start;
    }
    return text.mid(start);
}

} // namespace Scoredesk
