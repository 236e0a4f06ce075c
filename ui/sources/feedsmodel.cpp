// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/feedsmodel.h"

#include "ui/widgets/timetext.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/feedwords.h"

#include <QLocale>

#include <limits>
#include <optional>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// The worst first.
static int urgency(FeedHealth health)
{
    switch (health) {
    case FeedHealth::Failing:
        return 0;
    case FeedHealth::Idle:
        return 1;
    case FeedHealth::Empty:
        return 2;
    case FeedHealth::Paused:
        return 3;
    case FeedHealth::Untried:
        return 4;
    case FeedHealth::Good:
        break;
    }
    return 5;
}

static std::optional<FeedField> fieldOf(int column)
{
    switch (column) {
    case FeedsModel::Name:
        return FeedField::Name;
    case FeedsModel::Folder:
        return FeedField::Folder;
    case FeedsModel::OutletColumn:
        return FeedField::Outlet;
    case FeedsModel::Category:
        return FeedField::Category;
    case FeedsModel::KeepDays:
        return FeedField::KeepDays;
    default:
        return std::nullopt;
    }
}

/// Whether a count of nought says that nothing was published, rather than that nobody could look.
static bool knowsItsWeek(const DeskFeed& feed)
{
    return feed.lastWeek > 0 || (feed.record.goodAt.isValid() && feed.record.failures == 0);
}

QString keepDaysText(int days)
{
    if (days == 0)
        return FeedsModel::tr("as the desk");
    return days < 0 ? FeedsModel::tr("for ever") : FeedsModel::tr("%n days", nullptr, days);
}

QString healthNote(const DeskFeed& feed, const QDateTime& now)
{
    switch (healthOf(feed, now)) {
    case FeedHealth::Failing:
        return feed.record.reason.simplified();
    case FeedHealth::Paused:
        return feed.pauseReason.simplified();
    case FeedHealth::Empty:
        return FeedsModel::tr("it was read well and held no item");
    case FeedHealth::Idle:
        return FeedsModel::tr("nothing new since %1").arg(localTimeText(feed.record.newestItem));
    default:
        return {};
    }
}

void FeedsModel::show(const QList<DeskFeed>& feeds, const QList<Outlet>& outlets, const QDateTime& now)
{
    QHash<OutletId, QString> names;
    for (const Outlet& outlet : outlets)
        names.insert(outlet.id, outlet.name);
    const bool othersMoved = now != m_now || names != m_outlets;
    m_now = now;
    m_outlets = names;
    setRows(feeds);
    if (othersMoved)
        tellAllChanged();
}

int FeedsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FeedsModel::nextText(const DeskFeed& feed) const
{
    if (feed.paused)
        return u"—"_s;
    if (!feed.record.nextAt.isValid() || feed.record.nextAt <= m_now)
        return tr("due");
    return localTimeText(feed.record.nextAt);
}

QString FeedsModel::text(const DeskFeed& feed, int column) const
{
    switch (column) {
    case Name:
        return feed.name().simplified();
    case Folder:
        return shownFolder(feed.folder);
    case Health: {
        const QString word = healthText(healthOf(feed, m_now));
        const QString note = healthNote(feed, m_now);
        return note.isEmpty() ? word : u"%1 · %2"_s.arg(word, note);
    }
    case Week:
        return knowsItsWeek(feed) ? QLocale().toString(feed.lastWeek) : u"—"_s;
    case LastGood:
        return localTimeText(feed.record.goodAt);
    case Next:
        return nextText(feed);
    case OutletColumn:
        return feed.outlet == OutletId{} ? tr("by links") : m_outlets.value(feed.outlet, u"—"_s);
    case Category:
        return feed.category;
    case KeepDays:
        return keepDaysText(feed.keepDays);
    default:
        return {};
    }
}

QString FeedsModel::tip(const DeskFeed& feed, int column) const
{
    switch (column) {
    case Name:
        return feed.url;
    case Health: {
        QString tip = text(feed, Health);
        if (feed.record.failingSince.isValid() && !feed.paused)
            tip += u'\n' +
                   tr("Failing since %1 (%2)")
                       .arg(localTimeText(feed.record.failingSince), utcTimeText(feed.record.failingSince));
        return tip;
    }
    case Week:
        return knowsItsWeek(feed) ? tr("Articles published in the last seven days")
                                  : tr("Not known: the feed could not be read");
    case LastGood:
        return utcTimeText(feed.record.goodAt);
    case Next:
        return feed.paused ? tr("Paused; P reads it again") : utcTimeText(feed.record.nextAt);
    case OutletColumn:
        return feed.outlet == OutletId{} ? tr("Each article's outlet is told by its link")
                                         : text(feed, OutletColumn);
    case KeepDays:
        return tr("How long its incoming stories stay which nobody touched. A story of several feeds stays "
                  "for the longest of their times.");
    default:
        return text(feed, column);
    }
}

QVariant FeedsModel::editValue(const DeskFeed& feed, int column) const
{
    if (column == OutletColumn)
        return number(feed.outlet);
    if (column == KeepDays)
        return feed.keepDays;
    return text(feed, column);
}

QVariant FeedsModel::sortValue(const DeskFeed& feed, int column) const
{
    const auto instant = [](const QDateTime& time) {
        return time.isValid() ? time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    };
    switch (column) {
    case Health:
        return urgency(healthOf(feed, m_now));
    case Week:
        return knowsItsWeek(feed) ? feed.lastWeek : -1;
    case LastGood:
        return instant(feed.record.goodAt);
    case Next:
        return feed.paused ? std::numeric_limits<qint64>::max() : instant(feed.record.nextAt);
    case KeepDays:
        return feed.keepDays;
    default:
        return text(feed, column);
    }
}

QVariant FeedsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeskFeed& feed = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(feed, index.column());
    case Qt::EditRole:
        return editValue(feed, index.column());
    case Qt::ToolTipRole:
        return plainTip(tip(feed, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Week ? Qt::AlignRight : Qt::AlignLeft));
    case HealthRole:
        return int(healthOf(feed, m_now));
    case SortRole:
        return sortValue(feed, index.column());
    default:
        return {};
    }
}

QVariant FeedsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Folder:
        return tr("Folder");
    case Health:
        return tr("Health");
    case Week:
        return tr("Last week");
    case LastGood:
        return tr("Last good");
    case Next:
        return tr("Next");
    case OutletColumn:
        return tr("Outlet");
    case Category:
        return tr("Category");
    case KeepDays:
        return tr("Stories stay");
    default:
        return {};
    }
}

bool FeedsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto field = fieldOf(index.column());
    if (role != Qt::EditRole || !field || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    DeskFeed like = row(index.row());
    if (value == editValue(like, index.column()))
        return false; // an editor that was left as it was
    const QString typed = value.toString().simplified();
    switch (index.column()) {
    case Name:
        like.title = typed == like.ownTitle.simplified() ? QString() : typed;
        break;
    case Folder:
        like.folder = folderOf(typed);
        break;
    case OutletColumn:
        like.outlet = OutletId(value.toLongLong());
        break;
    case KeepDays:
        like.keepDays = qBound(stayForEver, value.toInt(), mostKeepDays);
        break;
    default:
        like.category = typed;
        break;
    }
    Q_EMIT editRequested(like.id, *field, like);
    return true;
}

Qt::ItemFlags FeedsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (fieldOf(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace Scoredesk
