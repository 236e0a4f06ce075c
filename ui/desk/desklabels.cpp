// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of Desk on what many stories are filed under: category and tags.
#include "storage/store.h"
#include "ui/desk/desk.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

void Desk::setCategory(const QList<StoryId>& ids, const QString& category)
{
    const auto rows = m_store.queueRows(ids);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return;
    }
    QList<StoryEdit> edits;
    for (const QueueRow& row : *rows)
        if (row.category != category)
            edits.append({row.id, StoryField::Category, {}, category, {}});
    const auto changed = int(edits.size());
    if (changed == 0) {
        if (!ids.isEmpty())
            Q_EMIT failed({category.isEmpty()
                               ? tr("None of these stories has a category.")
                               : tr("These stories have the category “%1” already.").arg(category),
                           ErrorCode::InvalidInput});
    } else if (edit(tr("Category"), std::move(edits))) {
        Q_EMIT done(category.isEmpty() ? tr("Category taken from %n stories", nullptr, changed)
                                       : tr("%n stories filed under %1", nullptr, changed).arg(category));
    }
}

static QStringList retagged(QStringList tags, const QStringList& add, const QStringList& remove)
{
    for (const QString& tag : add)
        if (!tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    tags.removeIf([&remove](const QString& tag) { return remove.contains(tag, Qt::CaseInsensitive); });
    return tags;
}

void Desk::addTags(const QList<StoryId>& ids, const QStringList& add, const QStringList& remove)
{
    const auto stories = m_store.tagsOf(ids);
    if (!stories) {
        Q_EMIT failed(stories.error());
        return;
    }
    QList<StoryEdit> edits;
    for (const auto& [id, tags] : *stories)
        if (const QStringList next = retagged(tags, add, remove); next != tags)
            edits.append({id, StoryField::Tags, {}, next.join(u'\n'), {}});
    const auto changed = int(edits.size());
    if (changed == 0) {
        if (!ids.isEmpty())
            Q_EMIT failed(
                {tr("Nothing to change: these stories are tagged so already."), ErrorCode::InvalidInput});
    } else if (edit(tr("Tags"), std::move(edits))) {
        Q_EMIT done(tr("%n stories tagged", nullptr, changed));
    }
}

} // namespace Scoredesk
