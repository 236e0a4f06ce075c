// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/linkplacer.h"
#include "app/feeds/refresh/refreshservice.h"
#include "storage/feeds/feedstore.h"
#include "tests/support/feeds/fakesecrets.h"
#include "tests/support/feeds/feedserver.h"
#include "tests/support/storefixture.h"

#include <QTest>
#include <QTimeZone>

#include <atomic>

namespace Scoredesk::Test {

/// Feeds on a desk, a server that has them, and a service that reads them.
class Bureau {
public:
    Bureau()
    {
        setNow(QDateTime(QDate(2026, 11, 3), QTime(12, 0), QTimeZone::utc()));
        fixture.open();
        setup.deskPath = fixture.path();
        setup.limits.answerWithin = 60'000;
        setup.clock = [this] { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); };
        setup.chance = [] { return 0.0; };
        // What is tested is reading; the articles of tests resemble one another more than any news.
        setup.makePlacer = [] { return std::make_unique<LinkPlacer>(); };
    }

    void setNow(const QDateTime& now)
    {
        fixture.now = now;
        m_now = now.toMSecsSinceEpoch();
    }
    FeedId add(const QString& url, const std::function<void(DeskFeed&)>& set = {})
    {
        DeskFeed feed;
        feed.url = url;
        if (set)
            set(feed);
        return need(fixture.store().feeds().save(feed));
    }
    FeedId addServed(const QString& path, const QByteArray& xml)
    {
        server.feed(path, xml);
        return add(server.url(path));
    }

    RefreshService& service()
    {
        if (!m_service) {
            auto fake = std::make_unique<FakeSecrets>();
            secrets = fake.get();
            m_service = std::make_unique<RefreshService>(setup, std::move(fake));
            QObject::connect(m_service.get(), &RefreshService::feedDone, m_service.get(),
                             [this](const FeedResult& result) { results.append(result); });
            QObject::connect(m_service.get(), &RefreshService::finished, m_service.get(),
                             [this](const RefreshSummary& done) {
                                 summary = done;
                                 ++ended;
                             });
            QObject::connect(m_service.get(), &RefreshService::failed, m_service.get(),
                             [this](const Error& failure) {
                                 error = failure;
                                 ++ended;
                             });
        }
        return *m_service;
    }
    void dropService() { m_service.reset(); }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return ended > 0; }, 60'000);
    }
    /// Reads all feeds and waits; the result of the first.
    FeedResult refresh()
    {
        service();
        results.clear();
        ended = 0;
        m_service->refreshAll();
        return waitForEnd() && !results.isEmpty() ? results.first() : FeedResult();
    }
    DeskFeed feed(FeedId id) { return *fixture.store().feeds().byId(id); }
    int stories() { return fixture.store().counts().all; }

    StoreFixture fixture;
    FeedServer server;
    RefreshSetup setup;
    FakeSecrets* secrets = nullptr;
    QList<FeedResult> results;
    RefreshSummary summary;
    Error error;
    int ended = 0;

private:
    std::atomic<qint64> m_now = 0; // read by the intake thread
    std::unique_ptr<RefreshService> m_service;
};

} // namespace Scoredesk::Test
