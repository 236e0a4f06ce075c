// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/brieftext.h"
#include "storage/method/methodfile.h"
#include "storage/method/scorevector.h"

#include <QRegularExpression>
#include <QSet>

// What the tests of brief reading share: one analyst, one clock, the built-in methods.
namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

inline const auto fullVector = u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s;

inline DraftContext context()
{
    return {builtInMethods(), u"Ada"_s, QDateTime({2026, 4, 20}, {10, 0}, Qt::UTC), {u"AI"_s, u"Research"_s}};
}

inline BriefText read(const QString& text)
{
    auto result = readBriefText(text, context());
    return result ? *result : BriefText();
}

inline QString vectorOf(const Dossier& dossier)
{
    return dossier.cards.isEmpty() ? QString() : toVector(builtInMethods().first(), dossier.cards.first());
}

inline QStringList headlines(const BriefText& read)
{
    QStringList out;
    for (const Dossier& dossier : read.dossiers)
        out.append(dossier.story.headline);
    return out;
}

// Everything that an import keeps of a text, as one text. Values stand as the desk writes them.
inline QString keptText(const BriefText& read)
{
    QStringList kept;
    for (const Dossier& dossier : read.dossiers) {
        const Story& story = dossier.story;
        kept += {story.headline,        story.summary,   story.whyItMatters, story.category,
                 story.tags.join(u' '), story.source,    story.link,         story.primarySource,
                 toText(story.trust),   story.trustNote, story.remainder,    story.slug};
        kept.append(story.publishedAt.toString(Qt::ISODate));
        kept += story.stated.named;
        kept.append(QString::number(story.stated.outlets.value_or(-1)));
        kept.append(QString::number(story.stated.tierOne.value_or(-1)));
        for (const Scorecard& card : dossier.cards) {
            for (const ScoreCell& cell : card.cells)
                kept += {cell.value.toText(), cell.rationale};
            if (card.statedImpact)
                kept.append(QString::number(*card.statedImpact));
        }
    }
    return kept.join(u' ');
}

// Words of a text as compared: without signs, numbers by value.
inline QStringList comparable(QString text)
{
    static const QRegularExpression invisible(u"[\u200b\u2060\ufeff\u00ad]"_s);
    static const QRegularExpression parting(
        u"[^\\p{L}\\p{N}.,]+|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|(?<=\\p{Ll})(?=\\p{Lu})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    text.remove(invisible);
    QStringList out;
    for (QString word : text.split(parting, Qt::SkipEmptyParts)) {
        while (!word.isEmpty() && u".,"_s.contains(word.back()))
            word.chop(1);
        bool number = false;
        const double value = QString(word).replace(u',', u'.').toDouble(&number);
        if (!word.isEmpty())
            out.append(number ? QString::number(value) : word.toLower());
    }
    return out;
}

// Words that the desk keeps as structure, not as text: labels, scales and counts' units.
inline const QSet<QString>& labelWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> out;
        const auto add = [&out](const QString& text) {
            for (const QString& word : comparable(text))
                out.insert(word);
        };
        for (const Dimension& dimension : builtInMethods().first().dimensions) {
            add(dimension.label);
            add(dimension.code);
        }
        add(u"impact scorecard overall importance score out of 10 headline title notes outlet count source "
            u"via summary why it matters "
            u"trust note verdict "
            "coverage covered by outlets tier 1 including and more dimension category tags published primary "
            "12 14 fudrisk n/a – "
            "stakes score high medium low x"_s);
        return out;
    }();
    return words;
}

inline QStringList lostWords(const QString& text, const BriefText& read)
{
    const QStringList keptWords = comparable(keptText(read));
    const QSet<QString> kept(keptWords.begin(), keptWords.end());
    QStringList lost;
    for (const QString& word : comparable(text))
        if (!kept.contains(word) && !labelWords().contains(word))
            lost.append(word);
    return lost;
}

} // namespace Scoredesk::Test
