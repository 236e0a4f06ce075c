// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QString>

#include <functional>
#include <utility>

class QTcpServer;
class QTcpSocket;

namespace Scoredesk::Test {

/// A request as the server read it.
struct ServerRequest {
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/// What the server does for a path.
struct ServerAnswer {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool neverAnswers = false;
    bool headOnly = false;    ///< sends the header, and then nothing
    int dripEvery = 0;        ///< milliseconds between two drops of the body; 0: all at once
    int drop = 1;             ///< bytes of each
    qint64 claimsLength = -1; ///< Content-Length to claim; below zero: the true one
    bool withoutLength = false;
    qsizetype breaksOffAfter = -1; ///< closes after so many bytes of the body
    bool chunked = false;
};

/// A web server on this machine for tests: answers by path, or by a function, and remembers what it was
/// asked.
class FeedServer : public QObject {
    Q_OBJECT

public:
    /// Listens at an address of this machine itself (127.0.0.0/8): each is a host of its own to whoever asks.
    explicit FeedServer(const QString& address = QStringLiteral("127.0.0.1"));
    ~FeedServer() override;

    /// Makes it speak TLS with a certificate that nobody trusts. Call before the first request.
    void useBadTls();

    QString url(const QString& path) const;
    QString origin() const;
    void answer(const QString& path, const ServerAnswer& answer);
    void answerBy(const QString& path, std::function<ServerAnswer(const ServerRequest&)> function);
    void feed(const QString& path, const QByteArray& xml);
    void redirect(const QString& path, int status, const QString& to);

    const QList<ServerRequest>& requests() const { return m_requests; }
    int asked(const QString& path) const;
    int mostAtOnce() const { return m_mostAtOnce; }

private:
    void onConnection();
    void onData(QTcpSocket* socket);
    void send(QTcpSocket* socket, const ServerAnswer& answer);
    void drip(const QPointer<QTcpSocket>& socket, const QByteArray& rest, int every, int bytes);

    QTcpServer* m_server;
    QString m_address;
    QSslConfiguration m_tls;
    bool m_speaksTls = false;
    QHash<QByteArray, std::function<ServerAnswer(const ServerRequest&)>> m_answers;
    QHash<QTcpSocket*, QByteArray> m_incoming;
    QList<ServerRequest> m_requests;
    int m_atOnce = 0;
    int m_mostAtOnce = 0;
};

/// An RSS document of `items` items, each with its own guid, link, title, date and text.
QByteArray rssOf(const QString& title, int items, const QString& extra = {});

} // namespace Scoredesk::Test
