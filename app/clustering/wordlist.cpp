// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/wordlist.h"

#include <QString>

namespace Scoredesk {

namespace {

constexpr quint32 longestWord = 64;

/// Letters to a gram for a script that writes without blanks; 0 for the others.
int gramLength(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return 2;
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return 3;
    default:
        return 0;
    }
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02bc';
}

char32_t codePointAt(QStringView text, qsizetype at, int& units)
{
    const QChar first = text[at];
    units = 1;
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        units = 2;
        return QChar::surrogateToUcs4(first, text[at + 1]);
    }
    return first.unicode();
}

void append(std::u16string& buffer, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        buffer.push_back(QChar::highSurrogate(c));
        buffer.push_back(QChar::lowSurrogate(c));
    } else {
        buffer.push_back(char16_t(c));
    }
}

} // namespace

void WordList::endWord()
{
    if (!m_inWord)
        return;
    m_inWord = false;
    const auto length = quint32(m_buffer.size()) - m_wordStart;
    if (m_tooLong || length == 0) {
        m_buffer.resize(m_wordStart);
        return;
    }
    m_words.push_back(
        {m_wordStart, quint16(length), m_allDigits ? Kind::Number : Kind::Word, m_script, m_wordPosition});
}

void WordList::endRun()
{
    if (m_run.empty())
        return;
    const auto gram = std::min<std::size_t>(std::size_t(gramLength(m_run.front().script)), m_run.size());
    for (std::size_t at = 0; at + gram <= m_run.size(); ++at) {
        const auto start = quint32(m_buffer.size());
        // Kana beside a kanji tell Japanese, so they name the pair.
        QChar::Script script = m_run[at].script;
        for (std::size_t i = 0; i < gram; ++i) {
            append(m_buffer, m_run[at + i].code);
            if (script == QChar::Script_Han)
                script = m_run[at + i].script;
        }
        m_words.push_back({start, quint16(m_buffer.size() - start), Kind::Gram, script, m_wordPosition});
    }
    m_run.clear();
}

void WordList::split(QStringView text, qsizetype most)
{
    m_buffer.clear();
    m_words.clear();
    m_run.clear();
    m_inWord = false;
    // Composed letters, so that one word written in two ways is one word; plain text is left alone.
    QString composed;
    text = text.first(std::min(most, text.size()));
    for (const QChar c : text) {
        if (c.unicode() >= 0x300) {
            composed = text.toString().normalized(QString::NormalizationForm_C);
            text = composed;
            break;
        }
    }
    for (qsizetype at = 0; at < text.size();) {
        int units = 1;
        const char32_t c = codePointAt(text, at, units);
        const qsizetype next = at + units;
        const bool ascii = c < 0x80;
        const bool digit = ascii ? (c >= U'0' && c <= U'9') : QChar::isDigit(c);
        const bool letter =
            ascii ? ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') : (QChar::isLetter(c) || QChar::isMark(c));
        if (letter || digit) {
            const QChar::Script script =
                digit ? QChar::Script_Common : (ascii ? QChar::Script_Latin : QChar::script(c));
            const bool mark = !ascii && QChar::isMark(c);
            const bool joinsRun = mark && !m_run.empty();
            if (mark && !joinsRun && !m_inWord) { // on nothing
                at = next;
                continue;
            }
            if (joinsRun || (!digit && gramLength(script) > 0)) {
                endWord();
                if (!joinsRun && !m_run.empty() && gramLength(m_run.front().script) != gramLength(script))
                    endRun();
                if (m_run.empty())
                    m_wordPosition = quint32(at);
                m_run.push_back({c, joinsRun ? m_run.back().script : script});
                at = next;
                continue;
            }
            endRun();
            if (!m_inWord) {
                m_inWord = true;
                m_tooLong = false;
                m_allDigits = true;
                m_script = QChar::Script_Common;
                m_wordStart = quint32(m_buffer.size());
                m_wordPosition = quint32(at);
            }
            if (!digit) {
                m_allDigits = false;
                if (m_script == QChar::Script_Common && script != QChar::Script_Inherited)
                    m_script = script;
            }
            if (quint32(m_buffer.size()) - m_wordStart >= longestWord)
                m_tooLong = true;
            else if (digit && !ascii)
                m_buffer.push_back(char16_t(u'0' + QChar::digitValue(c)));
            else
                append(m_buffer, ascii ? ((c >= U'A' && c <= U'Z') ? (c | 0x20) : c) : QChar::toLower(c));
            at = next;
            continue;
        }
        endRun();
        if (m_inWord && next < text.size()) {
            const QChar after = text[next];
            const QChar before = text[at - 1];
            if (isApostrophe(c) && after.isLetter()) {
                // "Apple's" is "apple"; "don't" is "dont".
                const bool possessive = (after == u's' || after == u'S') &&
                                        (next + 1 >= text.size() || !text[next + 1].isLetterOrNumber());
                at = possessive ? next + 1 : next;
                if (possessive)
                    endWord();
                continue;
            }
            if ((c == U'.' || c == U',') && before.isDigit() && after.isDigit()) {
                if (c == U'.' && !m_tooLong)
                    m_buffer.push_back(u'.');
                at = next;
                continue;
            }
            const bool initial = at < 2 || !text[at - 2].isLetterOrNumber();
            if (c == U'.' && before.isLetter() && initial && after.isLetter() &&
                (next + 1 >= text.size() || !text[next + 1].isLetterOrNumber())) {
                at = next;
                continue;
            }
        }
        // Soft hyphens and zero-width joiners stand inside words.
        if (!(m_inWord && (c == 0xad || c == 0x200b || c == 0x200c || c == 0x200d)))
            endWord();
        at = next;
    }
    endWord();
    endRun();
}

} // namespace Scoredesk
