// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feeds/feedserver.h"

#include "tests/support/feeds/badcertificate.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

FeedServer::FeedServer(const QString& address) : m_server(new QTcpServer(this)), m_address(address)
{
    connect(m_server, &QTcpServer::newConnection, this, &FeedServer::onConnection);
    if (!m_server->listen(QHostAddress(m_address)))
        qFatal("The test server cannot listen: %s", qPrintable(m_server->errorString()));
}

FeedServer::~FeedServer()
{
    // Sockets tell of their end while the server's own members go.
    const QList<QTcpSocket*> sockets = m_server->findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : sockets)
        socket->disconnect(this);
}

void FeedServer::useBadTls()
{
    delete m_server;
    auto* server = new QSslServer(this);
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(QByteArray(badCertificate).trimmed()));
    tls.setPrivateKey(QSslKey(QByteArray(badKey).trimmed(), QSsl::Ec));
    server->setSslConfiguration(tls);
    m_server = server;
    m_speaksTls = true;
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &FeedServer::onConnection);
    if (!m_server->listen(QHostAddress(m_address)))
        qFatal("The test server cannot listen: %s", qPrintable(m_server->errorString()));
}

QString FeedServer::origin() const
{
    return u"%1://%2:%3"_s.arg(m_speaksTls ? u"https"_s : u"http"_s, m_address).arg(m_server->serverPort());
}

QString FeedServer::url(const QString& path) const
{
    return origin() + path;
}

void FeedServer::answer(const QString& path, const ServerAnswer& answer)
{
    answerBy(path, [answer](const ServerRequest&) { return answer; });
}

void FeedServer::answerBy(const QString& path, std::function<ServerAnswer(const ServerRequest&)> function)
{
    m_answers.insert(path.toLatin1(), std::move(function));
}

void FeedServer::feed(const QString& path, const QByteArray& xml)
{
    ServerAnswer is;
    is.headers = {{"Content-Type", "application/rss+xml"}};
    is.body = xml;
    answer(path, is);
}

void FeedServer::redirect(const QString& path, int status, const QString& to)
{
    ServerAnswer is;
    is.status = status;
    is.headers = {{"Location", to.toLatin1()}};
    is.body = "moved";
    answer(path, is);
}

int FeedServer::asked(const QString& path) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(), [&path](const ServerRequest& request) {
        return request.path == path.toLatin1();
    }));
}

void FeedServer::onConnection()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onData(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_incoming.remove(socket);
            socket->deleteLater();
        });
        onData(socket);
    }
}

void FeedServer::onData(QTcpSocket* socket)
{
    QByteArray& bytes = m_incoming[socket];
    bytes += socket->readAll();
    for (qsizetype end = bytes.indexOf("\r\n\r\n"); end >= 0; end = bytes.indexOf("\r\n\r\n")) {
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        bytes.remove(0, end + 4);
        ServerRequest request;
        request.path = lines.first().split(' ').value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        m_requests.append(request);
        const auto answer = m_answers.value(request.path);
        ServerAnswer none;
        none.status = 404;
        send(socket, answer ? answer(request) : none);
    }
}

void FeedServer::send(QTcpSocket* socket, const ServerAnswer& answer)
{
    ++m_atOnce;
    m_mostAtOnce = qMax(m_mostAtOnce, m_atOnce);
    // What is asked at once is counted as long as the loop has not come round.
    QTimer::singleShot(30, this, [this] { --m_atOnce; });
    if (answer.neverAnswers)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\n";
    for (const auto& [name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    QByteArray body = answer.body;
    if (answer.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
        body = QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    } else if (answer.withoutLength) {
        head += "Connection: close\r\n";
    } else if (answer.status != 304) {
        head += "Content-Length: " +
                QByteArray::number(answer.claimsLength >= 0 ? answer.claimsLength : body.size()) + "\r\n";
    }
    socket->write(head + "\r\n");
    if (answer.headOnly)
        return;
    if (answer.dripEvery > 0)
        return drip(socket, body, answer.dripEvery, answer.drop);
    if (answer.breaksOffAfter >= 0)
        body.truncate(answer.breaksOffAfter);
    socket->write(body);
    if (answer.breaksOffAfter >= 0 || answer.withoutLength)
        socket->disconnectFromHost();
}

void FeedServer::drip(const QPointer<QTcpSocket>& socket, const QByteArray& rest, int every, int bytes)
{
    if (!socket || rest.isEmpty())
        return;
    socket->write(rest.left(bytes));
    QTimer::singleShot(every, socket,
                       [this, socket, rest, every, bytes] { drip(socket, rest.mid(bytes), every, bytes); });
}

QByteArray rssOf(const QString& title, int items, const QString& extra)
{
    QString xml = u"<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>%1</title>"
                  "<link>https://%2.example/</link>%3"_s.arg(title, title.toLower(), extra);
    for (int i = items; i > 0; --i)
        xml += u"<item><title>%1 story %2</title><link>https://%3.example/story/%2</link>"
               "<guid isPermaLink='false'>%3-%2</guid><pubDate>Mon, 02 Nov 2026 %4:00:00 GMT</pubDate>"
               "<description>&lt;p&gt;Words of %1 about event number %2.&lt;/p&gt;</description></item>"_s
                   .arg(title)
                   .arg(i)
                   .arg(title.toLower())
                   .arg(i % 24, 2, 10, QLatin1Char('0'));
    return (xml + u"</channel></rss>"_s).toUtf8();
}

} // namespace Scoredesk::Test
