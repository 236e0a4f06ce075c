// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/labels.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Synonym {
    QLatin1StringView word;
    QLatin1StringView dimension;
};

// What other services and older briefs call the built-in dimensions. The empty key is the overall.
constexpr Synonym synonyms[] = {
    {"stake"_L1, "stakes"_L1},
    {"newness"_L1, "novelty"_L1},
    {"originality"_L1, "novelty"_L1},
    {"source authority"_L1, "authority"_L1},
    {"source quality"_L1, "authority"_L1},
    {"credibility"_L1, "authority"_L1},
    {"media coverage"_L1, "coverage"_L1},
    {"outlet coverage"_L1, "coverage"_L1},
    {"breadth"_L1, "coverage"_L1},
    {"specificity"_L1, "concreteness"_L1},
    {"concrete"_L1, "concreteness"_L1},
    {"social buzz"_L1, "social"_L1},
    {"social signal"_L1, "social"_L1},
    {"social signals"_L1, "social"_L1},
    {"social traction"_L1, "social"_L1},
    {"buzz"_L1, "social"_L1},
    {"fud"_L1, "fud_risk"_L1},
    {"hype risk"_L1, "fud_risk"_L1},
    {"hype"_L1, "fud_risk"_L1},
    {"fud level"_L1, "fud_risk"_L1},
    {"impact"_L1, ""_L1},
    {"overall impact"_L1, ""_L1},
    {"total impact"_L1, ""_L1},
    {"overall"_L1, ""_L1},
    {"importance"_L1, ""_L1},
    {"total"_L1, ""_L1},
    {"score"_L1, ""_L1},
    {"composite"_L1, ""_L1},
    {"weighted"_L1, ""_L1},
    {"weighted total"_L1, ""_L1},
    {"impact overall"_L1, ""_L1},
};

// "fudRisk", "FUD-risk" and "fud_risk" are one label.
QString squeezed(const QString& label)
{
    QString out;
    for (const QChar c : label)
        if (c.isLetterOrNumber())
            out.append(c.toLower());
    return out;
}

QString withoutSuffix(const QString& label)
{
    for (const auto& suffix : {"score"_L1, "rating"_L1})
        if (label.size() > suffix.size() && label.endsWith(suffix))
            return label.chopped(suffix.size());
    return label;
}

QString pattern(const QString& label)
{
    static const QRegularExpression parting(u"[\\s_\\-]+|(?<=[a-z])(?=[A-Z])"_s);
    QStringList words = label.split(parting, Qt::SkipEmptyParts);
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    return words.join(u"[\\s_\\-]*"_s);
}

} // namespace

