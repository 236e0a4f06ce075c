// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "ui/brief/exporter.h"
#include "ui/window/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// What the window remembers between sessions, on this machine only: layout, look and habits. Nothing of a
/// desk.
struct WindowSettings {
    QByteArray geometry;
    QByteArray splitter;
    QByteArray storyPanel;
    QByteArray sources; ///< the window of feeds and outlets
    QueueView::Kind view = QueueView::Kind::Incoming;
    QString category;
    QueueView::Order order = QueueView::Order::Newest;
    QString orderDimension; ///< of Order::Dimension
    Theme theme = Theme::System;
    int fontSize = 0; ///< points; 0: the system's
    Paper paper = Paper::A4;
    TlpMarking marking = TlpMarking::None;
    QString exportFolder;
    bool tellArrivals = false; ///< by a notification of the desktop
    QStringList arrivalTags;   ///< of the stories that it tells of
    QString analyst;           ///< who works here and signs; empty: the account's own name

    static WindowSettings load();
    void save() const;
    /// The name set, else the account's full name, else its login. Never empty.
    QString analystName() const;

    bool operator==(const WindowSettings&) const = default;
};

} // namespace Scoredesk
