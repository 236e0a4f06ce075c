// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/foldedwords.h"

#include <algorithm>

namespace Scoredesk {

static bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

QString foldedWords(const QString& text)
{
    const QString letters = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString words(1, u' ');
    words.reserve(letters.size() + 2);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar c = letters.at(i);
        if (c.isHighSurrogate() && i + 1 < letters.size() && letters.at(i + 1).isLowSurrogate()) {
            // Beyond the first plane are letters as well as pictures.
            const char32_t whole = QChar::surrogateToUcs4(c, letters.at(++i));
            if (QChar::isLetterOrNumber(whole) || QChar::isMark(whole))
                words += letters.sliced(i - 1, 2);
            else if (!words.endsWith(u' '))
                words += u' ';
            continue;
        }
        const bool isAccent = c >= u'\u0300' && c <= u'\u036f';
        const bool endsWord = (c == u'+' || c == u'#') && !words.endsWith(u' ');
        if (c.isLetterOrNumber() || (c.isMark() && !isAccent) || endsWord)
            words += c;
        else if (!isAccent && c != u'\'' && c != u'\u2019' && !words.endsWith(u' '))
            words += u' ';
    }
    if (!words.endsWith(u' '))
        words += u' ';
    return words.size() > 1 ? words : QString();
}

bool holdsPhrase(const QString& words, const QString& phrase, bool isStart)
{
    if (phrase.isEmpty())
        return false;
    if (std::any_of(phrase.begin(), phrase.end(), isUnspaced))
        return words.contains(QStringView(phrase).mid(1, phrase.size() - 2));
    return words.contains(isStart ? QStringView(phrase).chopped(1) : QStringView(phrase));
}

} // namespace Scoredesk
