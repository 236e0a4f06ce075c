// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/joinedtext.h"

#include "app/brieftext/scoretokens.h"

#include <QRegularExpression>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Span {
    qsizetype start = 0;
    qsizetype end = 0;
};

// A label with a value behind it, at `at` of the text; its end, or −1.
qsizetype pairEnd(const QString& text, qsizetype at, const Labels& labels)
{
    static const QRegularExpression value(
        u"\\s*[:=·|—–-]?\\s*(?:\\d{1,2}(?:[.,]\\d{1,2})?(?:\\s*/\\s*10)?(?![\\d%]|\\s*outlets)|N/A)"_s);
    const auto label = labels.at(text, at);
    if (!label)
        return -1;
    const auto match = value.match(text, at + label->length, QRegularExpression::NormalMatch,
                                   QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.capturedEnd() : -1;
}

bool isParting(QChar c)
{
    return c.isSpace() || u",;·|•/-–—"_s.contains(c);
}

// The first run of at least four pairs with nothing but signs between them.
std::optional<Span> cardSpan(const QString& text, const Labels& labels)
{
    constexpr int fewestPairs = 4;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text.at(at).isLetter() || (at > 0 && text.at(at - 1).isLetter()))
            continue;
        Span span{at, at};
        int pairs = 0;
        qsizetype here = at;
        for (qsizetype end = pairEnd(text, here, labels); end >= 0; end = pairEnd(text, here, labels)) {
            ++pairs;
            span.end = here = end;
            while (here < text.size() && isParting(text.at(here)))
                ++here;
            if (here >= text.size())
                break;
        }
        if (pairs >= fewestPairs)
            return span;
        if (span.end > at)
            at = span.end - 1;
    }
    return std::nullopt;
}

void append(QList<TextLine>& out, const TextLine& from, const QString& text)
{
    TextLine line = from;
    line.text = text.trimmed();
    line.gap = from.gap && out.isEmpty();
    if (!line.text.isEmpty())
        out.append(line);
}

} // namespace

static QList<TextLine> partedLine(const TextLine& line, const Labels& labels)
{
    // The heading with its overall stands right before the card, the coverage right behind it.
    static const QRegularExpression heading(
        u"(?:impact\\s+)?score\\s?card\\s*:?\\s*(?:\\d{1,2}(?:[.,]\\d{1,3})?\\s*/\\s*10)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression coverage(
        u"^\\s*((?:coverage\\s*:?\\s*)?\\d+\\s*outlets?(?:\\s*[·,(&]?\\s*\\d+\\s*tier[\\s-]*1\\)?)?)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression outlets(u"^([^.…]{2,400}(?:…|\\.\\.\\.|\\d+ more))\\s+(?=\\S)"_s);
    const auto span = cardSpan(line.text, labels);
    if (!span || scoreTokens(line.text, labels))
        return {line};
    QList<TextLine> out;
    QString before = line.text.left(span->start);
    static const QRegularExpression source(u"^(.{15,220}?)\\s+(·\\S+)\\s+(?=[\\p{Lu}@])"_s);
    if (const auto match = source.match(before); match.hasMatch()) {
        append(out, line, match.captured(1));
        append(out, line, match.captured(2));
        before.remove(0, match.capturedLength());
    }
    constexpr qsizetype headingRoom = 60;
    const QString tail = before.right(headingRoom);
    if (const auto match = heading.match(tail); match.hasMatch()) {
        append(out, line, before.left(before.size() - match.capturedLength()));
        append(out, line, match.captured());
    } else {
        append(out, line, before);
    }
    append(out, line, line.text.mid(span->start, span->end - span->start));
    QString after = line.text.mid(span->end);
    if (const auto match = coverage.match(after); match.hasMatch()) {
        append(out, line, match.captured(1));
        after.remove(0, match.capturedLength());
        if (const auto names = outlets.match(after); names.hasMatch()) {
            append(out, line, names.captured(1));
            after.remove(0, names.capturedLength());
        }
    }
    TextLine rest = line;
    rest.text = after.trimmed();
    rest.gap = false;
    while (rest.text.startsWith(u'.') || rest.text.startsWith(u'·'))
        rest.text = rest.text.mid(1).trimmed();
    if (!rest.text.isEmpty())
        out += partedLine(rest, labels);
    return out;
}

QList<TextLine> parted(const QList<TextLine>& lines, const Labels& labels)
{
    // Labels are few and paragraphs long: only a line with the room for a card, and no endless one, is
    // searched.
    constexpr qsizetype shortest = 60;
    constexpr qsizetype longest = 100'000;
    QList<TextLine> out;
    for (const TextLine& line : lines) {
        if (line.text.size() < shortest || line.text.size() > longest)
            out.append(line);
        else
            out += partedLine(line, labels);
    }
    return out;
}

} // namespace Scoredesk
