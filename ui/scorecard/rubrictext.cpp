// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/rubrictext.h"

#include "storage/method/impact.h"

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool isPenalty(const Method& method, const Dimension& dimension)
{
    return method.form == Method::Form::Penalty && dimension.polarity == Dimension::Polarity::Risk;
}

static double penaltyOf(const Method& method)
{
    return method.penaltyPercent / 100.0;
}

/// What a weight is a share of.
static int weightSum(const Method& method)
{
    int sum = 0;
    for (const Dimension& dimension : method.dimensions)
        if (!isPenalty(method, dimension))
            sum += dimension.weight;
    return sum;
}

QString RubricText::atHand(const Dimension& dimension, Score value)
{
    if (value.isNotApplicable())
        return tr("Does not apply to this story; the other weights make up for it.");
    if (!value.isValue() || dimension.rubric.isEmpty())
        return dimension.highMeans.isEmpty() ? QString() : tr("High: %1").arg(dimension.highMeans);
    int nearest = dimension.rubric.firstKey();
    for (auto it = dimension.rubric.begin(); it != dimension.rubric.end(); ++it)
        if (std::abs(it.key() * 10 - value.tenths()) <= std::abs(nearest * 10 - value.tenths()))
            nearest = it.key();
    return tr("%1 · %2").arg(nearest).arg(dimension.rubric[nearest]);
}

QString RubricText::whole(const Method& method, const Dimension& dimension)
{
    QStringList lines = {dimension.label};
    if (!dimension.highMeans.isEmpty())
        lines.append(tr("High: %1").arg(dimension.highMeans));
    lines.append(QString());
    for (auto it = dimension.rubric.begin(); it != dimension.rubric.end(); ++it)
        lines.append(tr("%1 · %2").arg(it.key()).arg(it.value()));
    lines.append(QString());
    if (isPenalty(method, dimension))
        lines.append(tr("Each point takes %1 off the impact.").arg(penaltyOf(method)));
    else
        lines.append(tr("Weight %1 of %2.").arg(dimension.weight).arg(weightSum(method)));
    return lines.join(u'\n');
}

QString RubricText::weight(const Method& method, const Scorecard& card, const Dimension& dimension)
{
    if (card.value(dimension.key).isNotApplicable())
        return u"—"_s;
    if (isPenalty(method, dimension))
        return tr("−%1 ×").arg(penaltyOf(method));
    const QMap<QString, int> shares = weightShares(method, card);
    return shares.contains(dimension.key) ? tr("%1 %").arg(shares[dimension.key]) : QString();
}

} // namespace Scoredesk
