// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace Scoredesk {

/// Tells a server that sends too little in any stretch of time, by what came in each slice of it. A stretch
/// that began anew every time it is over would let one be silent for nearly two.
class DripWatch {
public:
    static constexpr int slices = 15; ///< that make one stretch

    void arrived(qint64 bytes) { m_bytes.at(m_at) += bytes; }
    /// A slice is over. False where less than so many bytes came in the stretch that ends with it; true as
    /// long as none is over.
    [[nodiscard]] bool sliceIsOver(qint64 least);

private:
    std::array<qint64, slices> m_bytes{};
    size_t m_at = 0;
    int m_over = 0;
};

} // namespace Scoredesk
