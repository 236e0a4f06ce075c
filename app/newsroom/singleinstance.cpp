// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int patienceMs = 500;

SingleInstance::SingleInstance(const QString& deskPath, QObject* parent) : QObject(parent)
{
    const QFileInfo file(deskPath);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString real = file.exists() ? file.canonicalFilePath() : QDir(folder).filePath(file.fileName());
    // A socket's path is short by system limits, hence a digest; the user id keeps users of one machine
    // apart.
    const QByteArray digest =
        QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_name = u"scoredesk-%1-%2"_s.arg(geteuid()).arg(QString::fromLatin1(digest));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->write("here\n");
            caller->flush();
            caller->disconnectFromServer();
            Q_EMIT raiseRequested();
        }
    });
}

bool SingleInstance::raiseOther()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    // A socket file left by a crash refuses the connection; only a living window answers.
    return other.waitForConnected(patienceMs) && other.waitForReadyRead(patienceMs) &&
           other.readLine() == "here\n";
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace Scoredesk
