// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

class Call;

/// One command of the command line: what its help says, what it takes, what it does.
struct Command {
    QString name;
    QString arguments;                 ///< as the usage line shows them: "ID… STATE"
    QString summary;                   ///< a line for the list of commands
    QString details;                   ///< what its own help adds: rules, exit codes, examples
    QList<QCommandLineOption> options; ///< beside --desk, --analyst, --json and --help
    int (*run)(Call& call) = nullptr;  ///< returns a CliExit
    bool needsFonts = false;
    /// Instead of `run`, for a command with ways of its own: takes all arguments after its name.
    int (*runPlain)(const QStringList& arguments) = nullptr;
};

Command importCommand();
Command listCommand();
Command showCommand();
Command scoreCommand();
Command stateCommand();
Command exportCommand();
Command handoverCommand();
Command checkCommand();
Command driftCommand();
Command backupCommand();
Command restoreCommand();
Command verifyCommand();
Command salvageCommand();
Command pruneCommand();
Command refreshCommand();
Command storyCommand();

} // namespace Scoredesk
