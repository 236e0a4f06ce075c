// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wordmill.h"

#include <algorithm>
#include <utility>

namespace Scoredesk::Test {

static constexpr std::array commonWords = {"the",  "of",   "to",   "in",    "a",    "and", "for",   "on",
                                           "that", "is",   "with", "said",  "by",   "as",  "from",  "at",
                                           "it",   "was",  "are",  "its",   "has",  "be",  "will",  "an",
                                           "have", "this", "he",   "which", "were", "not", "their", "more",
                                           "been", "they", "new",  "who",   "but",  "had", "than",  "after"};
static_assert(commonWords.size() == WordMill::firstMadeUp);

/// Of one consonant and one vowel each, so that no two words are the same; without the consonants of "have",
/// "more" and "were".
static QByteArray madeUp(int number)
{
    static constexpr char consonants[] = "bcdfgjklnprstvxz";
    static constexpr char vowels[] = "aeiou";
    static constexpr int syllables = 16 * 5;
    QByteArray word;
    for (int rest = number, n = 0; n < 2 || rest > 0; ++n, rest /= syllables) {
        word += consonants[rest % 16];
        word += vowels[rest % syllables / 16];
    }
    return word;
}

WordMill::WordMill()
{
    m_words.reserve(vocabularySize);
    for (const char* word : commonWords)
        m_words.emplace_back(word);
    for (int i = firstMadeUp; i < vocabularySize; ++i)
        m_words.push_back(madeUp(i - firstMadeUp));

    // Mandelbrot's form of Zipf's law, with its usual shift: the commonest word is one in thirty.
    std::vector<double> weight(vocabularySize);
    double sum = 0;
    for (int i = 0; i < vocabularySize; ++i)
        sum += weight[size_t(i)] = 1.0 / (i + 3.7);
    m_share.assign(vocabularySize, 1.0);
    m_alias.assign(vocabularySize, 0);
    std::vector<quint32> small;
    std::vector<quint32> large;
    for (quint32 i = 0; i < vocabularySize; ++i) {
        weight[i] *= vocabularySize / sum;
        (weight[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const quint32 low = small.back();
        const quint32 high = large.back();
        small.pop_back();
        m_share[low] = weight[low];
        m_alias[low] = high;
        weight[high] -= 1 - weight[low];
        if (weight[high] < 1) {
            large.pop_back();
            small.push_back(high);
        }
    }
}

quint32 WordMill::rank(Dice& dice) const
{
    const double at = dice.unit() * vocabularySize;
    const auto column = quint32(at);
    return at - column < m_share[column] ? column : m_alias[column];
}

quint32 WordMill::rank(Dice& dice, const Topic& topic) const
{
    if (!dice.hits(0.2))
        return rank(dice);
    const int size = int(topic.size());
    return topic[size_t(std::min(dice.below(size), dice.below(size)))]; // the first ones above all
}

Topic WordMill::topic(Dice& dice, quint64 theme) const
{
    Topic topic;
    Dice shared(theme * 0x9e3779b97f4a7c15U);
    for (size_t i = 0; i < topic.size(); ++i) {
        Dice& source = i % 2 == 0 ? dice : shared;
        topic[i] = quint32(200 + source.below(vocabularySize - 200) * source.unit()); // rarely the rarest
    }
    return topic;
}

static void capitalise(QByteArray& text, qsizetype at)
{
    text[at] = char(text[at] - 'a' + 'A');
}

QByteArray WordMill::headline(Dice& dice, int words, const Topic& topic) const
{
    QByteArray text;
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            text += ' ';
        text += word(int(rank(dice, topic)));
    }
    capitalise(text, 0);
    return text;
}

QByteArray WordMill::prose(Dice& dice, int words, const Topic& topic) const
{
    QByteArray text;
    text.reserve(words * 8);
    int left = 0; // of the sentence
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            text += left == 0 ? ". " : " ";
        const qsizetype at = text.size();
        text += word(int(rank(dice, topic)));
        if (left == 0) {
            capitalise(text, at);
            left = dice.between(8, 22);
        }
        --left;
    }
    return text + '.';
}

} // namespace Scoredesk::Test
