// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/newsroom/run.h"

#include <QStringList>

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return Scoredesk::isCliCommand(arguments) ? Scoredesk::runCliProgram(argc, argv)
                                              : Scoredesk::runNewsroom(argc, argv);
}
