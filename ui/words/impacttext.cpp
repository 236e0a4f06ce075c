// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/impacttext.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct ImpactText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ImpactText)
};

QString signedMove(double move)
{
    return (move < 0 ? u"−"_s : u"+"_s) + QString::number(std::abs(move), 'f', 1);
}

/// The band's label after a dimension has moved so.
QString bandAfter(const Method& method, Scorecard card, const QString& dimension, double move)
{
    ScoreCell& cell = card.cells[dimension];
    cell.value = Score::fromTenths(cell.value.tenths() + int(std::lround(move * 10)));
    const std::optional<Impact> impact = impactOf(method, card);
    return impact ? method.bandOf(impact->low).label : QString();
}

QStringList outletParts(int outlets, int tierOne)
{
    QStringList parts = {ImpactText::tr("%n outlets", nullptr, outlets)};
    if (tierOne > 0)
        parts.append(ImpactText::tr("%n tier-1", nullptr, tierOne));
    return parts;
}

} // namespace

QString bandText(const Method& method, const std::optional<Impact>& impact)
{
    if (!impact)
        return {};
    const QString low = method.bandOf(impact->low).label;
    const QString high = method.bandOf(impact->high).label;
    return low == high ? low : ImpactText::tr("%1 to %2").arg(low, high);
}

QString impactText(const Method& method, const std::optional<Impact>& impact)
{
    if (!impact)
        return shownImpact(impact);
    return shownImpact(impact) + u" · "_s + bandText(method, impact);
}

QString sensitivityText(const Method& method, const Scorecard& card, const Sensitivity& sensitivity)
{
    QStringList parts;
    for (const std::optional<double>& move : {sensitivity.up, sensitivity.down})
        if (move)
            parts.append(ImpactText::tr("%1 → %2").arg(
                signedMove(*move), bandAfter(method, card, sensitivity.dimension, *move)));
    return parts.join(u", "_s);
}

QString coverageText(const Coverage& coverage)
{
    if (coverage.outlets == 0)
        return {};
    QStringList parts = outletParts(coverage.outlets, coverage.tierOne);
    if (coverage.origins > 0)
        parts.append(ImpactText::tr("%n independent origins", nullptr, coverage.origins));
    return parts.join(u" · "_s);
}

QString coverageText(const StatedCoverage& stated)
{
    if (!stated.outlets && !stated.tierOne)
        return stated.named.isEmpty() ? QString()
                                      : ImpactText::tr("%1 named").arg(stated.named.join(u", "_s));
    QStringList parts;
    if (stated.outlets)
        parts.append(ImpactText::tr("%n outlets", nullptr, *stated.outlets));
    if (stated.tierOne)
        parts.append(ImpactText::tr("%n tier-1", nullptr, *stated.tierOne));
    return ImpactText::tr("%1 stated").arg(parts.join(u" · "_s));
}

QString suggestionText(const Suggestion& suggestion)
{
    // Facts are those of Coverage, the one dimension that has a basis: outlets, tier 1, origins, how known.
    QStringList parts = outletParts(suggestion.facts.value(0).toInt(), suggestion.facts.value(1).toInt());
    if (const int origins = suggestion.facts.value(2).toInt(); origins > 0)
        parts.append(ImpactText::tr("%n independent origins", nullptr, origins));
    QString evidence = parts.join(u", "_s);
    if (suggestion.facts.value(3) == u"stated")
        evidence = ImpactText::tr("%1 stated").arg(evidence);
    return ImpactText::tr("%1. Errs by %2 on average; guessing the mean errs by %3.")
        .arg(evidence, QString::number(suggestion.error, 'f', 2),
             QString::number(suggestion.meanError, 'f', 2));
}

} // namespace Scoredesk
