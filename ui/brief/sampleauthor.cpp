// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/sampleauthor.h"

#include "storage/exchange/deskjson.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <tuple>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// What the program ships, by the stories' UUIDs.
struct Sample {
    QHash<QUuid, Dossier> stories;
    QString author;
};

Sample readSample()
{
    Sample sample;
    QFile file(u":/sample/desk.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return sample;
    const auto contents = deskFromJson(file.readAll());
    if (!contents)
        return sample;
    for (const Dossier& dossier : contents->dossiers) {
        sample.stories.insert(dossier.story.uuid, dossier);
        if (!dossier.cards.isEmpty())
            sample.author = dossier.cards.first().analyst;
    }
    return sample;
}

const Sample& shippedSample()
{
    static const Sample sample = readSample();
    return sample;
}

bool sameCard(const Scorecard& a, const Scorecard& b)
{
    if (a.isBlank() && b.isBlank())
        return true;
    const auto inOne = [](const Scorecard& one, const Scorecard& other) {
        return std::all_of(one.cells.keyBegin(), one.cells.keyEnd(), [&](const QString& dimension) {
            const ScoreCell mine = one.cells.value(dimension);
            const ScoreCell theirs = other.cells.value(dimension);
            return mine.value == theirs.value && mine.rationale == theirs.rationale;
        });
    };
    const auto rest = [](const Scorecard& card) {
        return std::tie(card.methodKey, card.methodVersion, card.statedImpact);
    };
    return inOne(a, b) && inOne(b, a) && rest(a) == rest(b);
}

bool isUntouched(const Dossier& dossier, const Dossier& shipped, const Sample& sample, const QString& analyst)
{
    // All that a brief says and an analyst can change; the desk's own counts of articles may grow.
    const auto words = [](const Story& story) {
        return std::tie(story.headline, story.summary, story.whyItMatters, story.trust, story.trustNote,
                        story.category, story.tags, story.source, story.link, story.primarySource,
                        story.stated);
    };
    // The card that goes out, which may be a colleague's where the analyst has none.
    return words(dossier.story) == words(shipped.story) && dossier.quotations == shipped.quotations &&
           sameCard(dossier.briefCard(analyst), shipped.cardOf(sample.author));
}

} // namespace

QString sampleAuthorOf(const QList<Dossier>& dossiers, const QString& analyst)
{
    const Sample& sample = shippedSample();
    const bool all = std::all_of(dossiers.begin(), dossiers.end(), [&](const Dossier& dossier) {
        const auto shipped = sample.stories.constFind(dossier.story.uuid);
        return shipped != sample.stories.constEnd() && isUntouched(dossier, *shipped, sample, analyst);
    });
    return all ? sample.author : QString();
}

QList<Dossier> signedBy(const QString& author, QList<Dossier> dossiers, const QString& analyst)
{
    for (Dossier& dossier : dossiers) {
        const auto isTheirs = [&analyst](const Scorecard& card) { return card.analyst == analyst; };
        if (std::none_of(dossier.cards.cbegin(), dossier.cards.cend(), isTheirs))
            continue;
        dossier.cards.removeIf([&author](const Scorecard& card) { return card.analyst == author; });
        for (Scorecard& card : dossier.cards)
            if (isTheirs(card))
                card.analyst = author;
    }
    return dossiers;
}

} // namespace Scoredesk
