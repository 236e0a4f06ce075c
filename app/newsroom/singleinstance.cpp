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

/// The path with links resolved as far as it exists: the same before and after the desk is made.
static QString realPath(const QString& path)
{
    const QFileInfo file(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (file.exists())
        return file.canonicalFilePath();
    return file.isRoot() ? file.absoluteFilePath()
                         : QDir(realPath(file.absolutePath())).filePath(file.fileName());
}

SingleInstance::SingleInstance(const QString& deskPath, QObject* parent) : QObject(parent)
{
    const QString real = realPath(deskPath);
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
    // A socket file left by a crash refuses the connection. A living window accepts it even while it is busy,
    // and comes forward when it gets to it.
    if (!other.waitForConnected(patienceMs))
        return false;
    other.waitForReadyRead(patienceMs);
    return true;
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace Scoredesk
