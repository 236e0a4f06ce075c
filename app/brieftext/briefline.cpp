// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/briefline.h"

#include "app/brieftext/sentences.h"

#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

using Part = BriefLine::Part;

namespace {

bool isRule(const QString& text)
{
    static const QRegularExpression rule(u"^[\\s|:+\\-=─━_*~—–·.•]{3,}$"_s);
    return text.size() >= 3 && rule.match(text).hasMatch();
}

bool isCardHeader(const QString& text)
{
    static const QRegularExpression header(u"^(?:(?:dimension|metric|criterion|criteria|factor|score|value|"
                                           u"rating|weight|weighting|notes?|rationale|reason|bar|why)"
                                           "s?[\\s|:·/,()0-9%–-]*){2,}$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 80 && header.match(text).hasMatch();
}

std::optional<qsizetype> cardHeadingLength(const QString& text)
{
    static const QRegularExpression heading(
        u"^(?:the\\s+)?(?:(?:impact|story|news|overall|editorial)[\\s\\-]*)?(?:score[\\s-]*card|score "
        u"breakdown|score card)s?(?!\\p{L})"
        "|^(?:impact (?:assessment|breakdown|rating card)|scores|scoring|ratings)(?!\\p{L})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = heading.match(text);
    return match.hasMatch() ? std::optional(match.capturedLength()) : std::nullopt;
}

// The number that a list puts over each of its stories.
bool isRank(const QString& text)
{
    static const QRegularExpression rank(u"^[#(]?\\d{1,3}[.):]?$"_s);
    return rank.match(text).hasMatch();
}

// "9,200 mentions · 4,100 upvotes": what readers did, which a copied brief gives no finer place.
bool isReception(const QString& text)
{
    static const QRegularExpression counted(u"^(?:[\\w/"
                                            u"@.:]{1,25}\\s){0,2}\\d[\\d.,]*\\s?[kKmM]?\\s+(?:mentions?|"
                                            u"upvotes?|likes?|points|pts|comments?|stars|"
                                            "reposts?|retweets?|views)(?:\\s(?:on|in)\\s[\\w/ ]{1,25})?$"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression parting(u"\\s*[·|•;]\\s*|,\\s+"_s);
    constexpr qsizetype longest = 160;
    const QStringList parts =
        text.size() <= longest ? text.split(parting, Qt::SkipEmptyParts) : QStringList();
    return !parts.isEmpty() && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
        return counted.match(part).hasMatch();
    });
}

bool only(const QList<ScoreToken>& tokens, ScoreToken::Kind kind)
{
    return std::all_of(tokens.begin(), tokens.end(), [kind](const ScoreToken& token) {
        return token.kind == kind || token.kind == ScoreToken::Kind::Other;
    });
}

bool namesScale(const QList<ScoreToken>& tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const ScoreToken& token) {
        return token.value.outOf == 10 || token.value.outOf == 100;
    });
}

/// Looks at one line by itself.
class Classifier {
public:
    Classifier(const Labels& labels, const QStringList& categories)
        : m_labels(labels), m_categories(categories)
    {
    }

    /// `mayBeCard` is off for a line that its neighbours have shown to be none.
    BriefLine operator()(const TextLine& line, bool mayBeCard = true) const
    {
        BriefLine out;
        out.line = line;
        const QString text = withoutLeadingSigns(line.text);
        if (text.isEmpty())
            out.part = isRule(line.text) ? Part::Rule : Part::Noise;
        else if (isRule(text))
            out.part = Part::Rule;
        else
            (void)(readsUrl(out, text) || (mayBeCard && readsCard(out, text)) || readsCoverage(out, text) ||
                   readsSection(out, text) || readsBadScore(out, text, mayBeCard) || readsAside(out, text) ||
                   readsSource(out, text));
        return out;
    }

private:
    static bool readsUrl(BriefLine& out, const QString& text)
    {
        static const QRegularExpression bare(u"^<?((?:https?://|www\\.)\\S+?)>?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression linked(
            u"^\\[([^\\]]{1,400})\\]\\((https?://[^\\s)]+)\\)(?:\\s*(?:[—–·|-]|via)\\s*(\\S.{0,47}))?$"_s,
            QRegularExpression::CaseInsensitiveOption);
        constexpr qsizetype longest = 4000;
        if (text.size() > longest)
            return false;
        if (const auto match = bare.match(text); match.hasMatch()) {
            out.part = Part::Url;
            out.url = match.captured(1);
            return true;
        }
        if (const auto match = linked.match(text); match.hasMatch()) {
            out.line.text = match.captured(1).trimmed();
            out.url = match.captured(2);
            if (match.hasCaptured(3))
                out.parts = {match.captured(3).trimmed()};
            return true;
        }
        return false;
    }

