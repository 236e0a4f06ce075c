// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Scoredesk {

// Commands that have commands of their own. All arguments after the group's name; return a CliExit.
int runFeedGroup(const QStringList& arguments);
int runOutletsGroup(const QStringList& arguments);
int runRulesGroup(const QStringList& arguments);

// What is in them; each is named in full ("feed add").
Command feedAddCommand();
Command feedListCommand();
Command feedRemoveCommand();
Command feedSetCommand();
Command feedHealthCommand();
Command feedImportCommand();
Command feedExportCommand();
Command feedStarterCommand();
Command feedLoginCommand();
QList<Command> outletCommands();
QList<Command> ruleCommands();

} // namespace Scoredesk
