// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/exportjob.h"

#include <QPromise>
#include <QtConcurrent>

namespace Scoredesk {

ExportJob::ExportJob(QObject* parent) : QObject(parent) {}

ExportJob::~ExportJob()
{
    drop();
}

void ExportJob::start(const QList<Dossier>& dossiers, const BriefOptions& options, BriefFormat format)
{
    drop();
    m_watcher = new QFutureWatcher<Rendering>(this);
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int done) { Q_EMIT progressed(done, m_watcher->progressMaximum()); });
    connect(m_watcher, &QFutureWatcherBase::finished, this, &ExportJob::onFinished);
    m_watcher->setFuture(QtConcurrent::run([dossiers, options, format](QPromise<Rendering>& promise) {
        promise.setProgressRange(0, int(dossiers.size()));
        promise.addResult(renderBriefs(dossiers, options, format, [&promise](int done, int) {
            promise.setProgressValue(done);
            return !promise.isCanceled();
        }));
    }));
}

void ExportJob::cancel()
{
    if (!isRunning())
        return;
    drop();
    Q_EMIT failed({tr("The export was cancelled."), ErrorCode::Cancelled});
}

void ExportJob::drop()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void ExportJob::onFinished()
{
    QFutureWatcher<Rendering>* const watcher = std::exchange(m_watcher, nullptr);
    watcher->deleteLater();
    if (watcher->future().resultCount() == 0) {
        Q_EMIT failed({tr("The export could not be made."), ErrorCode::Failed});
        return;
    }
    const Rendering rendering = watcher->result();
    if (rendering)
        Q_EMIT rendered(*rendering);
    else
        Q_EMIT failed(rendering.error());
}

} // namespace Scoredesk
