// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storeprivate.h"

#include "storage/method/methodfile.h"
#include "storage/sql/pragmas.h"
#include "storage/sql/statement.h"
#include "storage/tables/historytable.h"
#include "storage/tables/idlist.h"
#include "storage/tables/settingtable.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

StorePrivate::StorePrivate(OpenedDesk desk, const StoreOptions& options)
    : lock(std::move(desk.lock)),
      log(std::move(desk.log)),
      connection(std::move(desk.connection)),
      report(desk.report),
      clock(options.clock),
      writer(qint64(QRandomGenerator::global()->generate64() >> 1))
{
    {
        Statement notice(*connection, u"SELECT coalesce(max(seq), 0) FROM notice"_s);
        if (notice.next())
            lastNotice = notice.integer(0);
    }
    sessionStart = HistoryTable(*connection).lastRow();
    lastDataVersion = dataVersion(*connection);
    loadMethods();
}

void StorePrivate::loadMethods()
{
    methods = builtInMethods();
    const QList<Method> own = MethodTable(*connection).all();
    for (const Method& candidate : own)
        if (!builtInMethod(candidate.key))
            methods.append(candidate);
    const QString key = SettingTable(*connection).read(u"active_method"_s).value_or(QString());
    method = methods.isEmpty() ? Method() : methods.first();
    for (const Method& candidate : std::as_const(methods))
        if (candidate.key == key)
            method = candidate;
}

QueueReads StorePrivate::queue() const
{
    QueryTerms terms;
    for (const Dimension& dimension : method.dimensions)
        terms.dimensions.append(dimension.key);
    terms.now = clock();
    return {*connection, terms};
}

bool StorePrivate::knowsDimension(const QString& key) const
{
    return std::any_of(methods.begin(), methods.end(),
                       [&key](const Method& candidate) { return candidate.byKey(key) != nullptr; });
}

void StorePrivate::writeNotices(const Notices& notices)
{
    Statement insert(*connection,
                     u"INSERT INTO notice (writer, added, changed, removed, method, feeds) "
                     "VALUES (?, ?, ?, ?, ?, ?)"_s,
                     writer, toJsonArray(notices.allAdded()), toJsonArray(notices.allChanged()),
                     toJsonArray(notices.allRemoved()), notices.method(), notices.feeds());
    if (insert.run())
        Statement(*connection, u"DELETE FROM notice WHERE seq <= ?"_s, insert.insertedId() - 1000).run();
}

void StorePrivate::emitNotices(Store& store, const Notices& notices)
{
    if (notices.method())
        Q_EMIT store.methodChanged();
    if (const auto ids = notices.allAdded(); !ids.isEmpty())
        Q_EMIT store.storiesAdded(ids);
    if (const auto ids = notices.allChanged(); !ids.isEmpty())
        Q_EMIT store.storiesChanged(ids);
    if (const auto ids = notices.allRemoved(); !ids.isEmpty())
        Q_EMIT store.storiesRemoved(ids);
    if (notices.counts())
        Q_EMIT store.countsChanged();
    if (notices.feeds())
        Q_EMIT store.feedsChanged();
}

Notices StorePrivate::foreignNotices()
{
    Notices notices;
    const qint64 version = dataVersion(*connection);
    if (version == lastDataVersion)
        return notices;
    lastDataVersion = version;
    Statement row(
        *connection,
        u"SELECT seq, writer, added, changed, removed, method, feeds FROM notice WHERE seq > ? ORDER BY seq"_s,
        lastNotice);
    while (row.next()) {
        if (row.integer(0) >
            lastNotice + 1) { // so much happened that the oldest are gone: all must be read again
            notices.methodMoved();
            notices.feedsMoved();
        }
        lastNotice = row.integer(0);
        if (row.integer(1) == writer)
            continue;
        notices.removed(fromJsonArray(row.text(4)));
        notices.added(fromJsonArray(row.text(2)));
        notices.changed(fromJsonArray(row.text(3)));
        notices.countsMoved(); // which fields changed is not kept
        if (row.flag(5))
            notices.methodMoved();
        if (row.flag(6))
            notices.feedsMoved();
    }
    return notices;
}

WriteScope::WriteScope(Store& store, StorePrivate& d, Transaction::Kind kind)
    : m_store(store),
      m_d(d),
      m_before(d.pending),
      m_now(d.clock().toUTC()),
      m_transaction(*d.connection, kind)
{
}

WriteScope::~WriteScope()
{
    if (!m_done) {
        m_transaction.rollback();
        takeBack();
    }
}

void WriteScope::methodsMoved()
{
    m_d.pending.methodMoved();
    m_d.loadMethods();
}

void WriteScope::takeBack()
{
    const bool methods = m_d.pending.method();
    m_d.pending = m_before;
    if (methods)
        m_d.loadMethods();
}

Result<void> WriteScope::commit()
{
    m_done = true;
    const bool outermost = m_transaction.isOutermost();
    if (outermost && !m_d.pending.isEmpty() && !m_d.connection->hasFailed())
        m_d.writeNotices(m_d.pending);
    if (auto committed = m_transaction.commit(); !committed) {
        takeBack();
        return committed;
    }
    if (outermost) {
        const Notices notices = std::exchange(m_d.pending, {});
        StorePrivate::emitNotices(m_store, notices);
    }
    return {};
}

} // namespace Scoredesk
