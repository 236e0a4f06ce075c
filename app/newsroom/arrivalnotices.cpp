// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/arrivalnotices.h"

#include "app/feeds/refresh/refreshservice.h"
#include "app/newsroom/aside.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowsettings.h"

#include <utility>

namespace Scoredesk {

/// Stories of one refresh that are looked at. A first refresh of hundreds of feeds brings more; that is no
/// moment for notifications.
static constexpr qsizetype mostArrived = 5000;

ArrivalNotices::ArrivalNotices(Desk& desk, MainWindow& window, RefreshService& service,
                               std::unique_ptr<DesktopNotifier> notifier)
    : m_desk(desk), m_window(window), m_notifier(std::move(notifier))
{
    connect(&service, &RefreshService::feedDone, this, [this](const FeedResult& result) {
        m_arrived += result.opened.first(qMin(result.opened.size(), mostArrived - m_arrived.size()));
    });
    // What came before it failed came all the same.
    connect(&service, &RefreshService::finished, this, &ArrivalNotices::tell);
    connect(&service, &RefreshService::failed, this, &ArrivalNotices::tell);
    connect(m_notifier.get(), &DesktopNotifier::chosen, this, &ArrivalNotices::showFirst);
}

ArrivalNotices::~ArrivalNotices() = default;

void ArrivalNotices::tell()
{
    const QList<StoryId> ids = std::exchange(m_arrived, {});
    const WindowSettings settings = WindowSettings::load();
    if (ids.isEmpty() || !settings.tellArrivals || settings.arrivalTags.isEmpty())
        return;
    runAside(m_desk.store().path(),
             [ids, tags = settings.arrivalTags](const Store& store) -> Result<std::optional<ArrivalNews>> {
                 QList<Story> stories;
                 for (const StoryId id : ids)
                     if (auto story = store.story(id)) // else it became part of another
                         stories.append(std::move(*story));
                 return arrivalNews(stories, tags);
             })
        .then(this, [this](const Result<std::optional<ArrivalNews>>& news) {
            if (!news || !*news)
                return; // a desk that cannot be read tells so wherever it is looked at
            m_first = (*news)->first;
            m_notifier->show((*news)->title, (*news)->body);
        });
}

void ArrivalNotices::showFirst()
{
    m_window.comeForward();
    if (m_desk.store().story(m_first)) // it may be gone since
        m_desk.setCurrent(m_first);
}

} // namespace Scoredesk
