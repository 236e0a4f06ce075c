// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringView>

#include <string>
#include <vector>

namespace Scoredesk {

/// A text as lowercase words, in one buffer that is used again for the next text.
///
/// Possessives, apostrophes and the points of initials are gone ("U.K.'s" is "uk"), digits keep their decimal
/// point. Scripts that write without blanks give overlapping pairs or triples of letters. Words of more than
/// 64 units are no words and are passed over.
class WordList {
public:
    enum class Kind : quint8 { Word, Number, Gram };
    struct Word {
        quint32 start = 0;
        quint16 length = 0;
        Kind kind = Kind::Word;
        QChar::Script script = QChar::Script_Common;
        quint32 position = 0; ///< where it stood in the text, in UTF-16 units
    };

    /// Reads at most the first `most` UTF-16 units.
    void split(QStringView text, qsizetype most);

    const std::vector<Word>& words() const { return m_words; }
    std::u16string_view letters(const Word& word) const
    {
        return std::u16string_view(m_buffer).substr(word.start, word.length);
    }

private:
    void endWord();
    void endRun();

    std::u16string m_buffer;
    std::vector<Word> m_words;
    struct Letter {
        char32_t code;
        QChar::Script script;
    };
    std::vector<Letter> m_run; ///< letters of a script without blanks, not yet cut
    quint32 m_wordStart = 0;
    quint32 m_wordPosition = 0;
    bool m_inWord = false;
    bool m_tooLong = false;
    bool m_allDigits = true;
    QChar::Script m_script = QChar::Script_Common;
};

} // namespace Scoredesk
