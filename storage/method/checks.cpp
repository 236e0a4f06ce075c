// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks.h"

#include "storage/method/checks/fieldchecks.h"
#include "storage/method/checks/judgementchecks.h"
#include "storage/method/checks/prosechecks.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const std::array names = {
    u"headline-number"_s,   u"outlet-count"_s,
    u"stated-over-named"_s, u"impact-unsupported"_s,
    u"trust-unsupported"_s, u"hype-headline"_s,
    u"repetition"_s,        u"field-length"_s,
    u"likely-duplicate"_s,  u"drift"_s,
    u"score-age"_s,         u"category-skew"_s,
    u"unsafe-link"_s,       u"hidden-characters"_s,
    u"fud-without-note"_s,  u"card-incomplete"_s,
    u"borrowed-card"_s,
};

QString checkName(CheckKind kind)
{
    return names[size_t(kind)];
}

std::optional<CheckKind> checkFromName(const QString& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return CheckKind(found - names.begin());
}

std::optional<double> CheckSubject::number(QStringView dimension) const
{
    const QString key = dimension.toString();
    const Score score = card.value(key);
    if (!method.byKey(key) || !score.isValue())
        return std::nullopt;
    return score.number();
}

QList<Finding> runChecks(const Dossier& dossier, const Method& method, const CheckContext& context)
{
    using Check = QList<Finding> (*)(const CheckSubject&);
    static constexpr std::array<Check, names.size()> checks = {
        checkHeadlineNumbers, checkOutletCounts,     checkStatedOverNamed,
        checkImpactSupport,   checkTrustSupport,     checkHypeHeadline,
        checkRepetition,      checkFieldLengths,     checkDuplicate,
        checkDrift,           checkScoreAge,         checkCategorySkew,
        checkLinks,           checkHiddenCharacters, checkFudNote,
        checkCardComplete,    checkBorrowedCard,
    };
    CheckSubject subject{dossier, method, context, dossier.briefCard(context.analyst), std::nullopt};
    subject.impact = impactOf(method, subject.card);

    QList<Finding> findings;
    for (const Check check : checks)
        findings += check(subject);
    const auto rank = [](const Finding& finding) { return std::tuple(finding.severity, finding.kind); };
    std::stable_sort(findings.begin(), findings.end(),
                     [rank](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
    return findings;
}

bool blocks(const QList<Finding>& findings, const Overrules& overrules)
{
    return std::any_of(findings.begin(), findings.end(), [&overrules](const Finding& finding) {
        return finding.severity == Severity::Blocker &&
               overrules.value(checkName(finding.kind)).trimmed().isEmpty();
    });
}

} // namespace Scoredesk
