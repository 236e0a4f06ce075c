// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/feedwords.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct FeedWords {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::FeedWords)
};

QString moment(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

QString healthName(FeedHealth health)
{
    switch (health) {
    case FeedHealth::Untried:
        return u"untried"_s;
    case FeedHealth::Paused:
        return u"paused"_s;
    case FeedHealth::Failing:
        return u"failing"_s;
    case FeedHealth::Empty:
        return u"empty"_s;
    case FeedHealth::Idle:
        return u"idle"_s;
    case FeedHealth::Good:
        break;
    }
    return u"good"_s;
}

QString healthText(FeedHealth health)
{
    switch (health) {
    case FeedHealth::Untried:
        return FeedWords::tr("not read yet");
    case FeedHealth::Paused:
        return FeedWords::tr("paused");
    case FeedHealth::Failing:
        return FeedWords::tr("failing");
    case FeedHealth::Empty:
        return FeedWords::tr("empty");
    case FeedHealth::Idle:
        return FeedWords::tr("idle");
    case FeedHealth::Good:
        break;
    }
    return FeedWords::tr("good");
}

/// Reasons that come from the system end as they like.
static QString sentence(const QString& reason)
{
    const bool ends =
        reason.isEmpty() || reason.back() == u'.' || reason.back() == u'!' || reason.back() == u'?';
    return ends ? reason : reason + u'.';
}

QString healthReason(const DeskFeed& feed, const QDateTime& now)
{
    const FeedRecord& record = feed.record;
    switch (healthOf(feed, now)) {
    case FeedHealth::Failing:
        if (record.failures == 0)
            return FeedWords::tr("Its server never gave it, and says that it has not changed.");
        return FeedWords::tr("%1 Failing since %2.")
            .arg(sentence(record.reason), moment(record.failingSince));
    case FeedHealth::Paused:
        return feed.pauseReason;
    case FeedHealth::Empty:
        return FeedWords::tr("It was read well and held no item.");
    case FeedHealth::Idle:
        if (!record.newestItem.isValid())
            return FeedWords::tr("It brought nothing new since %1.").arg(moment(record.newAt));
        return FeedWords::tr("Its newest item is of %1.").arg(moment(record.newestItem));
    default:
        return {};
    }
}

QStringList folderFromText(const QString& text)
{
    QStringList folder;
    for (const QString& name : text.split(u'/'))
        if (const QString plain = name.simplified(); !plain.isEmpty())
            folder.append(plain);
    return folder;
}

QString folderText(const QStringList& folder)
{
    return folder.join(u'/');
}

} // namespace Scoredesk
