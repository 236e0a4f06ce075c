// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/newsroom/subscribevoice.h"
#include "storage/domain/subscription.h"

#include <QList>
#include <QUndoCommand>

#include <memory>

namespace Scoredesk {

class FeedStore;

/// Adding feeds, as one undo step. Where the desk refuses, that is told and the step drops out.
class SubscribeCommand : public QUndoCommand {
public:
    SubscribeCommand(FeedStore& feeds, const QList<Subscription>& subscriptions);

    SubscribeVoice* voice() const { return m_voice.get(); }
    void redo() override;
    void undo() override;

private:
    FeedStore& m_feeds;
    QList<Subscription> m_subscriptions;
    SubscribeReceipt m_receipt;
    std::unique_ptr<SubscribeVoice> m_voice;
};

} // namespace Scoredesk
