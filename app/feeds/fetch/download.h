// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "storage/domain/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace Scoredesk {

/// One fetch from its first request to its end, redirects and limits included.
class Download : public QObject {
    Q_OBJECT

public:
    Download(QNetworkAccessManager& manager, FetchRequest request, const FetchLimits& limits,
             const Clock& clock, QObject* parent);
    ~Download() override;

    const FetchRequest& request() const { return m_request; }
    /// Answers by finished(), never before it returns.
    void start();
    /// After redirected(): asks the address that it leads to.
    void goOn();
    /// Ends it with finished() as Cancelled, unless it has ended.
    void cancel();

Q_SIGNALS:
    /// It is led elsewhere, and asks nobody until goOn(): that host may be busy.
    void redirected(const QUrl& to);
    void finished(const Scoredesk::FetchReply& reply);

private:
    void send(const QUrl& url);
    void onHeaders();
    void onData();
    void onFinished();
    void onDripWindow();
    void follow(const QByteArray& location);
    void takeAnswer();
    void end(FetchReply::Kind kind);
    void fail(FetchFailure failure, const QString& reason);
    void dropReply();

    QNetworkAccessManager& m_manager;
    FetchRequest m_request;
    FetchLimits m_limits;
    Clock m_clock;
    QPointer<QNetworkReply> m_reply;
    FetchReply m_result;
    QList<QSslError> m_tlsErrors;
    QList<QUrl> m_seen;
    QTimer m_answerTimer;
    QTimer m_wholeTimer;
    QTimer m_dripTimer;
    QElapsedTimer m_elapsed;
    qint64 m_arrivedInWindow = 0;
    QUrl m_next;         // where a redirect leads
    int m_wholeLeft = 0; // milliseconds of m_wholeTimer while it waits to go on
    bool m_ended = false;
};

} // namespace Scoredesk
