// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

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

} // namespace Scoredesk::Test
