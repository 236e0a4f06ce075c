// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMimeData;

namespace Scoredesk {

/// Whether what is dragged or pasted names files of this machine.
bool holdsFiles(const QMimeData* data);

} // namespace Scoredesk
