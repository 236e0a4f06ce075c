// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowprogram.h"

#include <QProcessEnvironment>

#include <csignal>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

static constexpr int patienceMs = 30'000;

WindowProgram::WindowProgram(const QString& desk)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, m_home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(SCOREDESK_BINARY), {u"--desk"_s, desk});
    m_process.waitForStarted(patienceMs);
}

WindowProgram::~WindowProgram()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

void WindowProgram::signal(int number)
{
    if (m_process.processId() > 0)
        ::kill(pid_t(m_process.processId()), number);
}

bool WindowProgram::ended()
{
    return !isRunning() || m_process.waitForFinished(patienceMs);
}

int WindowProgram::exit() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace Scoredesk::Test
