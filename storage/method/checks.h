// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Scoredesk {

/// How much a finding weighs, worst first. A blocker stops Ready and export until it is mended or overruled
/// with a reason.
enum class Severity { Blocker, Warning, Note };

/// The check that made a finding. The names that checkName() gives are part of the desk file (overrules).
enum class CheckKind {
    HeadlineNumber,     ///< a number in the headline that is in neither summary nor why-it-matters
    OutletCountInProse, ///< an outlet count in the prose that differs from the coverage
    StatedOverNamed,    ///< stated outlets far above those named
    ImpactUnsupported,  ///< impact ≥ 8 with neither tier-1 outlet nor primary source
    TrustUnsupported,   ///< trust high without primary source, or with FUD risk ≥ 5, or authority < 5
    HypeHeadline,       ///< hype phrase in the headline with FUD risk < 3
    Repetition,         ///< why-it-matters repeats headline or summary
    FieldLength,        ///< a field missing, too short or too long
    LikelyDuplicate,    ///< likely the same as another story
    Drift,              ///< stated impact drifts from the computed
    ScorePredatesEvidence,
    CategorySkew,     ///< one category more than half of the last ten exported
    UnsafeLink,       ///< not http(s), or to a private address
    HiddenCharacters, ///< bidirectional or zero-width characters
    FudWithoutNote,   ///< FUD risk ≥ 6 with an empty trust note
    CardIncomplete,   ///< a dimension of the card that nobody has judged
    BorrowedCard,     ///< the card that goes out is another analyst's
};

QString checkName(CheckKind kind);
std::optional<CheckKind> checkFromName(const QString& name);

/// One thing a check found. The words are made where it is shown, from kind and facts: the domain holds no
/// display text.
struct Finding {
    CheckKind kind = CheckKind::FieldLength;
    Severity severity = Severity::Note;
    StoryField place = StoryField::Headline; ///< where to jump
    int position = -1; ///< of the words within that text, in UTF-16 units; −1: the whole field
    int length = 0;
    QStringList facts;      ///< what the message fills in, in the order checktext documents
    QString dimension = {}; ///< key of the dimension that a place on the card means; empty: the first

    bool operator==(const Finding&) const = default;
};

/// What checks need of the rest of the desk.
struct CheckContext {
    QString analyst;                    ///< whose brief it is: Dossier::briefCard() is judged
    QString likelyDuplicate;            ///< headline of the likely duplicate; empty: none
    QStringList lastExportedCategories; ///< newest first, at most ten
};

/// Every finding, the worst first: by severity, then in the order of CheckKind. Pure; any thread.
QList<Finding> runChecks(const Dossier& dossier, const Method& method, const CheckContext& context);

/// Reasons given for letting a blocker stand, by checkName().
using Overrules = QMap<QString, QString>;
/// True where a blocker stands that no reason overrules.
bool blocks(const QList<Finding>& findings, const Overrules& overrules);

} // namespace Scoredesk
