// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/refreshvalues.h"
#include "app/feeds/secrets/secretstore.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace Scoredesk {

class Conditions;
class RefreshWorker;

/// Reads the desk's feeds, on demand and by itself, for the window and the command line alike.
///
/// Belongs to the thread that made it, which it never blocks but in its destructor, until what is being
/// stored at that moment is stored. A store of that thread learns of the news by Store::noticeOtherWriters()
/// at deskChanged().
class RefreshService : public QObject {
    Q_OBJECT

public:
    /// Null secrets: the system's keychain.
    explicit RefreshService(RefreshSetup setup, std::unique_ptr<SecretStore> secrets = {});
    ~RefreshService() override;

    bool isRunning() const { return m_running; }
    SecretStore& secrets() { return *m_secrets; }
    /// Reads feeds by itself when they are due, unless the machine is on battery or its network is metered.
    void setAutomatic(bool automatic);

public Q_SLOTS:
    /// Every feed that is not paused.
    void refreshAll();
    void refreshDue();
    /// Also paused ones: whoever asks for them means them.
    void refreshFeeds(const QList<Scoredesk::FeedId>& feeds);
    void cancel();
    /// Feeds were added, removed, paused or the like: what is due next is looked up anew.
    void feedsMoved();

Q_SIGNALS:
    void started(int total);
    /// At most ten times a second.
    void progressed(const Scoredesk::RefreshProgress& progress);
    void feedDone(const Scoredesk::FeedResult& result);
    void deskChanged();
    /// One of these ends each refresh.
    void finished(const Scoredesk::RefreshSummary& summary);
    void failed(const Scoredesk::Error& error);

private:
    void begin(const RefreshRequest& request);
    void onSecretWanted(FeedId feed, const QUuid& uuid);
    void onNextDue(const QDateTime& at);
    void connectWorker();
    template<typename Work>
    void onWorker(Work work);

    Clock m_clock;
    int m_keychainWithin;
    std::unique_ptr<SecretStore> m_secrets;
    QThread m_thread;
    RefreshWorker* m_worker; // lives and dies on its thread
    Conditions* m_conditions = nullptr;
    QTimer m_dueTimer;
    bool m_automatic = false;
    bool m_running = false;
};

} // namespace Scoredesk
