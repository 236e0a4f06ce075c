// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/prosechecks.h"
#include "storage/method/checks/quantities.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// An outlet count in prose, and how exactly it is meant.
struct ProseCount {
    enum class Bound { Exact, About, AtLeast };

    int position = 0;
    QString words;
    int count = 0;
    Bound bound = Bound::Exact;
    bool tierOne = false;
};

/// Only adjectives that news outlets have: "300 retail outlets" is another kind.
const QRegularExpression& countForm()
{
    static const QRegularExpression form(
        u"(?<hedge>\\b(?:more than|over|at least|upwards "
        u"of|about|around|nearly|almost|some|roughly|approximately|close to)\\s+|~\\s?)?"
        "(?<![\\w.,$€£-])(?<count>\\d{1,4}|(?:a )?dozen|a hundred"
        "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-](?:one|two|three|four|five|six|"
        "seven|eight|nine))?"
        "|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
        "seventeen|eighteen|nineteen)"
        "(?<plus>\\+)?\\s+"
        "(?<adjectives>(?:(?:news|media|press|tech|technology|independent|separate|distinct|different|major|"
        "leading|mainstream"
        "|national|international|tier[\\s-]?(?:1|one)|top[\\s-]tier)\\s+){0,3})"
        "(?:outlets|newsrooms|news organi[sz]ations|news sites)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form;
}

ProseCount::Bound boundOf(const QString& hedge, bool plus)
{
    static const QStringList least = {u"more than"_s, u"over"_s, u"at least"_s, u"upwards of"_s};
    if (plus || least.contains(hedge.trimmed().toLower()))
        return ProseCount::Bound::AtLeast;
    return hedge.isEmpty() ? ProseCount::Bound::Exact : ProseCount::Bound::About;
}

QList<ProseCount> countsIn(const QString& text)
{
    QList<ProseCount> counts;
    auto matches = countForm().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString written = match.captured(u"count"_s);
        bool digits = false;
        int count = written.toInt(&digits);
        if (!digits)
            count = numberFromWords(written).value_or(0);
        const QString adjectives = match.captured(u"adjectives"_s).toLower();
        ProseCount::Bound bound = boundOf(
            match.captured(u"hedge"_s), match.hasCaptured(u"plus"_s) && match.capturedLength(u"plus"_s) > 0);
        if (!digits && written.contains(u"dozen") && bound == ProseCount::Bound::Exact)
            bound = ProseCount::Bound::About;
        counts.append(
            {int(match.capturedStart()), match.captured(), count, bound, adjectives.contains(u"tier")});
    }
    return counts;
}

bool agrees(const ProseCount& said, int shown)
{
    switch (said.bound) {
    case ProseCount::Bound::AtLeast:
        return shown >= said.count;
    case ProseCount::Bound::About:
        return std::abs(shown - said.count) <= std::max(1.0, 0.15 * shown);
    case ProseCount::Bound::Exact:
        break;
    }
    // "Two outlets confirmed it" speaks of a few among many, and is no count of the coverage.
    return said.count == shown || (said.count <= 3 && said.count < shown);
}

} // namespace

QList<Finding> checkOutletCounts(const CheckSubject& subject)
{
    const Story& story = subject.story();
    const Coverage& seen = subject.dossier.coverage;
    const int outlets = story.stated.outlets.value_or(seen.outlets);
    const int tierOne = story.stated.tierOne.value_or(seen.tierOne);
    if (outlets == 0)
        return {}; // no coverage to differ from
    const QList<std::pair<StoryField, QString>> texts = {{StoryField::Headline, story.headline},
                                                         {StoryField::Summary, story.summary},
                                                         {StoryField::WhyItMatters, story.whyItMatters},
                                                         {StoryField::TrustNote, story.trustNote}};
    QList<Finding> findings;
    for (const auto& [place, text] : texts)
        for (const ProseCount& said : countsIn(text)) {
            const int shown = said.tierOne ? tierOne : outlets;
            // The desk's own count may be the one meant where the brief states another.
            const int alsoShown = said.tierOne ? seen.tierOne : seen.outlets;
            if (!agrees(said, shown) && !(alsoShown > 0 && agrees(said, alsoShown)))
                findings.append(
                    {CheckKind::OutletCountInProse,
                     Severity::Warning,
                     place,
                     said.position,
                     int(said.words.size()),
                     {said.words, said.tierOne ? u"tier1"_s : u"outlets"_s, QString::number(shown)}});
        }
    return findings;
}

} // namespace Scoredesk
