// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

class Desk;

/// Cuts typing into undo steps as a good editor does: a word, a run of deletions, a paste. A pause of a
/// second, or another place, begins the next.
class TypingGesture {
public:
    explicit TypingGesture(Desk& desk);

    /// The gesture that an edit belongs to.
    qint64 next(const QString& place, const QString& before, const QString& after);
    /// The same at a moment told in milliseconds, for tests.
    qint64 nextAt(const QString& place, const QString& before, const QString& after, qint64 now);
    /// The next edit begins a step, whatever it is.
    void end() { m_gesture = 0; }

private:
    enum class Kind { None, Typed, Deleted, Replaced };

    Desk& m_desk;
    QString m_place;
    qint64 m_gesture = 0;
    qint64 m_last = 0;
    Kind m_kind = Kind::None;
};

} // namespace Scoredesk
