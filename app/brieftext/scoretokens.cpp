// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/scoretokens.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

using Kind = ScoreToken::Kind;

Score WrittenValue::score() const
{
    switch (kind) {
    case Score::Kind::Unset:
        return {};
    case Score::Kind::NotApplicable:
        return Score::notApplicable();
    case Score::Kind::Value:
        break;
    }
    return Score::fromNumber(number);
}

bool WrittenValue::isFiner() const
{
    return kind == Score::Kind::Value && std::abs(number * 10 - std::round(number * 10)) > 1e-9;
}

namespace {

const QRegularExpression& valuePattern()
{
    static const QRegularExpression pattern(
        u"(?<na>n\\s?/\\s?a(?!\\p{L})|n\\.\\s?a\\.|not applicable|(?:na|x)(?![\\p{L}\\d@]))"
        "|(?<unset>(?:unset|unscored|tbd|pending|none|null|not (?:yet "
        ")?(?:scored|judged|rated|set))(?![\\p{L}\\d]))"
        "|(?<number>[-−+]?\\d{1,4}(?:[.,]\\d{1,6})?)(?:\\s*(?<percent>%)|\\s*(?:/|out "
        "of|of)\\s*(?<of>\\d{1,3})"
        "(?:[.,]0+)?)?(?:\\s*(?:pts|points?)(?!\\p{L}))?(?![\\d.,]\\d)(?!\\d)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

WrittenValue valueFrom(const QRegularExpressionMatch& match)
{
    WrittenValue value;
    value.text = match.captured().trimmed();
    if (match.hasCaptured(u"na")) {
        value.kind = Score::Kind::NotApplicable;
    } else if (match.hasCaptured(u"number")) {
        value.kind = Score::Kind::Value;
        QString digits = match.captured(u"number");
        digits.replace(u',', u'.').replace(u'−', u'-');
        const double written = digits.toDouble();
        value.outOf = match.hasCaptured(u"percent") ? 100 : match.captured(u"of").toInt();
        const bool scaled = value.outOf == 5 || value.outOf == 20 || value.outOf == 100;
        value.number = scaled ? written * 10 / value.outOf : written;
        if (match.hasCaptured(u"of") && !scaled && value.outOf != 10)
            value.fault = WrittenValue::Fault::Unreadable;
        else if (!(value.number >= 0 && value.number <= 10))
            value.fault = WrittenValue::Fault::OutOfRange;
    }
    return value;
}

std::optional<QRegularExpressionMatch> valueAt(const QString& line, qsizetype at)
{
    auto match = valuePattern().match(line, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch() || match.capturedLength() == 0)
        return std::nullopt;
    return match;
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—' || c == u'−' || c == u'‒' || c == u'―';
}

// Signs, leaders and the blocks that pages draw bars with.
bool isSign(QChar c)
{
    static const QString signs = u":：=|·•.,;_~≈→>▸*…‥/?!#'’\"+[]{}ⓘ"_s;
    const char16_t u = c.unicode();
    return c.isSpace() || isDash(c) || signs.contains(c) || c.isSurrogate() || (u >= 0x2500 && u <= 0x27bf) ||
           (u >= 0x200c && u <= 0x200f) || u == 0xfe0f || c.category() == QChar::Symbol_Other;
}

/// Walks along one line.
class Tokenizer {
public:
    Tokenizer(const QString& line, const Labels& labels) : m_line(line), m_labels(labels) {}

    std::optional<QList<ScoreToken>> run()
    {
        // No line of a card is long; a paragraph need not be walked.
        constexpr qsizetype longest = 1200;
        if (m_line.size() > longest)
            return std::nullopt;
        while (m_at < m_line.size())
            if (!step())
                return std::nullopt;
        if (m_tokens.isEmpty())
            return std::nullopt;
        return m_tokens;
    }

private:
    bool step()
    {
        const qsizetype before = m_at;
        skipSigns();
        const QString skipped = m_line.mid(before, m_at - before);
        const bool atEnd = m_at == m_line.size();
        if (readsDashAsUnset(skipped, atEnd))
            m_tokens.append({Kind::Value, {}, WrittenValue{{}, 0, 0, {}, skipped.trimmed()}, {}, false});
        if (atEnd)
            return true;
        return value() || label() || bracket() || degree() || reason(skipped);
    }

    void skipSigns()
    {
        while (m_at < m_line.size() && isSign(m_line.at(m_at)) && !isMinus())
            ++m_at;
    }

    // A dash before a digit is a minus where something other than a blank word parts it from the label.
    bool isMinus() const
    {
        const QChar c = m_line.at(m_at);
        if ((c != u'-' && c != u'−') || m_at + 1 >= m_line.size() || !m_line.at(m_at + 1).isDigit())
            return false;
        return m_at == 0 || m_line.at(m_at - 1).isSpace() || m_line.at(m_at - 1) == u':';
    }

    // "Stakes: –" is a value nobody set; "Stakes — 8.0" has its dash as a mere sign.
    bool readsDashAsUnset(const QString& skipped, bool atEnd) const
    {
        if (m_tokens.isEmpty() || m_tokens.last().kind != Kind::Label)
            return false;
        bool dash = false;
        for (const QChar c : skipped)
            dash = dash || isDash(c);
        if (!dash)
            return skipped.contains(u'?') && atEnd;
        return atEnd || (!valueAt(m_line, m_at) && m_labels.at(m_line, m_at));
    }

    bool value()
    {
        const auto match = valueAt(m_line, m_at);
        if (!match)
            return false;
        m_tokens.append({Kind::Value, {}, valueFrom(*match), {}, false});
        m_at += match->capturedLength();
        return true;
    }

    bool label()
    {
        if (m_at > 0 && m_line.at(m_at - 1).isLetter() && !afterNotApplicable())
            return false;
        const auto found = m_labels.at(m_line, m_at);
        if (!found)
            return false;
        m_tokens.append({Kind::Label, found->dimension, {}, m_line.mid(m_at, found->length), false});
        m_at += found->length;
        return true;
    }

    bool afterNotApplicable() const
    {
        return !m_tokens.isEmpty() && m_tokens.last().kind == Kind::Value &&
               m_tokens.last().value.kind == Score::Kind::NotApplicable;
    }

    bool bracket()
    {
        if (m_line.at(m_at) != u'(' || m_tokens.isEmpty())
            return false;
        const qsizetype close = m_line.indexOf(u')', m_at);
        if (close < 0)
            return false;
        const QString inner = m_line.mid(m_at + 1, close - m_at - 1).trimmed();
        if (const auto within = Tokenizer(inner, m_labels).run(); within && namesLabel(*within)) {
            m_tokens += *within; // "Impact 7.4 (stakes 7, novelty 6.5)"
            m_at = close + 1;
            return true;
        }
        ScoreToken token{Kind::Other, {}, {}, m_line.mid(m_at, close + 1 - m_at), true};
        if (auto value = writtenValue(inner)) {
            token.kind = Kind::Value;
            token.value = *value;
        }
        m_tokens.append(token);
        m_at = close + 1;
        return true;
    }

    static bool namesLabel(const QList<ScoreToken>& tokens)
    {
        return std::any_of(tokens.begin(), tokens.end(),
                           [](const ScoreToken& token) { return token.kind == Kind::Label; });
    }

    bool degree()
    {
        if (m_tokens.isEmpty() || m_tokens.last().kind == Kind::Label)
            return false;
        static const QRegularExpression word(u"[\\p{L} ]{2,30}"_s);
        const auto match = word.match(m_line, m_at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || !m_labels.isDegree(match.captured()))
            return false;
        m_tokens.append({Kind::Other, {}, {}, match.captured().trimmed(), false});
        m_at += match.capturedLength();
        return true;
    }

    // "Stakes 7.0 — affects millions": words behind one label and its value, set off by a sign.
    bool reason(const QString& skipped)
    {
        qsizetype labelCount = 0;
        qsizetype values = 0;
        for (const ScoreToken& token : m_tokens) {
            labelCount += token.kind == Kind::Label;
            values += token.kind == Kind::Value;
        }
        if (labelCount != 1 || values == 0 || m_tokens.first().kind != Kind::Label ||
            skipped.trimmed().isEmpty())
            if (labelCount != 1 || values == 0 || !skipped.contains(u'\t'))
                return false;
        m_tokens.append({Kind::Reason, {}, {}, m_line.mid(m_at).trimmed(), false});
        m_at = m_line.size();
        return true;
    }

    const QString& m_line;
    const Labels& m_labels;
    QList<ScoreToken> m_tokens;
    qsizetype m_at = 0;
};

} // namespace

std::optional<WrittenValue> writtenValue(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() == 1 && isDash(trimmed.front()))
        return WrittenValue{{}, 0, 0, {}, trimmed};
    const auto match = valueAt(trimmed, 0);
    if (!match || match->capturedLength() != trimmed.size())
        return std::nullopt;
    return valueFrom(*match);
}

std::optional<QList<ScoreToken>> scoreTokens(const QString& line, const Labels& labels)
{
    if (line.size() == 1 && isDash(line.front()))
        return QList<ScoreToken>{{Kind::Value, {}, WrittenValue{{}, 0, 0, {}, line}, {}, false}};
    return Tokenizer(line, labels).run();
}

std::optional<LabelledWords> labelledWords(const QString& line, const Labels& labels)
{
    const auto found = labels.at(line, 0);
    if (!found)
        return std::nullopt;
    static const QRegularExpression sign(u"^(?:\\s*[:：=|\\t]+\\s*|\\s+[—–-]\\s+|\\s*\\.{2,}\\s*)(?=\\S)"_s);
    const QString rest = line.mid(found->length);
    const auto match = sign.match(rest);
    if (!match.hasMatch())
        return std::nullopt;
    return LabelledWords{found->dimension, rest.mid(match.capturedLength()), {}};
}

std::optional<LabelledWords> unknownScore(const QString& line, const Labels& labels)
{
    constexpr qsizetype longest = 80;
    static const QRegularExpression named(
        u"^(\\p{L}[\\p{L}\\p{N}_’'/&-]*(?: [\\p{L}\\p{N}_’'/&-]+){0,3})\\s*(?:[:：=|\\t]|\\.{2,})\\s*(\\S.*?)[\\s|]*$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (line.size() > longest || labels.at(line, 0))
        return std::nullopt;
    const auto match = named.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const auto value = writtenValue(match.captured(2));
    if (!value || value->kind != Score::Kind::Value || value->fault != WrittenValue::Fault::None)
        return std::nullopt;
    return LabelledWords{{}, match.captured(2), match.captured(1)};
}

bool isValueInWords(const QString& text, const Labels& labels)
{
    // N is a number, _ what parts two words. "Seven and Nine" is no value, but two outlets.
    static const QRegularExpression value(
        QString(u"^(?:(?:minus|plus|negative)_)?(?:N(?:_and_a_half)?|(?:N_)?point(?:_N)+|half)"
                "(?:_(?:out_)?of_(?:N|10))?$"_s)
            .replace(u'_', u"[\\s-]+"_s)
            .replace(u'N',
                     u"(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"_s),
        QRegularExpression::CaseInsensitiveOption);
    return labels.isDegree(text) || value.match(text.trimmed()).hasMatch();
}

} // namespace Scoredesk
