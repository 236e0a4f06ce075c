// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shareddata.h"

#include <QFileInfo>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

QString sharedData(const QString& name)
{
    const QString path = QStringLiteral(SCOREDESK_SOURCE_DIR "/../shared/") + name;
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace Scoredesk::Test
