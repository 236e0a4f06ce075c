// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/typinggesture.h"

#include "ui/desk/desk.h"
#include "ui/widgets/textdifference.h"

#include <chrono>

namespace Scoredesk {

static constexpr qint64 pauseMs = 1000;

TypingGesture::TypingGesture(Desk& desk) : m_desk(desk) {}

qint64 TypingGesture::next(const QString& place, const QString& before, const QString& after)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return nextAt(place, before, after, std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

qint64 TypingGesture::nextAt(const QString& place, const QString& before, const QString& after, qint64 now)
{
    const TextDifference difference = differenceOf(before, after);
    const Kind kind = difference.removed == 0 && difference.added <= 2   ? Kind::Typed // 2: a surrogate pair
                      : difference.added == 0 && difference.removed <= 2 ? Kind::Deleted
                                                                         : Kind::Replaced;
    const bool wordBegins = kind == Kind::Typed && difference.position > 0 &&
                            before[difference.position - 1].isSpace() &&
                            !after[difference.position].isSpace();
    if (m_gesture == 0 || place != m_place || now - m_last > pauseMs || kind != m_kind ||
        kind == Kind::Replaced || wordBegins)
        m_gesture = m_desk.newGesture();
    m_place = place;
    m_last = now;
    m_kind = kind;
    return m_gesture;
}

} // namespace Scoredesk
