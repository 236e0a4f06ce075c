// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/dripwatch.h"

#include <numeric>

namespace Scoredesk {

bool DripWatch::sliceIsOver(qint64 least)
{
    m_over = qMin(m_over + 1, slices);
    const qint64 arrived = std::accumulate(m_bytes.begin(), m_bytes.end(), qint64(0));
    m_at = (m_at + 1) % m_bytes.size();
    m_bytes.at(m_at) = 0;
    return m_over < slices || arrived >= least;
}

} // namespace Scoredesk
