// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace Scoredesk {

/// One scale of a method, from 0 to 10.
struct Dimension {
    enum class Polarity { Benefit, Risk };

    QString key;  ///< "stakes"; names the cell in desk and JSON
    QString code; ///< "ST"; names it in the score vector
    QString label;
    QString highMeans; ///< a sentence
    int weight = 0;    ///< relative to the other dimensions' sum; percent in the built-in methods
    Polarity polarity = Polarity::Benefit;
    QMap<int, QString> rubric; ///< anchor sentences at 2, 4, 6, 8, 10

    bool operator==(const Dimension&) const = default;
};

/// A name for a range of impact: from `from` up to the next band.
struct Band {
    double from = 0;
    QString label;

    bool operator==(const Band&) const = default;
};

/// How a card becomes one number. Data, so that a desk can have its own.
struct Method {
    /// Penalty: the benefits' weighted mean less penaltyFactor · each risk. Trust: risks enter the weighted
    /// mean as 10 − value.
    enum class Form { Penalty, Trust };

    QString key; ///< heads the score vector
    QString name;
    int version = 1;
    Form form = Form::Penalty;
    int penaltyPercent = 20; ///< penalty form: hundredths of a risk's value taken off
    QList<Dimension> dimensions;
    QList<Band> bands; ///< ascending, the first from 0

    /// Null where the method has no such dimension.
    const Dimension* byKey(const QString& dimension) const;
    const Dimension* byCode(const QString& code) const;
    /// The band that an exact impact falls in. The method must have bands, as every loaded one does.
    const Band& bandOf(double impact) const;

    bool operator==(const Method&) const = default;
};

} // namespace Scoredesk
