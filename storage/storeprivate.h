// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/care/opening.h"
#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/feeds/outletstore.h"
#include "storage/feeds/rulestore.h"
#include "storage/grouping/groupingstore.h"
#include "storage/notices.h"
#include "storage/queue/queuereads.h"
#include "storage/sql/transaction.h"
#include "storage/store.h"

#include <QLockFile>

#include <memory>

namespace Scoredesk {

/// What a Store keeps between calls.
class StorePrivate {
public:
    explicit StorePrivate(OpenedDesk desk, const StoreOptions& options);

    /// Reads the desk's methods and which one is in use.
    void loadMethods();
    QueueReads queue() const; ///< a search may name the dimensions of the method in use
    bool knowsDimension(const QString& key) const;
    /// Keeps the notices in the file, where other connections find them.
    void writeNotices(const Notices& notices);
    static void emitNotices(Store& store, const Notices& notices);
    /// What others wrote since the last look; nothing where nobody did.
    Notices foreignNotices();

    std::unique_ptr<QLockFile> lock; // outlives the connection: the file is closed before it is given up
    std::unique_ptr<ReadersLog> log;
    std::unique_ptr<Connection> connection;
    OpenReport report;
    Clock clock;
    QList<Method> methods;
    Method method;   // in use
    Notices pending; // of the transaction under way
    // History rows up to here are of earlier sessions, whose gesture numbers mean nothing now.
    qint64 sessionStart = 0;
    qint64 writer = 0;
    qint64 lastNotice = 0;
    qint64 lastDataVersion = 0;
    std::unique_ptr<FeedStore> feeds;
    std::unique_ptr<IntakeStore> intake;
    std::unique_ptr<OutletStore> outletStore;
    std::unique_ptr<RuleStore> rules;
    std::unique_ptr<GroupingStore> grouping;
    std::unique_ptr<RetentionStore> retention;
};

/// One writing call: a transaction, and the notices that follow it if it is the outermost one.
class WriteScope {
public:
    WriteScope(Store& store, StorePrivate& d, Transaction::Kind kind = Transaction::Kind::Write);
    ~WriteScope();
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;

    Notices& notices() { return m_d.pending; }
    const QDateTime& now() const { return m_now; }
    /// Reads the methods again, now and should this be taken back.
    void methodsMoved();
    [[nodiscard]] Result<void> commit();

private:
    void takeBack();

    Store& m_store;
    StorePrivate& m_d;
    Notices m_before;
    QDateTime m_now;
    Transaction m_transaction;
    bool m_done = false;
};

} // namespace Scoredesk
