// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowsettings.h"

#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// A value that another version or a hand wrote may lie outside the choices: then the fallback.
template<typename Choice>
static Choice choice(const QSettings& settings, const QString& key, Choice fallback, Choice last)
{
    bool ok = false;
    const int value = settings.value(key, int(fallback)).toInt(&ok);
    return ok && value >= 0 && value <= int(last) ? Choice(value) : fallback;
}

WindowSettings WindowSettings::load()
{
    const QSettings stored;
    WindowSettings settings;
    settings.geometry = stored.value("window/geometry"_L1).toByteArray();
    settings.splitter = stored.value("window/splitter"_L1).toByteArray();
    settings.sources = stored.value("window/sources"_L1).toByteArray();
    settings.storyPanel = stored.value("window/story"_L1).toByteArray();
    settings.view = choice(stored, u"queue/view"_s, settings.view, QueueView::Kind::Outdated);
    settings.category = stored.value("queue/category"_L1).toString();
    settings.order = choice(stored, u"queue/order"_s, settings.order, QueueView::Order::Relevance);
    settings.orderDimension = stored.value("queue/dimension"_L1).toString();
    settings.theme = choice(stored, u"look/theme"_s, settings.theme, Theme::Dark);
    settings.fontSize = qBound(0, stored.value("look/font_size"_L1).toInt(), 32);
    settings.paper = choice(stored, u"export/paper"_s, settings.paper, Paper::Letter);
    settings.marking = choice(stored, u"export/marking"_s, settings.marking, TlpMarking::Red);
    settings.exportFolder = stored.value("export/folder"_L1).toString();
    settings.tellArrivals = stored.value("notifications/arrivals"_L1).toBool();
    settings.arrivalTags = stored.value("notifications/tags"_L1).toStringList();
    settings.analyst = stored.value("analyst/name"_L1).toString();
    return settings;
}

void WindowSettings::save() const
{
    QSettings stored;
    stored.setValue("window/geometry"_L1, geometry);
    stored.setValue("window/splitter"_L1, splitter);
    stored.setValue("window/sources"_L1, sources);
    stored.setValue("window/story"_L1, storyPanel);
    stored.setValue("queue/view"_L1, int(view));
    stored.setValue("queue/category"_L1, category);
    stored.setValue("queue/order"_L1, int(order));
    stored.setValue("queue/dimension"_L1, orderDimension);
    stored.setValue("look/theme"_L1, int(theme));
    stored.setValue("look/font_size"_L1, fontSize);
    stored.setValue("export/paper"_L1, int(paper));
    stored.setValue("export/marking"_L1, int(marking));
    stored.setValue("export/folder"_L1, exportFolder);
    stored.setValue("notifications/arrivals"_L1, tellArrivals);
    stored.setValue("notifications/tags"_L1, arrivalTags);
    stored.setValue("analyst/name"_L1, analyst);
}

QString WindowSettings::analystName() const
{
    if (!analyst.isEmpty())
        return analyst;
    if (const passwd* account = getpwuid(geteuid())) {
        const QString fullName = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
        return fullName.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : fullName;
    }
    return u"analyst"_s;
}

} // namespace Scoredesk