Labels::Labels(const QList<Method>& methods)
{
    QStringList patterns;
    QStringList codes;
    const auto add = [&](const QString& label, const QString& dimension) {
        const QString key = squeezed(label);
        if (key.isEmpty() || m_dimensions.contains(key))
            return;
        m_dimensions.insert(key, dimension);
        patterns.append(pattern(label));
    };
    for (const Method& method : methods) {
        for (const Dimension& dimension : method.dimensions) {
            add(dimension.label, dimension.key);
            add(dimension.key, dimension.key);
            if (!m_shown.contains(dimension.key))
                m_shown.insert(dimension.key, dimension.label);
            if (!m_codes.contains(dimension.code)) {
                m_codes.insert(dimension.code, dimension.key);
                codes.append(QRegularExpression::escape(dimension.code));
            }
        }
        for (const Band& band : method.bands)
            m_degrees.append(band.label.toLower());
    }
    for (const Synonym& synonym : synonyms)
        if (synonym.dimension.isEmpty() || m_shown.contains(synonym.dimension))
            add(synonym.word, synonym.dimension);
    m_degrees += {u"high"_s, u"low"_s, u"medium"_s, u"moderate"_s, u"strong"_s, u"weak"_s, u"very"_s};

    std::sort(patterns.begin(), patterns.end(), [](const QString& a, const QString& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    // A label may be joined to a number or to "N/A", but not to other letters: "Stakeholders" is no label.
    m_label = QRegularExpression(
        u"(?:%1)(?:[\\s_\\-]*(?:score|rating))?(?![\\p{L}_](?<!N(?=/A)))"_s.arg(patterns.join(u'|')),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    // "NO" and "AU" are words too: a code counts only with its value behind it.
    m_code = QRegularExpression(u"(?:%1)(?=\\s*[:=]?\\s*(?:[\\d–—]|X\\b|N/A|n/a))(?!\\p{L})"_s.arg(
        codes.isEmpty() ? u"(?!)"_s : codes.join(u'|')));
}

std::optional<Labels::Found> Labels::at(const QString& text, qsizetype offset) const
{
    const auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;
    if (const auto match = m_label.match(text, offset, QRegularExpression::NormalMatch, anchored);
        match.hasMatch()) {
        const QString key = squeezed(match.captured());
        const QString bare = withoutSuffix(key);
        const auto known = m_dimensions.constFind(m_dimensions.contains(key) ? key : bare);
        if (known != m_dimensions.constEnd())
            return Found{*known, match.capturedLength()};
    }
    if (const auto match = m_code.match(text, offset, QRegularExpression::NormalMatch, anchored);
        match.hasMatch())
        return Found{m_codes.value(match.captured()), match.capturedLength()};
    return std::nullopt;
}

bool Labels::isDegree(const QString& text) const
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.begin(), words.end(),
                                           [this](const QString& word) { return m_degrees.contains(word); });
}

QString Labels::shown(const QString& dimension) const
{
    return m_shown.value(dimension, dimension);
}

namespace {

struct SectionWords {
    Section section;
    QLatin1StringView words;  ///< announce it alone on a line or before a sign
    QLatin1StringView joined; ///< announce it even where copying glued the text to them
    QLatin1StringView blank;  ///< what must follow where only a blank parts words and text
};

const std::array sectionTable = {
    SectionWords{Section::WhyItMatters,
                 "why (?:it|this|that)(?: story)? matters|why you should care|why care|so what\\??|"
                 "significance|the bigger picture|implications"_L1,
                 "why (?:it|this|that) matters|significance"_L1,
                 {}},
    SectionWords{Section::Summary,
                 "(?:executive |story |short )?summary|tl;?dr|what happened|in brief|the story|overview|"
                 "what'?s new|abstract|details"_L1,
                 "summary|what happened"_L1,
                 {}},
    SectionWords{Section::TrustNote,
                 "trust notes?|trust & verification|verification(?: notes?)?|caveats?|source check|fact "
                 "check|what is verified"_L1,
                 "trust notes?|verification notes?"_L1,
                 {}},
    SectionWords{Section::TrustVerdict,
                 "trust(?: verdict| level| rating| assessment)?|verdict|trustworthiness"_L1,
                 "trust verdict|trust(?=(?:high|medium|low)(?![a-z]))"_L1, "(?:high|medium|low)\\b"_L1},
    SectionWords{Section::Coverage,
                 "(?:media |press |news )?coverage|outlets|named outlets|outlets named|covered by|"
                 "reported by|picked up by|also covered by|seen in"_L1,
                 {},
                 {}},
    SectionWords{Section::PrimarySource,
                 "primary(?: source)?|primary link|original source|first-party source|official source"_L1,
                 "primary source|original source"_L1, "https?://|www\\."_L1},
    SectionWords{Section::Link,
                 "(?:story |article |source |original )?(?:link|url)|permalink"_L1,
                 {},
                 "https?://|www\\."_L1},
    SectionWords{Section::Source, "sources?|via|outlet|publisher|publication"_L1, {}, {}},
    SectionWords{Section::Tags, "tags?|topics|keywords"_L1, "tags"_L1, "#"_L1},
    SectionWords{Section::Category, "category|categories|section|beat|topic"_L1, "category"_L1, {}},
    SectionWords{Section::Published,
                 "published(?: at| on)?|publication date|date published|date|posted(?: on| at)?"_L1,
                 "published(?: at| on)?"_L1,
                 "\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d"_L1},
    SectionWords{Section::Headline, "headline|title"_L1, {}, {}},
    SectionWords{Section::Slug, "slug|story id|id"_L1, {}, {}},
    SectionWords{
        Section::Remainder, "author|by-?line|reading time|signals|guard(?: verdict)?|status"_L1, {}, {}},
};

struct SectionPatterns {
    Section section;
    QRegularExpression parted;
    QRegularExpression joined;
    QRegularExpression blank;
};

QList<SectionPatterns> compiled()
{
    QList<SectionPatterns> out;
    for (const SectionWords& row : sectionTable) {
        SectionPatterns patterns;
        patterns.section = row.section;
        // "trustNotes" and "trust_notes" are "trust notes".
        const QString words = QString(row.words).replace(u" "_s, u"[\\s_-]*"_s);
        patterns.parted = QRegularExpression(
            u"^(?:%1)(?:\\s*$|\\s*[:：=\\t|]+\\s*|\\s+[—–-]+\\s+|\\s*·\\s*|\\s*\\.{2,}\\s*)"_s.arg(words),
            QRegularExpression::CaseInsensitiveOption);
        if (!row.joined.isEmpty())
            patterns.joined =
                QRegularExpression(u"^(?=[A-Z])(?i:%1)(?<=[a-z])(?=[\\p{Lu}\\d“\"])"_s.arg(row.joined));
        if (!row.blank.isEmpty())
            patterns.blank = QRegularExpression(u"^(?:%1)\\s+(?=%2)"_s.arg(row.words, row.blank),
                                                QRegularExpression::CaseInsensitiveOption);
        out.append(patterns);
    }
    return out;
}

std::optional<SectionLabel> matched(const SectionPatterns& row, const QRegularExpression& pattern,
                                    const QString& line, bool joined)
{
    if (pattern.pattern().isEmpty())
        return std::nullopt;
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return SectionLabel{row.section, line.mid(match.capturedLength()).trimmed(), joined};
}

} // namespace

std::optional<SectionLabel> sectionLabel(const QString& line)
{
    static const QList<SectionPatterns> table = compiled();
    for (const SectionPatterns& row : table)
        if (auto found = matched(row, row.parted, line, false))
            return found;
    for (const SectionPatterns& row : table) {
        if (auto found = matched(row, row.joined, line, true))
            return found;
        if (auto found = matched(row, row.blank, line, false))
            return found;
    }
    return std::nullopt;
}

bool isPageNoise(const QString& line)
{
    static const QRegularExpression noise(
        u"^(?:share(?: this)?|copy(?: link)?|save|like|reply|comments?|bookmark|subscribe|sign in|log in|"
        "read (?:more|full (?:story|article)|on)|open (?:original|source|link)|back(?: to .{1,20})?|menu|"
        "export(?: pdf)?|print|show (?:more|less)|view (?:all|source|original)|\\d{1,4} comments?|"
        "\\d{1,3} min(?:ute)?s?(?: read)?|\\d{1,3}\\s?(?:s|m|min|h|hr|hrs|hours?|d|days?|w|weeks?|minutes?)"
        "(?: ago)?|just now|yesterday|today)\\W*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // The head of a mail, and who wrote a piece: the desk keeps no place for either.
    static const QRegularExpression mail(u"^(?:subject|from|to|cc|sent|reply-to):\\s.{1,120}$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression author(u"^[Bb]y (?:\\p{Lu}[\\p{L}.'’-]+ ?){2,4}(?:[,·|]\\s.{1,60})?$"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype longest = 160;
    constexpr qsizetype longestNoise = 40;
    if (line.size() > longest)
        return false;
    return (line.size() <= longestNoise && noise.match(line).hasMatch()) || mail.match(line).hasMatch() ||
           author.match(line).hasMatch();
}

} // namespace Scoredesk
