// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/feedlists.h"

#include "app/feeds/subscribe/opml.h"
#include "storage/care/deskfile.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"
#include "ui/desk/desk.h"
#include "ui/importing/feedlistdialog.h"
#include "ui/widgets/frontwindow.h"
#include "ui/window/mainwindow.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <memory>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// Bytes; the longest list of feeds seen has half a megabyte.
static constexpr qint64 longestList = 16'000'000;

FeedLists::FeedLists(Desk& desk, MainWindow& window) : m_desk(desk), m_window(window)
{
    connect(&window, &MainWindow::feedListRequested, this, &FeedLists::importList);
    connect(&window, &MainWindow::starterPackRequested, this, &FeedLists::offerStarterPack);
    connect(&window, &MainWindow::feedListExportRequested, this, &FeedLists::exportList);
}

void FeedLists::importList(const QString& path)
{
    if (isDeskInUse(path)) {
        m_window.showError({tr("%1 is a desk that is open here.").arg(QDir::toNativeSeparators(path)),
                            ErrorCode::InvalidInput});
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestList) {
        m_window.showError(
            {tr("%1 cannot be read: %2")
                 .arg(QDir::toNativeSeparators(path),
                      file.isOpen() ? tr("it is too long for a list of feeds") : file.errorString()),
             ErrorCode::Failed});
        return;
    }
    const auto plan = planFromOpml(file.readAll(), m_desk.store().feeds().all());
    if (plan)
        preview(*plan);
    else
        m_window.showError(plan.error());
}

void FeedLists::offerStarterPack()
{
    if (const auto plan = starterPack(m_desk.store().feeds().all()))
        preview(*plan);
    else
        m_window.showError(plan.error());
}

void FeedLists::preview(const SubscribePlan& plan)
{
    QList<TickList::Line> lines;
    lines.reserve(plan.lines.size());
    for (const SubscribeLine& line : plan.lines) {
        const Subscription& feed = line.subscription;
        const QString name = !feed.title.isEmpty()      ? feed.title
                             : !feed.ownTitle.isEmpty() ? feed.ownTitle
                                                        : feed.url;
        const bool isNew = line.outcome == SubscribeLine::Outcome::New;
        lines.append({(feed.folder + QStringList(name)).join(u" / "_s), line.reason, isNew && line.wanted,
                      isNew, feed.url});
    }
    auto* dialog = new FeedListDialog(plan.title, lines, frontWindow(m_window));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, plan] {
        QList<Subscription> wanted;
        for (const int row : dialog->chosen())
            wanted.append(plan.lines[row].subscription);
        add(wanted);
    });
    dialog->open();
}

void FeedLists::add(const QList<Subscription>& subscriptions)
{
    if (subscriptions.isEmpty())
        return m_window.showInfo(tr("The desk reads these feeds already."));
    FeedStore& feeds = m_desk.store().feeds();
    const auto receipt = std::make_shared<SubscribeReceipt>();
    const auto taken = std::make_shared<RemovedFeeds>(); // what they were when they were undone
    const auto subscribe = [&feeds, subscriptions, receipt, taken]() -> Result<void> {
        const auto done = taken->feeds.isEmpty() ? feeds.subscribe(subscriptions)
                                                 : feeds.resubscribe(subscriptions, *taken);
        if (!done)
            return tl::unexpected(done.error());
        *receipt = *done;
        return {};
    };
    const auto unsubscribe = [&feeds, receipt, taken]() -> Result<void> {
        auto removed = feeds.unsubscribe(*receipt);
        if (!removed)
            return tl::unexpected(removed.error());
        *taken = std::move(*removed);
        return {};
    };
    if (m_desk.step(tr("Add feeds"), subscribe, unsubscribe))
        m_window.showInfo(tr("%n feeds added; F5 reads them. Ctrl+Z takes them out again.", nullptr,
                             int(receipt->added.size())));
}

void FeedLists::exportList(const QString& path)
{
    const FeedStore& feeds = m_desk.store().feeds();
    const QByteArray list = opmlOf(feeds.all(), m_desk.store().outlets(),
                                   m_desk.store().setting(u"desk_name"_s), QDateTime::currentDateTimeUtc());
    if (const auto written = writeExport(path, list))
        m_window.showInfo(tr("The list of feeds is in %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window.showError(written.error());
}

} // namespace Scoredesk
