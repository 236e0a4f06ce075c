// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/coverageline.h"
#include "app/brieftext/labels.h"
#include "app/brieftext/scoretokens.h"
#include "app/brieftext/textlines.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// A line of a brief, and what part of one it is.
struct BriefLine {
    enum class Part {
        Text,
        Rule,        ///< "---"
        CardHeading, ///< "Impact scorecard"; tokens hold an overall behind it
        CardHeader,  ///< "Dimension  Score"
        Scores,      ///< labels and values only
        Scale,       ///< "/10", which a copy parted from its value
        BadScore,    ///< a dimension with words where its value should be
        Vector,      ///< "impact:1/ST:7/…"
        Coverage,    ///< counts
        Section,     ///< another labelled part
        SourceLine,  ///< "· X · 2h"
        Url,
        Noise, ///< what pages carry beside a brief
    };

    TextLine line;
    Part part = Part::Text;
    QList<ScoreToken> tokens; ///< Scores, CardHeading
    LabelledWords bad;        ///< BadScore
    CoverageLine coverage;    ///< Coverage
    SectionLabel section;     ///< Section
    QStringList parts;        ///< SourceLine: what stood between its dots; Text: a source behind its link
    QString url;              ///< Url; Text: a link the whole of it carried
    QString leftover;         ///< CardHeading: words behind it that are no values

    bool isCard() const
    {
        return part == Part::CardHeading || part == Part::CardHeader || part == Part::Scores ||
               part == Part::Scale || part == Part::BadScore || part == Part::Vector;
    }
};

/// Names the part of each line, from its words and from the lines around it.
QList<BriefLine> classified(const QList<TextLine>& lines, const Labels& labels,
                            const QStringList& categories);

} // namespace Scoredesk
