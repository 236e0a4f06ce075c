// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Scoredesk::Test {

/// A text that an importer must understand, and why it is told apart from the others.
struct BriefCase {
    QByteArray name;
    QString text;
};

/// The parts of one brief, as its page gives them; any may be replaced or emptied before text() joins them.
struct BriefParts {
    QString headline;
    QString source;
    QString summary;
    QString why;
    QString card;
    QString coverage;
    QString outlets;
    QString note;

    /// In the page's order, empty parts left out.
    QString text() const;
};

/// A brief with everything: 7, 6.5, 9, 7.5, 9, 8, FUD 1.5, impact 7.4 stated, 18 outlets, 3 tier-1, four
/// named.
BriefParts fullBrief();
/// Another one, so that two can stand in one text: 8, 8, 7, 6, 7.5, 5, FUD 3, no impact stated.
BriefParts otherBrief();

/// The card's dimensions and values in their order.
QStringList cardLabels();
QStringList cardValues();
/// One line a dimension: label, sign, value.
QString cardLines(const QString& sign, const QString& suffix = {});

/// fullBrief() in many dresses: whatever its page, its copying or its author's habits did to it, it holds the
/// same headline, texts, card, stated impact and coverage.
QList<BriefCase> dressedBriefs();

} // namespace Scoredesk::Test
