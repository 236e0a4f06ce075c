// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (Scoredesk::isCliCommand(arguments))
        return Scoredesk::runCliProgram(argc, argv);
    const QCoreApplication app(argc, argv);
    return 0;
}
