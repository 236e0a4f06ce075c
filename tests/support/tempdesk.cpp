// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tempdesk.h"

#include "tests/support/samples.h"

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

TempDesk::TempDesk() : m_now(QDateTime::fromString(u"2026-04-10T10:00:00Z"_s, Qt::ISODate))
{
    open();
}

void TempDesk::open()
{
    StoreOptions options;
    options.clock = [this] { return m_now; };
    auto store = Store::open(path(), options);
    if (!store)
        qFatal("The test's desk cannot be opened: %s", qPrintable(store.error().message));
    m_store = std::move(*store);
}

void TempDesk::reopen()
{
    m_store.reset();
    open();
}

QList<StoryId> TempDesk::addPlain(const QStringList& headlines)
{
    QList<Dossier> dossiers;
    for (const QString& headline : headlines) {
        dossiers.append(plainDossier(headline));
        dossiers.last().story.publishedAt = m_now.addSecs(-3600 + 60 * dossiers.size());
    }
    const auto ids = m_store->addStories(dossiers, {u"Ada"_s, 0});
    if (!ids)
        qFatal("The test's stories cannot be added: %s", qPrintable(ids.error().message));
    return *ids;
}

StoryId TempDesk::addFull()
{
    const auto ids = m_store->addStories({fullDossier()}, {u"Ada"_s, 0});
    if (!ids)
        qFatal("The test's story cannot be added: %s", qPrintable(ids.error().message));
    return ids->first();
}

} // namespace Scoredesk::Test
