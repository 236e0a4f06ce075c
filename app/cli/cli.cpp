// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/call.h"
#include "app/cli/clustercommand.h"
#include "app/cli/command.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "ui/words/plurals.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <memory>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::Cli)
};

Command clusterCommand()
{
    Command command;
    command.name = u"cluster"_s;
    command.summary = Cli::tr("Group a stream of articles into stories, as intake does.");
    command.runPlain = runClusterCommand;
    return command;
}

Command group(const QString& name, const QString& summary, int (*run)(const QStringList&))
{
    Command command;
    command.name = name;
    command.summary = summary;
    command.runPlain = run;
    return command;
}

QList<Command> commands()
{
    return {importCommand(),
            listCommand(),
            showCommand(),
            scoreCommand(),
            stateCommand(),
            storyCommand(),
            exportCommand(),
            handoverCommand(),
            checkCommand(),
            driftCommand(),
            backupCommand(),
            restoreCommand(),
            verifyCommand(),
            salvageCommand(),
            pruneCommand(),
            clusterCommand(),
            refreshCommand(),
            group(u"feed"_s, Cli::tr("Add, list, remove, import and export feeds; how they are doing."),
                  runFeedGroup),
            group(u"outlets"_s, Cli::tr("List, rate and merge outlets."), runOutletsGroup),
            group(u"rules"_s, Cli::tr("Rules for stories that come in."), runRulesGroup)};
}

/// Where in the arguments the command's name stands, be there such a command or not; -1 where only options
/// do.
qsizetype wordAt(const QStringList& arguments)
{
    static const QStringList withValue = {u"--desk"_s, u"--analyst"_s};
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (withValue.contains(argument))
            ++i;
        else if (!argument.startsWith(u'-') || argument == u"-")
            return i;
    }
    return -1;
}

bool asksForAny(const QStringList& arguments, const QStringList& options)
{
    return std::any_of(arguments.begin(), arguments.end(),
                       [&options](const QString& argument) { return options.contains(argument); });
}

const QStringList helpOptions = {u"--help"_s, u"-h"_s};
const QStringList versionOptions = {u"--version"_s, u"-v"_s};

/// Makes an application that lays out fonts. What Qt finds wanting in the session it starts in (a runtime
/// folder, say) is nothing to a command that shows no window, and would stand among its own errors.
std::unique_ptr<QCoreApplication> applicationWithFonts(int& argc, char** argv)
{
    const QtMessageHandler usual =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& message) {
            if (type == QtCriticalMsg || type == QtFatalMsg)
                QTextStream(stderr) << message << Qt::endl;
        });
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return application;
}

QString overview()
{
    QList<QStringList> rows;
    for (const Command& command : commands())
        rows.append({u"  "_s + command.name, command.summary});
    return Cli::tr("Usage: scoredesk [--desk FILE]                     open the window\n"
                   "       scoredesk COMMAND [options] [arguments]     work without one\n"
                   "\n"
                   "A newsroom on one desk file: stories come in, are judged on a scorecard, and go out as "
                   "briefs.\n"
                   "\n"
                   "Commands:\n") +
           columns(rows) +
           Cli::tr("\n"
                   "`scoredesk COMMAND --help` tells what a command takes. A story's ID is its number, the\n"
                   "first letters of its UUID, or its slug.\n"
                   "\n"
                   "Options:\n"
                   "  --desk FILE     the desk to work on; by default %1\n"
                   "  --analyst NAME  whose card is meant and who signs changes\n"
                   "  --json          print JSON for programs to read\n"
                   "  -h, --help      print this help\n"
                   "  -v, --version   print the version\n"
                   "\n"
                   "Exit codes: 0 done · 1 something could not be done, or a blocker stands ·\n"
                   "2 the call was wrong · 3 the desk cannot be opened. Errors go to standard error.\n")
               .arg(Store::defaultPath());
}

} // namespace

bool isCliCommand(const QStringList& arguments)
{
    return wordAt(arguments) > 0 || asksForAny(arguments.mid(1), helpOptions + versionOptions);
}

int runCli(const QStringList& arguments)
{
    QTextStream out(stdout);
    const qsizetype at = wordAt(arguments);
    QStringList rest = arguments.mid(1);
    QString name;
    if (at > 0) {
        name = arguments.at(at);
        rest.removeAt(at - 1);
        if (name == u"help") { // "help score" is "score --help"
            name = rest.isEmpty() ? QString() : rest.takeFirst();
            rest.append(u"--help"_s);
        }
    }
    for (const Command& command : commands()) {
        if (command.name != name)
            continue;
        if (command.runPlain)
            return command.runPlain(rest);
        Call call(command);
        if (const std::optional<int> ended = call.parse(rest))
            return *ended;
        const int code = command.run(call);
        if (const auto printed = call.printed(); !printed && code == CliDone)
            return call.failed(printed.error());
        return code;
    }
    if (!name.isEmpty()) {
        QTextStream(stderr) << Cli::tr(
                                   "scoredesk: there is no command “%1”. `scoredesk --help` lists them.\n")
                                   .arg(printable(name));
        return CliUsage;
    }
    if (asksForAny(rest, versionOptions))
        out << u"scoredesk " SCOREDESK_VERSION "\n"_s;
    else
        out << overview();
    return CliDone;
}

int runCliProgram(int& argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const qsizetype at = wordAt(arguments);
    bool needsFonts = false;
    for (const Command& command : commands())
        needsFonts = needsFonts || (at > 0 && command.name == arguments.at(at) && command.needsFonts);

    // Fonts are laid out without asking a display server, of which there may be none.
    if (needsFonts && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::unique_ptr<QCoreApplication> application;
    if (needsFonts)
        application = applicationWithFonts(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setOrganizationName(u"scoredesk"_s);
    QCoreApplication::setApplicationName(u"scoredesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SCOREDESK_VERSION));
    installPlurals(*application);
    return runCli(QCoreApplication::arguments());
}

} // namespace Scoredesk
