// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/salvage.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

Result<QStringList> salvageDesk(const QString&, const QString&)
{
    return fail(u"Not there yet."_s);
}

} // namespace Scoredesk
