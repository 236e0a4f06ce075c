// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/quantities.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// A longer run of digits is no number a person wrote into a sentence.
constexpr qsizetype mostDigits = 18;

double scaleOf(const QString& suffix)
{
    static const QMap<QString, double> scales = {
        {u"thousand"_s, 1e3}, {u"k"_s, 1e3},    {u"million"_s, 1e6}, {u"mn"_s, 1e6},        {u"m"_s, 1e6},
        {u"billion"_s, 1e9},  {u"bn"_s, 1e9},   {u"b"_s, 1e9},       {u"trillion"_s, 1e12}, {u"tn"_s, 1e12},
        {u"t"_s, 1e12},       {u"lakh"_s, 1e5}, {u"crore"_s, 1e7},
    };
    return scales.value(suffix.toLower(), 1);
}

const QRegularExpression& numberForm()
{
    static const QRegularExpression form(
        u"(?<currency>[$€£¥₹]\\s?)?"
        "(?<number>\\d+(?:\\.\\d+){2,}"                                           // 0.3.6
        "|\\d{1,3}(?:[,’'\\x{00A0}\\x{202F}\\x{2009}]\\d{3})+(?!\\d)(?:\\.\\d+)?" // 1,351
        "|\\d+(?:[.,]\\d+)?)"
        "(?:(?:[\\s\\x{00A0}\\x{202F}-]?(?<word>thousand|million|billion|trillion|lakh|crore|mn|bn|tn)"
        "|(?<letter>[kKmMbBtT]))(?![A-Za-z0-9]))?"
        "(?<percent>[\\s\\x{00A0}\\x{202F}]?(?:%|‰|per\\s?cent\\b|pp\\b|percentage points?\\b|-percent\\b))?"_s);
    return form;
}

/// "1,351" and "1 351" are thousands; "1,5" is a decimal comma.
QString plainDigits(const QString& number)
{
    static const QRegularExpression grouped(
        u"^\\d{1,3}(?:[,’'\\x{00A0}\\x{202F}\\x{2009}]\\d{3})+(?:\\.\\d+)?$"_s);
    QString digits = number;
    if (grouped.match(number).hasMatch())
        return digits.remove(QRegularExpression(u"[^\\d.]"_s));
    return digits.replace(u',', u'.');
}

Quantity quantityOf(const QRegularExpressionMatch& match)
{
    Quantity quantity;
    quantity.position = match.capturedStart();
    quantity.length = match.capturedLength();
    quantity.text = match.captured().trimmed();
    quantity.money = match.capturedLength(u"currency"_s) > 0;
    const QString number = match.captured(u"number"_s);
    if (number.count(u'.') > 1) {
        quantity.kind = Quantity::Kind::Version;
        return quantity;
    }
    const QString digits = plainDigits(number);
    const double mantissa = digits.toDouble();
    const qsizetype point = digits.indexOf(u'.');
    quantity.step = point < 0 ? 1 : std::pow(10, -double(digits.size() - point - 1));
    quantity.values = {mantissa};
    const QString letter = match.captured(u"letter"_s);
    const double scale = scaleOf(letter.isEmpty() ? match.captured(u"word"_s) : letter);
    if (scale != 1) {
        const bool certain = letter.isEmpty() || letter != u"m" || quantity.money;
        if (certain)
            quantity.values.clear();
        quantity.values.append(mantissa * scale);
        quantity.scale = scale;
        quantity.step *= scale;
        quantity.kind = Quantity::Kind::Scaled;
    }
    if (match.capturedLength(u"percent"_s) > 0)
        quantity.kind = Quantity::Kind::Percent;
    return quantity;
}

bool isLetter(const QString& text, qsizetype index)
{
    return index >= 0 && index < text.size() && text.at(index).isLetter();
}

/// Digits that are part of a name: letters before them (other than a "v"), or one letter after that is
/// neither a scale nor "x".
bool standsInName(const QString& text, qsizetype start, qsizetype end)
{
    if (isLetter(text, start - 1)) {
        const bool version = (text.at(start - 1) == u'v' || text.at(start - 1) == u'V') &&
                             !(start >= 2 && text.at(start - 2).isLetterOrNumber());
        if (!version)
            return true;
    }
    return isLetter(text, end) && !isLetter(text, end + 1) && text.at(end).toLower() != u'x';
}

