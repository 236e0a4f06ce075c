// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analystname.h"

#include "ui/window/windowsettings.h"

namespace Scoredesk {

QString analystName()
{
    return WindowSettings::load().analystName().simplified();
}

} // namespace Scoredesk
