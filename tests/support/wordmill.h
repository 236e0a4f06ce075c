// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <vector>

namespace Scoredesk::Test {

/// Random numbers for millions of rows: fast, and the same for the same seed on every machine.
class Dice {
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next() // splitmix64, as https://prng.di.unimi.it/splitmix64.c has it
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    double unit() { return double(next() >> 11) / 9007199254740992.0; } ///< from 0, below 1
    int below(int bound) { return int(((next() >> 32) * quint64(bound)) >> 32); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool hits(double share) { return unit() < share; }

private:
    quint64 m_state;
};

/// Words that a text comes back to, by rank.
using Topic = std::array<quint32, 14>;

/// Made-up prose, as UTF-8: words of Zipf frequency, the commonest of them English ones, of which each text
/// repeats those of its topic, as news does.
class WordMill {
public:
    static constexpr int vocabularySize = 60'000;
    /// From this rank on a word is none of the English ones.
    static constexpr int firstMadeUp = 40;

    WordMill();

    /// Of rank 0, the commonest, to vocabularySize − 1.
    const QByteArray& word(int rank) const { return m_words[size_t(rank)]; }
    /// Half of it is shared by the stories of one theme.
    Topic topic(Dice& dice, quint64 theme) const;
    QByteArray headline(Dice& dice, int words, const Topic& topic) const;
    /// Sentences of 8 to 22 words.
    QByteArray prose(Dice& dice, int words, const Topic& topic) const;

private:
    quint32 rank(Dice& dice) const;
    quint32 rank(Dice& dice, const Topic& topic) const;

    std::vector<QByteArray> m_words;
    // Walker's alias method: one draw and one look a word, whatever the size of the vocabulary.
    std::vector<double> m_share;
    std::vector<quint32> m_alias;
};

} // namespace Scoredesk::Test
