// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/dripwatch.h"
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
             std::shared_ptr<ByteBudget> budget, const Clock& clock, QObject* parent);
    ~Download() override;

    const FetchRequest& request() const { return m_request; }
    /// Answers by finished(), never before it returns.
    void start();
    /// After redirected() or setAside(): asks the address that it is to go on at.
    void goOn();
    const QUrl& next() const { return m_next; }
    /// Takes hold of room for the largest body there may be, so that it is not set aside again. False where
    /// there is not so much.
    bool reserve();
    /// Ends it with finished() as Cancelled, unless it has ended.
    void cancel();

Q_SIGNALS:
    /// It is led elsewhere, and asks nobody until goOn(): that host may be busy.
    void redirected(const QUrl& to);
    /// There was no room for what came; what had come is let go, and it begins again with goOn().
    void setAside();
    void finished(const Scoredesk::FetchReply& reply);

private:
    void send(const QUrl& url);
    void onHeaders();
    void onData();
    void take(const QByteArray& bytes);
    void onFinished();
    void onDripSlice();
    void follow(const QByteArray& location);
    void makeRoom();
    void takeAnswer();
    void end(FetchReply::Kind kind);
    void fail(FetchFailure failure, const QString& reason);
    void failAsTooLarge();
    void dropReply();

    QNetworkAccessManager& m_manager;
    FetchRequest m_request;
    FetchLimits m_limits;
    std::shared_ptr<ByteBudget> m_budget;
    Clock m_clock;
    QPointer<QNetworkReply> m_reply;
    FetchReply m_result;
    QList<QSslError> m_tlsErrors;
    QList<QUrl> m_seen;
    QTimer m_answerTimer;
    QTimer m_wholeTimer;
    QTimer m_dripTimer;
    QElapsedTimer m_elapsed;
    DripWatch m_drip;
    QUrl m_next;         // where it goes on
    int m_wholeLeft = 0; // milliseconds of m_wholeTimer while it waits to go on
    bool m_ended = false;
};

} // namespace Scoredesk
