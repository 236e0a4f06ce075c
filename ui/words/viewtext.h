// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"

#include <QCoreApplication>

namespace Scoredesk {

/// Views of the queue in words.
class ViewText {
    Q_DECLARE_TR_FUNCTIONS(ViewText)

public:
    /// "Incoming"
    static QString name(QueueView::Kind kind);
    /// What stands where the view has no story, and what to do about it.
    static QString nothingIn(const QueueView& view);
};

} // namespace Scoredesk
