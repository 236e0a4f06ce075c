// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clustering/edits.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Scoredesk::Test {

const char* editName(Edit edit)
{
    switch (edit) {
    case Edit::None:
        return "word for word";
    case Edit::HeadCut:
        return "head cut";
    case Edit::TailCut:
        return "tail cut";
    case Edit::ParagraphMoved:
        return "paragraph moved";
    case Edit::WordsReplaced:
        return "a tenth of the words replaced";
    case Edit::BoilerplateAdded:
        return "boilerplate added";
    }
    return "";
}

QString madeUpWord(quint32 number)
{
    static const QString consonants = u"bcdfghjklmnprtvz"_s;
    static const QString vowels = u"aeio"_s;
    QString word;
    for (quint32 mixed = number * 40503U, i = 0; i < 3; ++i, mixed >>= 6) {
        word += consonants[qsizetype(mixed & 15U)];
        word += vowels[qsizetype((mixed >> 4) & 3U)];
    }
    return word;
}

QString edited(const QString& text, Edit edit, quint32 seed)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const qsizetype quarter = words.size() / 4;
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525U + 1013904223U;
        return qsizetype((quint64(seed) * quint64(std::max<qsizetype>(1, below))) >> 32);
    };
    switch (edit) {
    case Edit::None:
        break;
    case Edit::HeadCut:
        words = words.mid(quarter);
        break;
    case Edit::TailCut:
        words = words.mid(0, words.size() - quarter);
        break;
    case Edit::ParagraphMoved: {
        const qsizetype from = random(words.size() - quarter);
        const QStringList moved = words.mid(from, quarter);
        words = words.mid(0, from) + words.mid(from + quarter);
        const qsizetype to = random(words.size());
        words = words.mid(0, to) + moved + words.mid(to);
        break;
    }
    case Edit::WordsReplaced:
        for (qsizetype i = 0, left = words.size() / 10; i < left; ++i)
            words[random(words.size())] = madeUpWord(quint32(random(1 << 18)));
        break;
    case Edit::BoilerplateAdded:
        words = u"Sign up for our newsletter and follow us for more."_s.split(u' ') + words +
                u"This report first appeared elsewhere. All rights reserved. Read more on our site."_s.split(
                    u' ');
        break;
    }
    return words.join(u' ');
}

} // namespace Scoredesk::Test
