// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/ordereduuid.h"

#include <QRandomGenerator>

#include <array>

namespace Scoredesk {

QUuid orderedUuid(const QDateTime& at)
{
    const quint64 random = QRandomGenerator::global()->generate64();
    const quint64 more = QRandomGenerator::global()->generate64();
    const quint64 high = (quint64(at.toMSecsSinceEpoch()) << 16) | 0x7000 | (more & 0x0fff);
    const quint64 low = (random & 0x3fffffffffffffff) | 0x8000000000000000;
    std::array<uchar, 16> bytes{};
    for (size_t i = 0; i < 8; ++i) {
        bytes[i] = uchar(high >> (56 - 8 * i));
        bytes[8 + i] = uchar(low >> (56 - 8 * i));
    }
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16));
}

} // namespace Scoredesk
