// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Scoredesk {

/// The files that this process has open through SQLite. Any thread.
///
/// POSIX drops all locks of a process on a file as soon as it closes any descriptor of it: a desk in use that
/// is also read as a plain file loses SQLite's locks, and the next process to close it deletes the log under
/// this one. So nothing may open such a file but SQLite.
class OpenFiles {
public:
    /// While it lives, the file counts as open; made before SQLite opens it.
    class Mark {
    public:
        explicit Mark(const QString& path);
        ~Mark();
        Mark(const Mark&) = delete;
        Mark& operator=(const Mark&) = delete;

    private:
        QString m_key;
    };

    static bool isOpen(const QString& path);

    /// What a plain file begins with.
    struct Head {
        QByteArray bytes;
        QString fault; ///< empty, or why it cannot be read
    };
    /// Nothing where the file is open: then SQLite has to be asked. None is opened meanwhile.
    static std::optional<Head> head(const QString& path, qint64 most);
};

} // namespace Scoredesk
