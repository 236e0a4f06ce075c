// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include "storage/store.h"
#include "tests/support/samples.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

QByteArray ProgramRun::told() const
{
    return "exit " + QByteArray::number(exit) + "\nout: " + out.left(4000) + "\nerr: " + err.left(4000);
}

/// A server of the test itself must be able to answer meanwhile.
static bool waitForEnd(QProcess& process, int milliseconds)
{
    if (!QCoreApplication::instance())
        return process.waitForFinished(milliseconds);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    return process.state() == QProcess::NotRunning;
}

ProgramRun runProgram(const QStringList& arguments, const QByteArray& input)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, home.path());
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SCOREDESK_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramRun run;
    const bool ended = waitForEnd(process, 120'000);
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        run.exit = process.exitCode();
    return run;
}

ProgramDesk::ProgramDesk()
{
    auto store = Store::open(path());
    if (!store || !(*store)->addStories({fullDossier(), plainDossier(u"Second story about chips"_s),
                                         plainDossier(u"Third story"_s)},
                                        {u"Ada"_s, 0}))
        qFatal("cannot make a test's desk");
}

ProgramRun ProgramDesk::run(const QStringList& arguments, const QByteArray& input) const
{
    return runProgram(arguments + QStringList{u"--desk"_s, path(), u"--analyst"_s, u"Ada"_s}, input);
}

QJsonDocument ProgramDesk::json(const QStringList& arguments, int exit) const
{
    const ProgramRun done = run(arguments + QStringList{u"--json"_s});
    if (done.exit == exit && !done.json().isNull())
        return done.json();
    qWarning("%s", done.told().constData());
    return {};
}

QJsonObject ProgramDesk::story(int id) const
{
    return json({u"show"_s, QString::number(id)}).object();
}

} // namespace Scoredesk::Test
