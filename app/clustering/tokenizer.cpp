// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/tokenizer.h"

#include "app/clustering/commonwords.h"

#include <libstemmer.h>

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr qsizetype longestTitle = 1000;
constexpr qsizetype longestText = 20000;
/// Stems of one family ("piraci", "pirat") mostly differ after it, and what starts alike for so long is
/// seldom anything else.
constexpr std::size_t stemLetters = 6;
constexpr std::size_t mostKnown = 1U << 15U; ///< words; half a megabyte

quint64 hashBytes(const char* bytes, std::size_t size)
{
    quint64 h = 0xcbf29ce484222325U;
    for (std::size_t i = 0; i < size; ++i)
        h = (h ^ quint8(bytes[i])) * 0x100000001b3U;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93U;
    h ^= h >> 32;
    return h | 1; // 0 is no term
}

quint64 hashLetters(std::u16string_view letters)
{
    return hashBytes(reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char16_t));
}

void toUtf8(std::u16string_view letters, std::string& out)
{
    const bool ascii = std::all_of(letters.begin(), letters.end(), [](char16_t c) { return c < 0x80; });
    if (ascii) {
        out.assign(letters.begin(), letters.end());
        return;
    }
    const QByteArray bytes = QStringView(letters.data(), qsizetype(letters.size())).toUtf8();
    out.assign(bytes.constData(), std::size_t(bytes.size()));
}

} // namespace

Tokenizer::Tokenizer(int ledeLength) : m_ledeLength(ledeLength), m_known(mostKnown) {}

Tokenizer::~Tokenizer()
{
    for (sb_stemmer* stemmer : m_stemmers) {
        if (stemmer)
            sb_stemmer_delete(stemmer);
    }
}

sb_stemmer* Tokenizer::stemmer()
{
    sb_stemmer*& stemmer = m_stemmers[std::size_t(m_language)];
    if (!stemmer) {
        if (const char* name = stemmerName(m_language))
            stemmer = sb_stemmer_new(name, nullptr);
    }
    return stemmer;
}

quint64 Tokenizer::keyOf(const WordList& words, const WordList::Word& word)
{
    const auto letters = words.letters(word);
    if (word.kind != WordList::Kind::Word) {
        toUtf8(letters, m_utf8);
        return hashBytes(m_utf8.data(), m_utf8.size());
    }
    if (letters.size() == 1 && letters[0] < 0x2e80)
        return 0;
    if (isStopWord(m_language, letters))
        return 0;
    toUtf8(letters, m_utf8);
    const char* stem = m_utf8.data();
    std::size_t size = m_utf8.size();
    if (sb_stemmer* algorithm = stemmer()) {
        const auto* stemmed = sb_stemmer_stem(algorithm, reinterpret_cast<const sb_symbol*>(stem), int(size));
        if (stemmed) {
            stem = reinterpret_cast<const char*>(stemmed);
            size = std::size_t(sb_stemmer_length(algorithm));
        }
    }
    const bool english = m_language == Language::English || m_language == Language::Latin;
    if (english && size > stemLetters &&
        std::none_of(stem, stem + size, [](char c) { return c >= '0' && c <= '9'; }))
        size = stemLetters;
    return hashBytes(stem, size);
}

quint64 Tokenizer::knownKeyOf(const WordList& words, const WordList::Word& word, quint64 hash)
{
    if (word.kind != WordList::Kind::Word)
        return keyOf(words, word);
    const quint64 asked = hash ^ (quint64(m_language) << 57U);
    auto& [known, key] = m_known[asked % mostKnown];
    if (known != asked) {
        key = keyOf(words, word);
        known = asked;
    }
    return key;
}

void Tokenizer::addField(const WordList& words, int field, Result& result)
{
    auto& hashes = field == 0 ? result.titleWords : result.textWords;
    for (const WordList::Word& word : words.words()) {
        hashes.push_back(hashLetters(words.letters(word)));
        const quint64 key = knownKeyOf(words, word, hashes.back());
        if (key == 0)
            continue;
        const bool inBody = field == 1 && word.position >= quint32(m_ledeLength);
        m_raw.push_back({key, quint32(m_shown.size()), quint8(inBody ? 2 : field)});
        toUtf8(words.letters(word), m_utf8);
        m_shown.push_back(m_utf8);
    }
}

QHash<quint64, float> Tokenizer::commonKeys()
{
    QHash<quint64, float> keys;
    m_language = Language::English;
    WordList words;
    for (const CommonWords& common : commonWords()) {
        words.split(common.words, qsizetype(common.words.size()));
        for (const WordList::Word& word : words.words()) {
            // Of two words with one stem the commoner speaks for both.
            if (const quint64 key = keyOf(words, word); key != 0 && !keys.contains(key))
                keys.insert(key, float(common.share));
        }
    }
    return keys;
}

void Tokenizer::read(const QString& title, const QString& text, Result& result)
{
    result.terms.clear();
    result.titleWords.clear();
    result.textWords.clear();
    m_raw.clear();
    m_shown.clear();
    m_title.split(title, longestTitle);
    m_text.split(text, longestText);
    m_language = detectLanguage(m_text.words().size() > m_title.words().size() ? m_text : m_title);
    result.language = m_language;
    addField(m_title, 0, result);
    addField(m_text, 1, result);
    std::sort(m_raw.begin(), m_raw.end(),
              [](const Raw& a, const Raw& b) { return a.key != b.key ? a.key < b.key : a.order < b.order; });
    for (const Raw& raw : m_raw) {
        if (result.terms.empty() || result.terms.back().key != raw.key)
            result.terms.push_back({raw.key, std::move(m_shown[raw.order]), 0, 0, 0});
        TermUse& use = result.terms.back();
        (raw.field == 0 ? use.title : raw.field == 1 ? use.lede : use.body) += 1;
    }
}

} // namespace Scoredesk
