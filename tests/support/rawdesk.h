// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace Scoredesk::Test {

/// A desk's file through SQLite's C interface alone: what makes large desks, and the floor that searches are
/// measured against. Any error ends the program.
class RawDesk {
public:
    enum class Access { Read, Write };

    explicit RawDesk(const QString& path, Access access = Access::Read);
    ~RawDesk();
    RawDesk(const RawDesk&) = delete;
    RawDesk& operator=(const RawDesk&) = delete;

    void run(const QByteArray& sql); ///< any number of statements
    /// The first column of the first row; 0 without one.
    qint64 number(const QByteArray& sql);
    sqlite3* handle() { return m_handle; }

private:
    sqlite3* m_handle = nullptr;
};

/// A statement that takes its parameters in their order.
class RawStatement {
public:
    RawStatement(RawDesk& desk, const QByteArray& sql);
    ~RawStatement();
    RawStatement(const RawStatement&) = delete;
    RawStatement& operator=(const RawStatement&) = delete;

    RawStatement& bind(qint64 value);
    RawStatement& bind(double value);
    RawStatement& bind(const QByteArray& utf8);
    RawStatement& bind(const QString& text) { return bind(text.toUtf8()); }
    RawStatement& bindBlob(const QByteArray& bytes); ///< NULL where empty
    RawStatement& bindNull();
    /// NULL where it is 0, as no row is numbered.
    RawStatement& bindId(qint64 id) { return id == 0 ? bindNull() : bind(id); }

    bool next();
    qint64 integer(int column) const;
    QByteArray text(int column) const;
    /// Runs it to its end; it then takes parameters anew.
    void run();

private:
    void check(int code) const;

    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
    int m_bound = 0;
};

} // namespace Scoredesk::Test
