// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/prosechecks.h"
#include "storage/method/checks/quantities.h"

#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// What is pasted into a headline's place may be a page of figures; every one is compared with every other.
constexpr qsizetype longestHeadline = 500;

/// Years, days of a month, times, ranks and round-the-clock: part of the wording, not a claim to be borne
/// out.
QList<std::pair<qsizetype, qsizetype>> spansOfNoClaim(const QString& headline)
{
    static const QRegularExpression form(
        u"(?<![\\d$€£¥.,])(?:19|20)\\d\\d(?:[-–/]\\d\\d)?(?![\\d%,.]?\\d|\\s?%|[kKmMbB]\\b|x\\b)s?"
        "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?\\s\\d{1,2}(?:st|nd|rd|th)?\\b"
        "|\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\b"
        "|\\b\\d{1,2}:\\d\\d\\b|#\\d+|\\bno\\.\\s?\\d+|\\b24/7\\b|\\b\\d+(?:st|nd|rd|th)\\b"
        "|(?:/|\\bper )1(?:00|000)?\\s?[kmb]?\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<std::pair<qsizetype, qsizetype>> spans;
    auto matches = form.globalMatch(headline);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        spans.append({match.capturedStart(), match.capturedEnd()});
    }
    return spans;
}

/// True where most longer words begin with a capital, so that a capital tells no name.
bool isTitleCase(const QString& headline)
{
    int words = 0;
    int capitals = 0;
    for (const QString& word : headline.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() < 4 || !word.at(0).isLetter())
            continue;
        ++words;
        capitals += word.at(0).isUpper() ? 1 : 0;
    }
    return words > 0 && capitals * 10 > words * 7;
}

/// The name that a number belongs to, as "Gemma" in "Gemma 4" or "GPT" in "GPT-5.4"; empty where it counts
/// something. A capital alone tells no name where it would stand anyway: in title case, or on a first word
/// that the prose does not write so too.
QString nameBefore(const QString& headline, const Quantity& number, const QString& prose)
{
    static const QRegularExpression lastWord(
        u"(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}.]*\\p{Lu}[\\p{L}\\p{N}.]*)[\\s-]$"_s);
    const bool plain = number.kind == Quantity::Kind::Plain && !number.money;
    const QString after = headline.mid(number.position + number.length, 1);
    if (!plain || after == u"x" || after == u"×" || after == u"+")
        return {};
    const QRegularExpressionMatch match = lastWord.match(headline.left(number.position));
    QString name = match.captured(1);
    const bool decimal = number.step < 1;
    const auto capitals = std::count_if(name.begin(), name.end(), [](QChar c) { return c.isUpper(); });
    if (decimal || name.isEmpty() || (capitals > 1 && number.values.first() < 100))
        return name;
    const bool capitalIsForced =
        isTitleCase(headline) || (match.capturedStart(1) == 0 && !prose.contains(name));
    return number.values.first() > 99 || capitalIsForced ? QString() : name;
}

/// A version of a name may go unsaid in the prose, but must not be another one there.
bool contradicted(const QString& name, const QString& prose)
{
    const QRegularExpression versioned(u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(name) +
                                           u"[\\s-]\\d"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    return versioned.match(prose).hasMatch();
}

} // namespace

QList<Finding> checkHeadlineNumbers(const CheckSubject& subject)
{
    const QString headline = subject.story().headline.left(longestHeadline);
    const QString prose = subject.story().summary + u'\n' + subject.story().whyItMatters;
    if (prose.trimmed().isEmpty())
        return {}; // the missing fields are told already
    const auto spans = spansOfNoClaim(headline);
    const QList<Quantity> borneOut = quantitiesIn(prose, true) + numberWordsIn(prose);

    QList<Finding> findings;
    for (const Quantity& number : quantitiesIn(headline, false)) {
        const bool noClaim = std::any_of(spans.begin(), spans.end(), [&number](const auto& span) {
            return number.position >= span.first && number.position < span.second;
        });
        const bool found = std::any_of(borneOut.begin(), borneOut.end(),
                                       [&number](const Quantity& other) { return meansSame(number, other); });
        if (noClaim || found)
            continue;
        const QString name = nameBefore(headline, number, prose);
        if (name.isEmpty() || contradicted(name, prose))
            findings.append({CheckKind::HeadlineNumber,
                             Severity::Warning,
                             StoryField::Headline,
                             int(number.position),
                             int(number.length),
                             {number.text}});
    }
    return findings;
}

} // namespace Scoredesk