bool equal(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// In "1.6–2.2M" or "10 to 15 million" the first number is in millions too.
void inheritScales(const QString& text, QList<Quantity>& quantities)
{
    static const QRegularExpression between(u"^\\s?(?:-|–|—|to|and|or)\\s?$"_s);
    for (qsizetype i = 0; i + 1 < quantities.size(); ++i) {
        Quantity& first = quantities[i];
        const Quantity& second = quantities.at(i + 1);
        const qsizetype end = first.position + first.length;
        if (first.kind != Quantity::Kind::Plain || second.kind != Quantity::Kind::Scaled ||
            !between.match(text.mid(end, second.position - end)).hasMatch())
            continue;
        first.values.append(first.values.first() * second.scale);
    }
}

const QMap<QString, int>& smallNumbers()
{
    static const QMap<QString, int> numbers = {
        {u"one"_s, 1},        {u"two"_s, 2},       {u"three"_s, 3},     {u"four"_s, 4},
        {u"five"_s, 5},       {u"six"_s, 6},       {u"seven"_s, 7},     {u"eight"_s, 8},
        {u"nine"_s, 9},       {u"ten"_s, 10},      {u"eleven"_s, 11},   {u"twelve"_s, 12},
        {u"thirteen"_s, 13},  {u"fourteen"_s, 14}, {u"fifteen"_s, 15},  {u"sixteen"_s, 16},
        {u"seventeen"_s, 17}, {u"eighteen"_s, 18}, {u"nineteen"_s, 19}, {u"dozen"_s, 12},
        {u"hundred"_s, 100},  {u"twice"_s, 2},     {u"double"_s, 2},    {u"doubles"_s, 2},
        {u"doubled"_s, 2},    {u"triple"_s, 3},    {u"triples"_s, 3},   {u"tripled"_s, 3},
        {u"tenfold"_s, 10},
    };
    return numbers;
}

const QMap<QString, int>& tens()
{
    static const QMap<QString, int> numbers = {
        {u"twenty"_s, 20}, {u"thirty"_s, 30},  {u"forty"_s, 40},  {u"fifty"_s, 50},
        {u"sixty"_s, 60},  {u"seventy"_s, 70}, {u"eighty"_s, 80}, {u"ninety"_s, 90},
    };
    return numbers;
}

} // namespace

QList<Quantity> quantitiesIn(const QString& text, bool insideNames)
{
    QList<Quantity> quantities;
    auto matches = numberForm().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength(u"number"_s) > mostDigits)
            continue;
        if (!insideNames && standsInName(text, match.capturedStart(), match.capturedEnd()))
            continue;
        quantities.append(quantityOf(match));
    }
    inheritScales(text, quantities);
    return quantities;
}

bool meansSame(const Quantity& general, const Quantity& exact)
{
    if (general.kind == Quantity::Kind::Version || exact.kind == Quantity::Kind::Version)
        return general.text == exact.text;
    for (const double a : general.values)
        for (const double b : exact.values)
            if (equal(a, b))
                return true;
    // A headline rounds: "$2B" for 2.1 billion, "93%" for 93.2 percent. A bare "3" is no rounding of 3.2.
    const bool comparable = general.kind == exact.kind &&
                            (general.kind != Quantity::Kind::Plain || (general.money && exact.money));
    return comparable && std::abs(general.values.last() - exact.values.last()) <= general.step / 2 + 1e-9;
}

std::optional<int> numberFromWords(const QString& words)
{
    const QStringList parts = words.toLower().split(QRegularExpression(u"[\\s-]+"_s), Qt::SkipEmptyParts);
    if (parts.size() == 1) {
        if (const int number = smallNumbers().value(parts.first(), 0))
            return number;
        if (const int number = tens().value(parts.first(), 0))
            return number;
    } else if (parts.size() == 2) {
        const int unit = smallNumbers().value(parts.last(), 0);
        if (const int ten = tens().value(parts.first(), 0); ten && unit >= 1 && unit <= 9)
            return ten + unit;
        if (unit && (parts.first() == u"a" || (parts.first() == u"one" && unit >= 12)))
            return unit;
    }
    return std::nullopt;
}

QList<Quantity> numberWordsIn(const QString& text)
{
    static const QRegularExpression form(
        u"\\b(?:%1|(?:%2)(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?)\\b(?:[\\s-](?<word>thousand|million|billion|trillion)\\b)?"_s
            .arg(QStringList(smallNumbers().keys()).join(u'|'), QStringList(tens().keys()).join(u'|')),
        QRegularExpression::CaseInsensitiveOption);
    QList<Quantity> quantities;
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString scale = match.captured(u"word"_s);
        const QString words = match.captured().chopped(scale.isEmpty() ? 0 : scale.size() + 1);
        const std::optional<int> number = numberFromWords(words);
        if (!number)
            continue;
        Quantity quantity;
        quantity.position = match.capturedStart();
        quantity.length = match.capturedLength();
        quantity.text = match.captured();
        quantity.scale = scaleOf(scale);
        quantity.step = quantity.scale;
        quantity.values = {*number * quantity.scale};
        quantity.kind = scale.isEmpty() ? Quantity::Kind::Plain : Quantity::Kind::Scaled;
        quantities.append(quantity);
    }
    return quantities;
}

} // namespace Scoredesk
