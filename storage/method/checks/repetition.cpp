// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/prosechecks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    qsizetype position = 0;
    qsizetype length = 0;
    QString folded;
};

QList<Word> wordsOf(const QString& text)
{
    static const QRegularExpression form(u"[\\p{L}\\p{N}]+(?:['’.,][\\p{L}\\p{N}]+)*"_s);
    QList<Word> words;
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        words.append({match.capturedStart(), match.capturedLength(), match.captured().toCaseFolded()});
    }
    return words;
}

QString gram(const QList<Word>& words, qsizetype at, qsizetype size)
{
    QString joined;
    for (qsizetype i = at; i < at + size; ++i)
        joined += words.at(i).folded + u' ';
    return joined;
}

/// What of `text` stands in `source` too, word for word in runs of at least `size`.
struct Overlap {
    double share = 0; ///< of the words of the shorter of the two
    qsizetype runPosition = 0;
    qsizetype runLength = 0; ///< in characters, of the longest run
    qsizetype runWords = 0;
};

Overlap overlapOf(const QString& text, const QString& source, qsizetype size)
{
    const QList<Word> words = wordsOf(text);
    const QList<Word> sourceWords = wordsOf(source);
    if (words.size() < size || sourceWords.size() < size)
        return {};
    QSet<QString> known;
    for (qsizetype i = 0; i + size <= sourceWords.size(); ++i)
        known.insert(gram(sourceWords, i, size));

    QList<bool> repeated(words.size(), false);
    for (qsizetype i = 0; i + size <= words.size(); ++i)
        if (known.contains(gram(words, i, size)))
            std::fill_n(repeated.begin() + i, size, true);

    Overlap overlap;
    qsizetype start = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!repeated.at(i)) {
            start = i + 1;
            continue;
        }
        if (i - start + 1 > overlap.runWords) {
            overlap.runWords = i - start + 1;
            overlap.runPosition = words.at(start).position;
            overlap.runLength = words.at(i).position + words.at(i).length - overlap.runPosition;
        }
    }
    overlap.share = double(repeated.count(true)) / double(std::min(words.size(), sourceWords.size()));
    return overlap;
}

} // namespace

QList<Finding> checkRepetition(const CheckSubject& subject)
{
    const Story& story = subject.story();
    const QString& why = story.whyItMatters;
    const auto finding = [&why](const QString& of, const Overlap& overlap) {
        const int percent = int(std::lround(std::min(1.0, overlap.share) * 100));
        return Finding{CheckKind::Repetition,
                       Severity::Warning,
                       StoryField::WhyItMatters,
                       int(overlap.runPosition),
                       int(overlap.runLength),
                       {of, QString::number(percent), why.mid(overlap.runPosition, overlap.runLength)}};
    };
    // A name of four words may stand in both; half a headline or a third of a text is copying.
    const Overlap ofHeadline = overlapOf(why, story.headline, 4);
    if (ofHeadline.runWords >= 6 && ofHeadline.share >= 0.5)
        return {finding(u"headline"_s, ofHeadline)};
    const Overlap ofSummary = overlapOf(why, story.summary, 5);
    if (ofSummary.runWords >= 8 && ofSummary.share >= 0.3)
        return {finding(u"summary"_s, ofSummary)};
    return {};
}

} // namespace Scoredesk