    bool readsCard(BriefLine& out, const QString& text) const
    {
        static const QRegularExpression vector(u"^[a-z][a-z0-9_-]*:\\d+(?:/[A-Z0-9]{1,8}:[\\dX.]+)+$"_s);
        static const QRegularExpression scale(u"^(?:/|out of)\\s*10(?:\\.0)?$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        if (vector.match(text).hasMatch())
            out.part = Part::Vector;
        else if (scale.match(text).hasMatch())
            out.part = Part::Scale;
        else if (isCardHeader(text))
            out.part = Part::CardHeader;
        else if (const auto length = cardHeadingLength(text)) {
            const QString rest = text.mid(*length).trimmed();
            if (auto tokens = scoreTokens(rest, m_labels))
                out.tokens = *tokens;
            else if (rest.size() > 40)
                return false;
            else
                out.leftover = rest;
            out.part = Part::CardHeading;
        } else if (auto tokens = scoreTokens(text, m_labels)) {
            out.part = Part::Scores;
            out.tokens = *tokens;
        }
        return out.part != Part::Text;
    }

    static bool readsCoverage(BriefLine& out, const QString& text)
    {
        const auto found = coverageLine(text);
        if (!found)
            return false;
        out.part = Part::Coverage;
        out.coverage = *found;
        return true;
    }

    bool readsSection(BriefLine& out, const QString& text) const
    {
        const auto found = sectionLabel(text);
        if (!found)
            return false;
        if (found->section == Section::Coverage && isCoverageInWords(text, found->rest))
            return false;
        out.part = Part::Section;
        out.section = *found;
        return true;
    }

    // "coverage = minus two" is a value in words, not an outlet of that name. Outlets are called Nine, Seven
    // and Ten, so that one word alone is a value only behind an equals sign, or where it is written small.
    bool isCoverageInWords(const QString& text, const QString& rest) const
    {
        if (!m_labels.at(text, 0) || !isValueInWords(rest, m_labels))
            return false;
        const bool oneWord = !rest.contains(u' ') && !rest.contains(u'-');
        return !oneWord || m_labels.isDegree(rest) || rest.front().isLower() ||
               QStringView(text).chopped(rest.size()).contains(u'=');
    }

    bool readsBadScore(BriefLine& out, const QString& text, bool mayBeCard) const
    {
        constexpr qsizetype longest = 400;
        auto found = text.size() <= longest ? labelledWords(text, m_labels) : std::nullopt;
        if (!found && mayBeCard)
            found = unknownScore(text, m_labels);
        if (!found)
            return false;
        out.part = Part::BadScore; // stands only beside other lines of a card; see settle()
        out.bad = *found;
        return true;
    }

    bool readsAside(BriefLine& out, const QString& text) const
    {
        static const QRegularExpression verdict(
            u"^(?:(high|medium|low)[\\s-]+trust|trust\\s+(?:is\\s+)?(high|medium|low))\\s*[.!]?$"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression hashtags(u"^(?:#[\\p{L}\\p{N}_-]+[\\s,]*)+$"_s,
                                                 QRegularExpression::UseUnicodePropertiesOption);
        if (const auto match = verdict.match(text); match.hasMatch()) {
            out.section = {Section::TrustVerdict, match.captured(1) + match.captured(2), false};
            out.part = Part::Section;
        } else if (text.size() < 300 && hashtags.match(text).hasMatch()) {
            out.section = {Section::Tags, text, false};
            out.part = Part::Section;
        } else if (m_categories.contains(text, Qt::CaseInsensitive)) {
            out.section = {Section::Category, text, false};
            out.part = Part::Section;
        } else if (writtenDate(text).isValid()) {
            out.section = {Section::Published, text, false};
            out.part = Part::Section;
        } else if (isPageNoise(text) || isRank(text) || isReception(text)) {
            out.part = Part::Noise;
        }
        return out.part != Part::Text;
    }

    static bool readsSource(BriefLine& out, const QString& text)
    {
        static const QRegularExpression dot(u"^[·∙⋅‧•]\\s*(?=[\\p{L}\\p{N}@/#])"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression via(u"^(?:via|—|–)\\s+(?=[\\p{L}@])"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression parting(u"\\s*[·∙⋅‧•]\\s*"_s);
        constexpr qsizetype longest = 140;
        if (text.size() > longest || out.line.heading)
            return false;
        QString rest = text;
        bool led = false;
        for (const auto* pattern : {&dot, &via})
            if (const auto match = pattern->match(text); match.hasMatch() && !led) {
                rest = text.mid(match.capturedLength());
                led = true;
            }
        QStringList parts = rest.split(parting, Qt::SkipEmptyParts);
        const bool brief =
            std::all_of(parts.begin(), parts.end(), [](const QString& part) { return part.size() <= 48; });
        const bool sentence = rest.endsWith(u'.') || rest.contains(u". "_s);
        if (parts.isEmpty() || !brief || sentence || (!led && parts.size() < 2))
            return false;
        out.part = Part::SourceLine;
        out.parts = parts;
        return true;
    }

    const Labels& m_labels;
    const QStringList& m_categories;
};

bool hasLabel(const BriefLine& line)
{
    return line.part == Part::Scores && !only(line.tokens, ScoreToken::Kind::Value);
}

const BriefLine* beside(const QList<BriefLine>& lines, qsizetype at)
{
    return at >= 0 && at < lines.size() ? &lines[at] : nullptr;
}

// A number alone, or a word that is also a dimension's, is part of a card only beside one.
void settleScores(QList<BriefLine>& lines, qsizetype i, const Classifier& classifier)
{
    BriefLine& line = lines[i];
    const BriefLine* before = beside(lines, i - 1);
    const BriefLine* after = beside(lines, i + 1);
    const auto isValueLine = [](const BriefLine* other) {
        return other && other->part == Part::Scores && only(other->tokens, ScoreToken::Kind::Value);
    };
    if (only(line.tokens, ScoreToken::Kind::Value)) {
        const bool beforeCard = before && (before->isCard() || hasLabel(*before));
        // "Stakes", a line on what it means, "7.0".
        constexpr qsizetype longestDescription = 120;
        const BriefLine* label = beside(lines, i - 2);
        const bool described = before && before->part == Part::Text && label && hasLabel(*label) &&
                               only(label->tokens, ScoreToken::Kind::Label) &&
                               before->line.text.size() <= longestDescription;
        const bool stands = beforeCard || described || namesScale(line.tokens) ||
                            (after && (hasLabel(*after) || after->part == Part::Scale));
        // "·X" is a source, not a value that does not apply.
        if (!stands || u"·∙⋅‧•"_s.contains(line.line.text.front()))
            line = classifier(line.line, false);
        return;
    }
    if (!only(line.tokens, ScoreToken::Kind::Label) || line.tokens.size() != 1)
        return;
    // A label alone: of a cell, or above a part of the brief that bears the same name.
    const ScoreToken& label = line.tokens.first();
    const bool value = isValueLine(after) || isValueLine(before);
    const bool overCoverage =
        after && (after->part == Part::Coverage ||
                  (!value && !hasLabel(*after) && namedOutlets(after->line.text, true)));
    if (label.dimension == "coverage"_L1 && overCoverage) {
        line.part = Part::Section;
        line.section = {Section::Coverage, {}, false};
    } else if (label.dimension.isEmpty() && !value && !(after && after->part == Part::Scale)) {
        const bool heads =
            after && after->part == Part::Text && label.text.contains("impact"_L1, Qt::CaseInsensitive);
        line.part = heads ? Part::Section : after && after->isCard() ? Part::CardHeading : Part::Noise;
        line.section = {Section::WhyItMatters, {}, false};
        line.tokens.clear();
    } else if (!value && !(before && before->isCard()) && !(after && after->isCard())) {
        line = classifier(line.line, false);
    }
}

void settleBadScore(QList<BriefLine>& lines, qsizetype i, const Classifier& classifier, const Labels& labels)
{
    BriefLine& line = lines[i];
    constexpr qsizetype longestValue = 40;
    const BriefLine* before = beside(lines, i - 1);
    const BriefLine* after = beside(lines, i + 1);
    const bool underCard = before && before->isCard();
    const bool overCard = after && after->isCard() && after->part != Part::BadScore;
    // "iPhone: 9" above a card is its story's headline, or the last words of its summary ("Seats won: 9"),
    // and below a blank line the next story's headline.
    const bool unknown = !line.bad.unknown.isEmpty();
    const bool inCard = unknown ? underCard && !line.line.gap : underCard || overCard;
    if (inCard && line.bad.words.size() <= longestValue)
        return;
    if (unknown) {
        line = classifier(line.line, false);
        return;
    }
    // A value in words needs no card around it to be one.
    if (!line.bad.dimension.isEmpty() && isValueInWords(line.bad.words, labels))
        return;
    line.part = Part::Text;
    if (line.bad.dimension.isEmpty() && line.line.text.startsWith("impact"_L1, Qt::CaseInsensitive) &&
        line.bad.words.size() > 100) {
        line.part = Part::Section;
        line.section = {Section::WhyItMatters, line.bad.words, false};
    }
}

// "A · B" is a source line only under a headline (or over one); dots part other things too.
void settleSource(QList<BriefLine>& lines, qsizetype i)
{
    BriefLine& line = lines[i];
    static const QString dots = u"·∙⋅‧•"_s;
    const QString text = withoutLeadingSigns(line.line.text);
    if (dots.contains(text.front()))
        return;
    const BriefLine* before = beside(lines, i - 1);
    const BriefLine* after = beside(lines, i + 1);
    const bool under = before && before->part == Part::Text && readsAsHeadline(before->line.text);
    const bool over = after && after->part == Part::Text && !line.line.bullet;
    if (!under && !over)
        line.part = Part::Text;
}

// A lone "• X" between a headline and its text is a source line, a row of bullets a list.
void settleBullet(QList<BriefLine>& lines, qsizetype i)
{
    constexpr qsizetype longest = 48;
    BriefLine& line = lines[i];
    const BriefLine* before = beside(lines, i - 1);
    const BriefLine* after = beside(lines, i + 1);
    if (line.line.text.size() > longest || !before || !after || before->line.bullet || after->line.bullet ||
        before->part != Part::Text || after->part != Part::Text || !readsAsHeadline(before->line.text) ||
        readsAsHeadline(after->line.text))
        return;
    line.part = Part::SourceLine;
    line.parts = {line.line.text};
}

QList<BriefLine> withWholeParagraphs(const QList<BriefLine>& lines)
{
    QList<BriefLine> out;
    for (qsizetype i = 0; i < lines.size();) {
        QList<TextLine> run;
        qsizetype end = i;
        while (end < lines.size() && lines[end].part == Part::Text && lines[end].url.isEmpty())
            run.append(lines[end++].line);
        if (run.isEmpty()) {
            out.append(lines[i++]);
            continue;
        }
        for (const TextLine& line : unwrapped(run)) {
            BriefLine paragraph;
            paragraph.line = line;
            out.append(paragraph);
        }
        i = end;
    }
    return out;
}

} // namespace

QList<BriefLine> classified(const QList<TextLine>& lines, const Labels& labels, const QStringList& categories)
{
    const Classifier classifier(labels, categories);
    QList<BriefLine> out;
    out.reserve(lines.size());
    for (const TextLine& line : lines)
        out.append(classifier(line));
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out[i].part == Part::Scores)
            settleScores(out, i, classifier);
        else if (out[i].part == Part::BadScore)
            settleBadScore(out, i, classifier, labels);
        else if (out[i].part == Part::SourceLine)
            settleSource(out, i);
        if (out[i].part == Part::Text && out[i].line.bullet)
            settleBullet(out, i);
    }
    return withWholeParagraphs(out);
}

} // namespace Scoredesk
