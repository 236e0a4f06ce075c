// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportflow.h"

#include "storage/store.h"
#include "ui/brief/exportrecording.h"
#include "ui/desk/desk.h"
#include "ui/preview/previewdialog.h"
#include "ui/window/windowsettings.h"
#include "ui/words/storiestext.h"

#include <QFileInfo>

namespace Scoredesk {

using namespace Qt::StringLiterals;

ExportFlow::ExportFlow(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void ExportFlow::start(const QList<StoryId>& ids, const WindowSettings& settings, QWidget* window)
{
    const auto dossiers = m_desk.store().dossiers(ids);
    if (!dossiers) {
        Q_EMIT failed(dossiers.error());
        return;
    }
    QStringList held;
    const QList<Dossier> free = withoutBlocked(*dossiers, &held);
    if (free.isEmpty()) {
        Q_EMIT failed(
            {held.isEmpty() ? tr("Choose a story to export.") : heldBackText(held, int(held.size())),
             ErrorCode::InvalidInput});
        return;
    }
    BriefOptions options;
    options.deskName = m_desk.store().setting(u"desk_name"_s);
    options.analyst = m_desk.analyst();
    options.method = m_desk.method();
    options.date = QDateTime::currentDateTimeUtc();
    options.paper = settings.paper;
    options.marking = settings.marking;
    auto* preview = new PreviewDialog(free, options, window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    if (!settings.exportFolder.isEmpty())
        preview->setFolder(settings.exportFolder);
    if (!held.isEmpty())
        preview->tell(
            tr("Left out, since blockers hold them back: %1").arg(storiesText(held, int(held.size()))));
    connect(preview, &PreviewDialog::exported, this, [this, free](const ExportRecord& record) {
        Q_EMIT savedIn(QFileInfo(record.path).absolutePath());
        if (const auto kept = recordBriefs(m_desk.store(), free, record); !kept)
            Q_EMIT failed(kept.error());
        else
            Q_EMIT told(tr("Exported to %1").arg(record.path));
    });
    preview->open();
}

QList<Dossier> ExportFlow::withoutBlocked(const QList<Dossier>& dossiers, QStringList* held) const
{
    QList<Dossier> free;
    const QStringList lastCategories = m_desk.store().lastExportedCategories();
    for (const Dossier& dossier : dossiers) {
        const auto findings =
            runChecks(dossier, m_desk.method(),
                      {m_desk.analyst(), m_desk.store().likelyDuplicateOf(dossier.story.id), lastCategories});
        if (blocks(findings, dossier.overrules))
            held->append(dossier.story.headline);
        else
            free.append(dossier);
    }
    return free;
}

} // namespace Scoredesk
