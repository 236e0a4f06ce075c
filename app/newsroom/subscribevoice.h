// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QObject>

namespace Scoredesk {

/// Says what came of a SubscribeCommand, which is no QObject.
class SubscribeVoice : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void added(int count);
    void failed(const Scoredesk::Error& error);
};

} // namespace Scoredesk
