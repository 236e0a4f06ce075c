// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/impact.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// Impact as a fraction of whole numbers: tenths, weights and percents are all integers, so sums are exact
// and one division at the end gives the nearest double to the true value.
struct Fraction {
    qint64 numerator = 0;
    qint64 denominator = 0; ///< 0 where nothing counts

    double clamped(qint64 more = 0) const
    {
        return std::clamp(double(numerator + more) / double(denominator), 0.0, 10.0);
    }
};

enum class Unset { Worst, Best };

bool isRisk(const Dimension& dimension)
{
    return dimension.polarity == Dimension::Polarity::Risk;
}

/// Nothing for not applicable: the dimension drops out.
std::optional<int> tenthsOf(const Dimension& dimension, const Scorecard& card, Unset unset)
{
    const Score score = card.value(dimension.key);
    if (score.isNotApplicable())
        return std::nullopt;
    if (score.isValue())
        return score.tenths();
    return isRisk(dimension) == (unset == Unset::Worst) ? 100 : 0;
}

qint64 weightSum(const Method& method, const Scorecard& card)
{
    qint64 sum = 0;
    for (const Dimension& dimension : method.dimensions)
        if (!card.value(dimension.key).isNotApplicable() &&
            (method.form == Method::Form::Trust || !isRisk(dimension)))
            sum += dimension.weight;
    return sum;
}

/// What one tenth more of a dimension adds to the numerator.
qint64 slopeOf(const Method& method, const Dimension& dimension, qint64 weights)
{
    if (!isRisk(dimension))
        return qint64(100) * dimension.weight;
    if (method.form == Method::Form::Trust)
        return qint64(-100) * dimension.weight;
    return -method.penaltyPercent * weights;
}

Fraction fractionOf(const Method& method, const Scorecard& card, Unset unset)
{
    const qint64 weights = weightSum(method, card);
    Fraction fraction{0, 1000 * weights};
    qint64 benefitWeights = 0;
    for (const Dimension& dimension : method.dimensions) {
        const std::optional<int> tenths = tenthsOf(dimension, card, unset);
        if (!tenths)
            continue;
        fraction.numerator += slopeOf(method, dimension, weights) * *tenths;
        if (!isRisk(dimension))
            benefitWeights += dimension.weight;
        else if (method.form == Method::Form::Trust)
            fraction.numerator += qint64(100) * dimension.weight * 100; // the 10 of 10 − value
    }
    return benefitWeights > 0 ? fraction : Fraction();
}

int unsetCount(const Method& method, const Scorecard& card)
{
    return int(
        std::count_if(method.dimensions.begin(), method.dimensions.end(),
                      [&card](const Dimension& dimension) { return card.value(dimension.key).isUnset(); }));
}

/// The smallest move, in the steps a card is set in, after which `reached` holds of the impact.
template<typename Reached>
std::optional<double> leastMove(const Fraction& fraction, qint64 slope, int tenths, bool raise,
                                Reached reached)
{
    if (slope == 0)
        return std::nullopt;
    const int step = (slope > 0) == raise ? 1 : -1;
    for (int move = step; tenths + move >= 0 && tenths + move <= 100; move += step)
        if (reached(fraction.clamped(slope * move)))
            return move / 10.0;
    return std::nullopt;
}

} // namespace

std::optional<Impact> impactOf(const Method& method, const Scorecard& card)
{
    const Fraction worst = fractionOf(method, card, Unset::Worst);
    if (worst.denominator == 0)
        return std::nullopt;
    return Impact{worst.clamped(), fractionOf(method, card, Unset::Best).clamped(), unsetCount(method, card)};
}

QMap<QString, int> weightShares(const Method& method, const Scorecard& card)
{
    struct Share {
        QString dimension;
        qint64 remainder;
    };
    const qint64 weights = weightSum(method, card);
    QMap<QString, int> shares;
    QList<Share> byRemainder;
    int left = 100;
    for (const Dimension& dimension : method.dimensions) {
        const bool weighed = method.form == Method::Form::Trust || !isRisk(dimension);
        if (weights == 0 || !weighed || card.value(dimension.key).isNotApplicable())
            continue;
        const qint64 hundredfold = qint64(100) * dimension.weight;
        shares[dimension.key] = int(hundredfold / weights);
        left -= shares[dimension.key];
        byRemainder.append({dimension.key, hundredfold % weights});
    }
    std::stable_sort(byRemainder.begin(), byRemainder.end(),
                     [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
    for (qsizetype i = 0; i < byRemainder.size() && left > 0; ++i, --left)
        ++shares[byRemainder[i].dimension];
    return shares;
}

QString shownImpact(double impact)
{
    // 1e-9 undoes what binary fractions take from a decimal tie such as 8.25.
    const qint64 tenths = std::llround(std::floor(std::abs(impact) * 10 + 0.5 + 1e-9));
    const QString shown = u"%1.%2"_s.arg(tenths / 10).arg(tenths % 10);
    return impact < 0 && tenths > 0 ? u'−' + shown : shown;
}

QString shownImpact(const std::optional<Impact>& impact)
{
    if (!impact)
        return u"—"_s;
    QString low = shownImpact(impact->low);
    if (impact->isComplete())
        return low;
    return low + u'–' + shownImpact(impact->high);
}

QList<Sensitivity> sensitivityOf(const Method& method, const Scorecard& card)
{
    const Fraction fraction = fractionOf(method, card, Unset::Worst);
    if (fraction.denominator == 0 || unsetCount(method, card) > 0)
        return {};
    const Band& band = method.bandOf(fraction.clamped());
    const auto next = std::find_if(method.bands.begin(), method.bands.end(),
                                   [&band](const Band& other) { return other.from > band.from; });
    const qint64 weights = weightSum(method, card);

    QList<Sensitivity> all;
    for (const Dimension& dimension : method.dimensions) {
        const Score score = card.value(dimension.key);
        if (!score.isValue())
            continue;
        const qint64 slope = slopeOf(method, dimension, weights);
        Sensitivity one{dimension.key, std::nullopt, std::nullopt};
        if (next != method.bands.end())
            one.up = leastMove(fraction, slope, score.tenths(), true,
                               [next](double impact) { return impact >= next->from; });
        if (band.from > 0)
            one.down = leastMove(fraction, slope, score.tenths(), false,
                                 [&band](double impact) { return impact < band.from; });
        all.append(one);
    }
    return all;
}

std::optional<double> driftOf(const Method& method, const Scorecard& card)
{
    const std::optional<Impact> impact = impactOf(method, card);
    if (!card.statedImpact || !impact || !impact->isComplete())
        return std::nullopt;
    return *card.statedImpact - impact->low;
}

bool isDrift(double drift)
{
    return std::abs(drift) >= 0.05 - 1e-9;
}

} // namespace Scoredesk
