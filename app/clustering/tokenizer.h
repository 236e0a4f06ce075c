// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/language.h"
#include "app/clustering/wordlist.h"

#include <QHash>
#include <QString>

#include <array>
#include <memory>
#include <vector>

struct sb_stemmer;

namespace Scoredesk {

/// One term of an article: what it is compared by, how it reads, and how often it stands where.
struct TermUse {
    quint64 key = 0;   ///< hash of the stem; equal for equal stems, also between runs
    std::string shown; ///< the word as first written, lowercase UTF-8
    float title = 0;
    float lede = 0;
    float body = 0;
};

/// Turns titles and texts into counted terms and into the word hashes that near-duplicates are told by.
class Tokenizer {
public:
    explicit Tokenizer(int ledeLength);
    ~Tokenizer();
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    struct Result {
        Language language = Language::Unknown;
        std::vector<TermUse> terms;      ///< in order of key
        std::vector<quint64> titleWords; ///< a hash a word, all words, in order
        std::vector<quint64> textWords;
    };

    /// Text past the first 20,000 characters is not read, so that a hostile article costs no more than a long
    /// one.
    void read(const QString& title, const QString& text, Result& result);

    /// commonWords() by their keys.
    QHash<quint64, float> commonKeys();

private:
    struct Raw {
        quint64 key;
        quint32 order;
        quint8 field;
    };
    void addField(const WordList& words, int field, Result& result);
    /// The stem's hash, 0 where the word says nothing.
    quint64 keyOf(const WordList& words, const WordList::Word& word);
    /// keyOf(), which is not asked twice for the words that all articles use.
    quint64 knownKeyOf(const WordList& words, const WordList::Word& word, quint64 hash);
    sb_stemmer* stemmer();

    int m_ledeLength;
    Language m_language = Language::Unknown;
    WordList m_title;
    WordList m_text;
    std::vector<Raw> m_raw;
    std::vector<std::string> m_shown;
    std::string m_utf8;
    /// Keys of words met lately, by their hash and language.
    std::vector<std::pair<quint64, quint64>> m_known;
    std::array<sb_stemmer*, languageNumbers> m_stemmers{};
};

} // namespace Scoredesk
