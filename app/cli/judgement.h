// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/result.h"
#include "storage/method/checks.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

class Call;
class Store;

/// What the checks find on a story of the desk.
QList<Finding> findingsOf(const Store& store, const Dossier& dossier, const Method& method,
                          const QString& analyst);

/// The option --overrule, for the commands that blockers stop.
QCommandLineOption overruleOption();
/// Reads every --overrule CHECK=REASON. The error names the part that is wrong.
[[nodiscard]] Result<Overrules> overrulesOf(const Call& call);

/// The edits that keep the reasons on a story, where its findings need them.
QList<StoryEdit> overruleEdits(const Dossier& dossier, const QList<Finding>& findings,
                               const Overrules& reasons);

/// Blockers that no reason overrules, as lines for people; empty where the story may go out.
QStringList standingBlockers(const QList<Finding>& findings, const Overrules& overrules);

} // namespace Scoredesk
