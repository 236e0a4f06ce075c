// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Scoredesk::Test {

/// What one run of the program left behind.
struct ProgramRun {
    int exit = -1; ///< -1 where it crashed or did not end
    QByteArray out;
    QByteArray err;

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    /// Everything of it, for a failed test's message.
    QByteArray told() const;
};

/// Runs the program itself without a display, its settings and data in folders that are gone afterwards.
ProgramRun runProgram(const QStringList& arguments, const QByteArray& input = {});

/// A desk in a folder of its own for the program to work on: story 1 is fullDossier(), whole and free to go
/// out, 2 and 3 are bare. The analyst is Ada.
class ProgramDesk {
public:
    ProgramDesk();

    QString path() const { return file(QStringLiteral("desk.sqlite")); }
    QString folder() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    ProgramRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The same with --json; null, and told, where it ended otherwise or printed no JSON.
    QJsonDocument json(const QStringList& arguments, int exit = 0) const;
    /// What `show` tells of a story.
    QJsonObject story(int id) const;

private:
    QTemporaryDir m_folder;
};

} // namespace Scoredesk::Test
