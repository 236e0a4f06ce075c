// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace Scoredesk {

/// How many bytes all bodies of one fetcher may take together. Any thread.
class ByteBudget {
public:
    explicit ByteBudget(qint64 bytes) : m_left(bytes) {}

    /// False, and nothing is taken, where there are not so many left.
    [[nodiscard]] bool take(qint64 bytes);
    void giveBack(qint64 bytes) { m_left += bytes; }
    qint64 left() const { return m_left; }

private:
    std::atomic<qint64> m_left;
};

/// What one body has of a budget: given back when the last who holds it lets go, in whatever thread.
class BodyRoom {
public:
    explicit BodyRoom(std::shared_ptr<ByteBudget> budget) : m_budget(std::move(budget)) {}
    ~BodyRoom() { fit(0); }
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;

    /// Room for so many bytes at least. False where the budget has not enough; what it had it keeps.
    [[nodiscard]] bool reserve(qint64 bytes);
    /// Gives back what is more than so many bytes.
    void fit(qint64 bytes);

private:
    std::shared_ptr<ByteBudget> m_budget;
    qint64 m_bytes = 0;
};

} // namespace Scoredesk
