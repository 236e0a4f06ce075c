// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/scorecard.h"
#include "storage/method/method.h"

#include <QCoreApplication>
#include <QString>

namespace Scoredesk {

/// What a dimension of a method means, in words for its row.
class RubricText {
    Q_DECLARE_TR_FUNCTIONS(RubricText)

public:
    /// The anchor nearest to a value ("8 · …"), or what high means while there is no value.
    static QString atHand(const Dimension& dimension, Score value);
    /// High means, all anchors, weight.
    static QString whole(const Method& method, const Dimension& dimension);
    /// "24 %" of the dimensions that apply, or "−0.2 ×" for a risk that is taken off; "—" where it does not
    /// apply.
    static QString weight(const Method& method, const Scorecard& card, const Dimension& dimension);
};

} // namespace Scoredesk
