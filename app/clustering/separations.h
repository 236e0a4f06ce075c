// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

namespace Scoredesk {

/// What a hand keeps apart: articles from stories, and stories from one another.
class Separations {
public:
    void keepOut(qint64 article, qint64 story);
    void keepApart(qint64 story, qint64 other);
    void letIn(qint64 article, qint64 story) { m_out.remove(story, article); }
    void letTogether(qint64 story, qint64 other);
    bool isKeptOut(qint64 article, qint64 story) const;
    bool areApart(qint64 story, qint64 other) const;
    QList<qint64> keptOutOf(qint64 story) const { return m_out.values(story); }
    /// `from` became part of `into`, which inherits what it was kept from.
    void merged(qint64 from, qint64 into);
    bool isEmpty() const { return m_out.isEmpty() && m_apart.isEmpty(); }

    const QMultiHash<qint64, qint64>& out() const { return m_out; }
    const QMultiHash<qint64, qint64>& apart() const { return m_apart; }

private:
    void forgetStory(qint64 story);

    QMultiHash<qint64, qint64> m_out;   ///< story to article
    QMultiHash<qint64, qint64> m_apart; ///< story to story, both ways
};

} // namespace Scoredesk
