// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/bytebudget.h"

namespace Scoredesk {

bool ByteBudget::take(qint64 bytes)
{
    qint64 left = m_left;
    do {
        if (bytes > left)
            return false;
    } while (!m_left.compare_exchange_weak(left, left - bytes));
    return true;
}

bool BodyRoom::reserve(qint64 bytes)
{
    if (bytes <= m_bytes)
        return true;
    if (!m_budget->take(bytes - m_bytes))
        return false;
    m_bytes = bytes;
    return true;
}

void BodyRoom::fit(qint64 bytes)
{
    if (bytes >= m_bytes)
        return;
    m_budget->giveBack(m_bytes - bytes);
    m_bytes = bytes;
}

} // namespace Scoredesk
