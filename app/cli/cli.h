// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Scoredesk {

/// How the program ends on the command line.
enum CliExit {
    CliDone = 0,
    CliFailed = 1, ///< something could not be done, or a blocker stands
    CliUsage = 2,
    CliNoDesk = 3, ///< the desk cannot be opened
};

/// True where the arguments (the program's name first) ask for a command, for help or for the version, and no
/// window is wanted.
bool isCliCommand(const QStringList& arguments);

/// Runs a command and returns the program's exit code. Needs a QCoreApplication, and for export a
/// QGuiApplication.
int runCli(const QStringList& arguments);

/// The whole program for a command: makes the application that the command needs, without any display, and
/// runs it.
int runCliProgram(int& argc, char** argv);

} // namespace Scoredesk
