// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/brief/exporter.h"

#include <QFutureWatcher>
#include <QObject>

namespace Scoredesk {

/// Renders an export off the GUI thread, one at a time: a new start drops the one under way.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);
    /// What is under way ends at its next story; nobody waits for it.
    ~ExportJob() override;

    void start(const QList<Dossier>& dossiers, const BriefOptions& options, BriefFormat format);
    void cancel();
    bool isRunning() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void progressed(int done, int total);
    void rendered(const QByteArray& bytes);
    /// ErrorCode::Cancelled after cancel().
    void failed(const Scoredesk::Error& error);

private:
    using Rendering = Result<QByteArray>;

    void drop();
    void onFinished();

    QFutureWatcher<Rendering>* m_watcher = nullptr;
};

} // namespace Scoredesk
