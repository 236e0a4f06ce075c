// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QIODevice;

namespace Scoredesk {

/// The bytes of an open device from where it stands, at most that many and one more, which tells the caller
/// that there were too many. The memory taken follows what is there: QIODevice::read would first take all
/// that it might need. An error is the device's to tell. Any thread.
[[nodiscard]] QByteArray readUpTo(QIODevice& device, qint64 most);

} // namespace Scoredesk
