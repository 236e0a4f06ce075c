// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/readupto.h"

#include <QIODevice>

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr qint64 piece = 256LL * 1024;

} // namespace

QByteArray readUpTo(QIODevice& device, qint64 most)
{
    // One read where the device knows its size, else (a pipe) piece by piece.
    QByteArray bytes = device.read(std::min(most + 1, std::max(piece, device.size() - device.pos() + 1)));
    while (bytes.size() <= most) {
        const QByteArray more = device.read(std::min(piece, most + 1 - bytes.size()));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return bytes;
}

} // namespace Scoredesk
