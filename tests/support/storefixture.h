// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

#include <QTemporaryDir>

#include <memory>

namespace Scoredesk::Test {

/// A desk in a file of its own that goes with it, and a clock that stands still until it is set.
class StoreFixture {
public:
    StoreFixture();

    QString path() const { return m_folder.filePath(QStringLiteral("desk.sqlite")); }
    QString beside(const QString& name) const { return m_folder.filePath(name); }
    /// Opens it, or ends the test program with the reason.
    Store& open();
    void close() { m_store.reset(); }
    Store& store() const { return *m_store; }
    StoreOptions options() const;

    StoryId add(const Dossier& dossier);
    /// Applies one edit as "Ada"; returns what takes it back.
    QList<StoryEdit> edit(StoryId story, StoryField field, const QString& value,
                          const QString& dimension = {}, qint64 gesture = 0);

    QDateTime now;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

/// The dossier without what one desk numbers for itself.
Dossier withoutIds(Dossier dossier);

/// The value, or the end of the test program with the error's message.
template<typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}
inline void need(const Result<void>& result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

} // namespace Scoredesk::Test
