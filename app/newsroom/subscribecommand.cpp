// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/subscribecommand.h"

#include "storage/feeds/feedstore.h"

#include <QCoreApplication>

namespace Scoredesk {

SubscribeCommand::SubscribeCommand(FeedStore& feeds, const QList<Subscription>& subscriptions)
    : QUndoCommand(QCoreApplication::translate("Scoredesk::SubscribeCommand", "Add feeds")),
      m_feeds(feeds),
      m_subscriptions(subscriptions),
      m_voice(std::make_unique<SubscribeVoice>())
{
}

void SubscribeCommand::redo()
{
    const auto done = m_feeds.subscribe(m_subscriptions);
    if (!done) {
        setObsolete(true);
        Q_EMIT m_voice->failed(done.error());
        return;
    }
    m_receipt = *done;
    Q_EMIT m_voice->added(int(m_receipt.added.size()));
}

void SubscribeCommand::undo()
{
    if (const auto done = m_feeds.unsubscribe(m_receipt); !done) {
        setObsolete(true);
        Q_EMIT m_voice->failed(done.error());
    }
}

} // namespace Scoredesk
