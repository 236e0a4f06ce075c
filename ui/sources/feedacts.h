// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/feedfield.h"

#include <QObject>

namespace Scoredesk {

class Desk;

/// Acts on feeds, on several as one undo step. Failures are told by the desk.
class FeedActs : public QObject {
    Q_OBJECT

public:
    FeedActs(Desk& desk, QObject* parent);

    /// Gives them that field of `like`. Those that are so already are left alone.
    void change(const QList<FeedId>& ids, FeedField field, const DeskFeed& like);
    void pause(const QList<FeedId>& ids, bool paused);
    /// Their articles and stories stay.
    void remove(const QList<FeedId>& ids);

Q_SIGNALS:
    /// What was done and shows nowhere by itself.
    void done(const QString& sentence);

private:
    Desk& m_desk;
};

} // namespace Scoredesk
