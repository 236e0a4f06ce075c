// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

#include <QFuture>
#include <QtConcurrent>

#include <utility>

namespace Scoredesk {

/// Runs what works at a desk for long on a thread of the pool, with a store of its own, so that the window
/// stays alive: `work` takes a Store& and gives a Result. What is yet to come is given up when the program
/// ends.
template<typename Work>
auto runAside(const QString& deskPath, StoreOptions::Mode mode, Work work)
{
    using Answer = std::invoke_result_t<Work, Store&>;
    return QtConcurrent::run([deskPath, mode, work = std::move(work)]() -> Answer {
        StoreOptions options;
        options.mode = mode;
        const auto store = Store::open(deskPath, options);
        if (!store)
            return tl::unexpected(store.error());
        return work(**store);
    });
}

/// The same for what only reads: `work` takes a const Store&.
template<typename Work>
auto runAside(const QString& deskPath, Work work)
{
    return runAside(deskPath, StoreOptions::Mode::Reader,
                    [work = std::move(work)](const Store& store) { return work(store); });
}

} // namespace Scoredesk
