// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

#include <QFuture>
#include <QtConcurrent>

#include <utility>

namespace Scoredesk {

/// Runs what reads a desk for long on a thread of the pool, with a reader of its own, so that the window
/// stays alive: `work` takes a const Store& and gives a Result. What is yet to come is given up when the
/// program ends.
template<typename Work>
auto runAside(const QString& deskPath, Work work)
{
    using Answer = std::invoke_result_t<Work, const Store&>;
    return QtConcurrent::run([deskPath, work = std::move(work)]() -> Answer {
        StoreOptions options;
        options.mode = StoreOptions::Mode::Reader;
        const auto store = Store::open(deskPath, options);
        if (!store)
            return tl::unexpected(store.error());
        return work(**store);
    });
}

} // namespace Scoredesk
