// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/arrival.h"

#include "storage/domain/keys.h"

namespace Scoredesk {

namespace {

/// A quick 64-bit hash that is the same on every machine and run; no defence against who wants a collision,
/// which would only hide that somebody's own article changed.
class Digest {
public:
    void add(quint64 word)
    {
        m_state = (m_state ^ word) * 0x9e3779b97f4a7c15;
        m_state ^= m_state >> 32;
    }
    void add(const QString& text)
    {
        add(quint64(text.size()));
        const auto* units = text.utf16();
        qsizetype at = 0;
        for (; at + 4 <= text.size(); at += 4)
            add(quint64(units[at]) | quint64(units[at + 1]) << 16 | quint64(units[at + 2]) << 32 |
                quint64(units[at + 3]) << 48);
        for (; at < text.size(); ++at)
            add(quint64(units[at]));
    }
    qint64 value() const
    {
        const quint64 mixed = (m_state ^ (m_state >> 29)) * 0xbf58476d1ce4e5b9;
        const auto digest = qint64(mixed ^ (mixed >> 32));
        return digest == 0 ? 1 : digest;
    }

private:
    quint64 m_state = 0x243f6a8885a308d3;
};

} // namespace

qint64 contentDigest(const Article& article)
{
    Digest digest;
    digest.add(article.title);
    digest.add(article.text);
    digest.add(article.html);
    digest.add(article.link);
    digest.add(article.author);
    // A guessed time is that of the fetch, which is another each time.
    const bool stated = !article.publishedIsGuess && article.publishedAt.isValid();
    digest.add(stated ? quint64(article.publishedAt.toMSecsSinceEpoch()) : 0);
    return digest.value();
}

ArrivalKeys keysOf(const Article& article)
{
    return {linkKey(article.link), headlineKey(article.title), contentDigest(article)};
}

} // namespace Scoredesk
