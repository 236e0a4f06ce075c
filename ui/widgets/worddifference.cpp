// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/worddifference.h"

#include <QStringView>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Scoredesk {

namespace {

// Words that differ, at most, before the search is given up: it costs the square of it in time and memory.
constexpr int mostDifferent = 1000;

/// A word or a mark, and the blanks that follow it.
struct Word {
    QStringView whole;
    QStringView word;
};

using Kind = WordStretch::Kind;

QList<Word> wordsOf(const QString& text)
{
    QList<Word> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype to = next < 0 ? text.size() : next;
        const QStringView part = QStringView(text).mid(from, to - from);
        if (part.trimmed().isEmpty() && !words.isEmpty())
            words.last().whole = {words.last().whole.data(), part.data() + part.size()};
        else
            words.append({part, part.trimmed()});
        from = to;
    }
    return words;
}

/// Collects stretches, one for each run of a kind.
class Stretches {
public:
    void keep(const Word& word)
    {
        flush();
        append(m_all, Kind::Kept, word.whole);
    }
    void remove(const Word& word) { m_removed += word.whole; }
    void add(const Word& word) { m_added += word.whole; }
    QList<WordStretch> take()
    {
        flush();
        return std::move(m_all);
    }

private:
    static void append(QList<WordStretch>& all, Kind kind, QStringView text)
    {
        if (text.isEmpty())
            return;
        if (all.isEmpty() || all.last().kind != kind)
            all.append({kind, {}});
        all.last().text += text;
    }
    void flush()
    {
        append(m_all, Kind::Removed, m_removed);
        append(m_all, Kind::Added, m_added);
        m_removed.clear();
        m_added.clear();
    }

    QList<WordStretch> m_all;
    QString m_removed;
    QString m_added;
};

/// The shortest way from one list of words to the other: E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986. Nothing where it is longer than mostDifferent.
class Search {
public:
    Search(const QList<Word>& before, const QList<Word>& after, int head, int tail)
        : m_before(before),
          m_after(after),
          m_head(head),
          m_n(int(before.size()) - head - tail),
          m_m(int(after.size()) - head - tail)
    {
    }

    bool run()
    {
        const int most = std::min(m_n + m_m, mostDifferent);
        QList<int> reach(2 * most + 3, 0); // furthest x on each diagonal, from −most−1
        const int middle = most + 1;
        for (int d = 0; d <= most; ++d) {
            for (int k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
                int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < m_n && x - k < m_m && same(x, x - k))
                    ++x;
                reach[middle + k] = x;
                if (x >= m_n && x - k >= m_m) {
                    m_steps.append(reach.mid(middle - d, 2 * d + 1));
                    return true;
                }
            }
            m_steps.append(reach.mid(middle - d, 2 * d + 1));
        }
        return false;
    }

    /// After a run() that found it.
    void tell(Stretches& out) const
    {
        enum class Step : char { Keep, Remove, Add };
        QList<Step> way; // backwards
        int x = m_n;
        int y = m_m;
        for (int d = int(m_steps.size()) - 1; d >= 0; --d) {
            const int k = x - y;
            int fromX = 0;
            int fromY = 0;
            bool down = false;
            if (d > 0) {
                const QList<int>& last = m_steps[d - 1]; // of diagonals −(d−1) to d−1
                const auto at = [&last, d](int diagonal) {
                    return std::abs(diagonal) < d ? last[diagonal + d - 1] : -1;
                };
                down = k == -d || (k != d && at(k - 1) < at(k + 1));
                fromX = down ? at(k + 1) : at(k - 1);
                fromY = fromX - (down ? k + 1 : k - 1);
            }
            const int startX = d == 0 ? 0 : down ? fromX : fromX + 1;
            for (; x > startX; --x, --y)
                way.append(Step::Keep);
            if (d > 0)
                way.append(down ? Step::Add : Step::Remove);
            x = fromX;
            y = fromY;
        }
        for (auto step = way.rbegin(); step != way.rend(); ++step) {
            if (*step == Step::Remove)
                out.remove(m_before[m_head + x++]);
            else if (*step == Step::Add)
                out.add(m_after[m_head + y++]);
            else {
                ++x;
                out.keep(m_after[m_head + y++]);
            }
        }
    }

private:
    bool same(int x, int y) const { return m_before[m_head + x].word == m_after[m_head + y].word; }

    const QList<Word>& m_before;
    const QList<Word>& m_after;
    int m_head;
    int m_n;
    int m_m;
    QList<QList<int>> m_steps; ///< reach after each d
};

} // namespace

QList<WordStretch> wordDifference(const QString& before, const QString& after)
{
    const QList<Word> old = wordsOf(before);
    const QList<Word> now = wordsOf(after);
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old[head].word == now[head].word)
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail].word == now[now.size() - 1 - tail].word)
        ++tail;
    Stretches out;
    for (qsizetype i = 0; i < head; ++i)
        out.keep(now[i]);
    if (Search search(old, now, int(head), int(tail)); search.run()) {
        search.tell(out);
    } else {
        for (qsizetype i = head; i < old.size() - tail; ++i)
            out.remove(old[i]);
        for (qsizetype i = head; i < now.size() - tail; ++i)
            out.add(now[i]);
    }
    for (qsizetype i = now.size() - tail; i < now.size(); ++i)
        out.keep(now[i]);
    return out.take();
}

} // namespace Scoredesk
