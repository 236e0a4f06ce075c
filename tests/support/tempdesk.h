// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

#include <QTemporaryDir>

namespace Scoredesk::Test {

/// A desk on a real file that is gone with the test, with a clock that stands where it is put.
class TempDesk {
public:
    TempDesk();

    Store& store() { return *m_store; }
    QString path() const { return m_folder.filePath(QStringLiteral("desk.sqlite")); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    void setNow(const QDateTime& now) { m_now = now; }
    /// Closes and opens again, as a restart does.
    void reopen();
    /// One story a headline, in that order of age: the last is the newest.
    QList<StoryId> addPlain(const QStringList& headlines);
    StoryId addFull();

private:
    void open();

    QTemporaryDir m_folder;
    QDateTime m_now;
    std::unique_ptr<Store> m_store;
};

} // namespace Scoredesk::Test
