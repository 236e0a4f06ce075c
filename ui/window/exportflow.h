// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/result.h"

#include <QObject>

class QWidget;

namespace Scoredesk {

class Desk;
struct WindowSettings;

/// From chosen stories to a file on record: checks, preview, and the record of what went out.
class ExportFlow : public QObject {
    Q_OBJECT

public:
    explicit ExportFlow(Desk& desk, QObject* parent = nullptr);

    /// Opens the preview over `window`. Stories that a blocker holds back are left out and named.
    void start(const QList<StoryId>& ids, const WindowSettings& settings, QWidget* window);

Q_SIGNALS:
    void failed(const Scoredesk::Error& error);
    void told(const QString& sentence);
    /// The folder of a file that was saved, where the next export begins.
    void savedIn(const QString& folder);

private:
    QList<Dossier> withoutBlocked(const QList<Dossier>& dossiers, QStringList* held) const;

    Desk& m_desk;
};

} // namespace Scoredesk
