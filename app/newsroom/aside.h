// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QtConcurrent>

#include <utility>

namespace Scoredesk {

/// What comes of work on a thread of the pool, for who still wants it then: QFuture::then() has no way for a
/// context that is gone by the time (Qt 6.4 asserts that it is there).
template<typename Answer>
class Aside {
public:
    explicit Aside(const QFuture<Answer>& future) : m_future(future) {}

    /// Calls it in the context's thread when the work is done; not at all where the context, or the work
    /// itself, has been given up by then.
    template<typename Then>
    void then(QObject* context, Then then) const
    {
        auto* watcher = new QFutureWatcher<Answer>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, then = std::move(then)]() mutable {
                             watcher->deleteLater();
                             const QFuture<Answer> future = watcher->future();
                             if (future.resultCount() > 0)
                                 then(future.result());
                         });
        watcher->setFuture(m_future);
    }

private:
    QFuture<Answer> m_future;
};

/// Runs what works at a desk for long on a thread of the pool, with a store of its own, so that the window
/// stays alive: `work` takes a Store& and gives a Result. What is yet to come is given up when the program
/// ends.
template<typename Work>
auto runAside(const QString& deskPath, StoreOptions::Mode mode, Work work)
{
    using Answer = std::invoke_result_t<Work, Store&>;
    return Aside<Answer>(QtConcurrent::run([deskPath, mode, work = std::move(work)]() -> Answer {
        StoreOptions options;
        options.mode = mode;
        const auto store = Store::open(deskPath, options);
        if (!store)
            return tl::unexpected(store.error());
        return work(**store);
    }));
}

/// The same for what only reads: `work` takes a const Store&.
template<typename Work>
auto runAside(const QString& deskPath, Work work)
{
    return runAside(deskPath, StoreOptions::Mode::Reader,
                    [work = std::move(work)](const Store& store) { return work(store); });
}

} // namespace Scoredesk
