// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clustercommand.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("cluster"))
        return Scoredesk::runClusterCommand(arguments.mid(2));
    return 0;
}
