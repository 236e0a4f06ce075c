// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/managing/groups.h"

#include "app/cli/call.h"
#include "app/cli/feedcommand.h"
#include "app/cli/terminaltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliGroups {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliGroups)
};

/// Where the command's name stands; -1 where there is none. Options may come before it.
qsizetype nameAt(const QStringList& arguments)
{
    static const QStringList withValue = {u"--desk"_s, u"--analyst"_s};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (withValue.contains(arguments.at(i)))
            ++i;
        else if (!arguments.at(i).startsWith(u'-'))
            return i;
    }
    return -1;
}

QString overview(const QString& group, const QList<Command>& commands)
{
    QList<QStringList> rows;
    for (const Command& command : commands)
        rows.append({u"  "_s + command.name, command.summary});
    return CliGroups::tr("Usage: scoredesk %1 COMMAND [options] [arguments]\n"
                         "\n"
                         "Commands:\n")
               .arg(group) +
           columns(rows) +
           CliGroups::tr("\n`scoredesk %1 COMMAND --help` tells what a command takes.\n").arg(group);
}

int runGroup(const QString& group, const QList<Command>& commands, QStringList arguments)
{
    const qsizetype at = nameAt(arguments);
    const bool wantsHelp = arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
    if (at < 0 && wantsHelp) {
        QTextStream(stdout) << overview(group, commands);
        return CliDone;
    }
    const QString name = at < 0 ? QString() : group + u' ' + arguments.takeAt(at);
    for (const Command& command : commands) {
        if (command.name != name)
            continue;
        if (command.runPlain)
            return command.runPlain(arguments);
        Call call(command);
        if (const std::optional<int> ended = call.parse(arguments))
            return *ended;
        return command.run(call);
    }
    QTextStream err(stderr);
    if (name.isEmpty())
        err << CliGroups::tr("scoredesk: say what to do. ");
    else
        err << CliGroups::tr("scoredesk: there is no command “%1”. ").arg(printable(name));
    err << CliGroups::tr("`scoredesk %1 --help` lists them.\n").arg(group);
    return CliUsage;
}

int runParse(const QStringList& arguments)
{
    return runFeedCommand(QStringList{u"parse"_s} + arguments);
}

Command feedParseCommand()
{
    Command command;
    command.name = u"feed parse"_s;
    command.summary = CliGroups::tr("Tell what is in a feed, feed list or web page that is a file.");
    command.runPlain = runParse;
    return command;
}

} // namespace

int runFeedGroup(const QStringList& arguments)
{
    return runGroup(u"feed"_s,
                    {feedAddCommand(), feedListCommand(), feedSetCommand(), feedRemoveCommand(),
                     feedHealthCommand(), feedImportCommand(), feedExportCommand(), feedStarterCommand(),
                     feedLoginCommand(), feedParseCommand()},
                    arguments);
}

int runOutletsGroup(const QStringList& arguments)
{
    return runGroup(u"outlets"_s, outletCommands(), arguments);
}

int runRulesGroup(const QStringList& arguments)
{
    return runGroup(u"rules"_s, ruleCommands(), arguments);
}

} // namespace Scoredesk
