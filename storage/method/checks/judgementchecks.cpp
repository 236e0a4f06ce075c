// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/judgementchecks.h"

#include <QHash>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr double highImpact = 8;

QString isoUtc(const QDateTime& instant)
{
    return instant.toUTC().toString(Qt::ISODate);
}

bool hasTierOne(const CheckSubject& subject)
{
    return subject.dossier.coverage.tierOne > 0 || subject.story().stated.tierOne.value_or(0) > 0;
}

bool hasPrimarySource(const CheckSubject& subject)
{
    const QList<Article>& articles = subject.dossier.articles;
    return !subject.story().primarySource.trimmed().isEmpty() ||
           std::any_of(articles.begin(), articles.end(),
                       [](const Article& article) { return article.outlet.firstParty; });
}

} // namespace

QList<Finding> checkStatedOverNamed(const CheckSubject& subject)
{
    const StatedCoverage& stated = subject.story().stated;
    const int known = std::max(int(stated.named.size()), subject.dossier.coverage.outlets);
    // Briefs commonly name a quarter of the outlets they count; beyond that the count hangs in the air.
    if (!stated.outlets || *stated.outlets - known < 10 || *stated.outlets <= 4 * known)
        return {};
    return {{CheckKind::StatedOverNamed,
             Severity::Note,
             StoryField::StatedCoverage,
             -1,
             0,
             {QString::number(*stated.outlets), QString::number(known)}}};
}

QList<Finding> checkImpactSupport(const CheckSubject& subject)
{
    if (!subject.impact || subject.impact->low < highImpact || hasTierOne(subject) ||
        hasPrimarySource(subject))
        return {};
    return {{CheckKind::ImpactUnsupported,
             Severity::Warning,
             StoryField::PrimarySource,
             -1,
             0,
             {shownImpact(subject.impact->low)}}};
}

QList<Finding> checkTrustSupport(const CheckSubject& subject)
{
    if (subject.story().trust != TrustVerdict::High)
        return {};
    QList<Finding> findings;
    const auto against = [&findings](const QStringList& facts) {
        findings.append({CheckKind::TrustUnsupported, Severity::Blocker, StoryField::Trust, -1, 0, facts});
    };
    const auto dimension = [&subject](QStringView key) {
        return QStringList{subject.method.byKey(key.toString())->label,
                           subject.card.value(key.toString()).toText()};
    };
    if (!hasPrimarySource(subject))
        against({u"primary"_s});
    if (subject.number(fudRiskKey).value_or(0) >= 5)
        against(QStringList{u"fud"_s} + dimension(fudRiskKey));
    if (subject.number(authorityKey).value_or(10) < 5)
        against(QStringList{u"authority"_s} + dimension(authorityKey));
    return findings;
}

QList<Finding> checkFudNote(const CheckSubject& subject)
{
    if (subject.number(fudRiskKey).value_or(0) < 6 || !subject.story().trustNote.trimmed().isEmpty())
        return {};
    return {{CheckKind::FudWithoutNote,
             Severity::Warning,
             StoryField::TrustNote,
             -1,
             0,
             {subject.card.value(fudRiskKey.toString()).toText()}}};
}

QList<Finding> checkDrift(const CheckSubject& subject)
{
    const std::optional<double> drift = driftOf(subject.method, subject.card);
    if (!drift || !isDrift(*drift))
        return {};
    const QString difference = (*drift < 0 ? u"−"_s : u"+"_s) + QString::number(std::abs(*drift), 'f', 2);
    return {{CheckKind::Drift,
             Severity::Note,
             StoryField::StatedImpact,
             -1,
             0,
             {shownImpact(*subject.card.statedImpact), shownImpact(subject.impact->low), difference}}};
}

/// Articles that the story got after a time: fetched since, or put there by a hand though fetched before. One
/// that left it since and came back was there.
static qsizetype articlesSince(const Dossier& dossier, const QDateTime& time)
{
    QHash<QString, bool> came; // by what became of each first
    for (const Change& change : dossier.history)
        if (change.field == StoryField::Article && change.at > time && !came.contains(change.dimension))
            came.insert(change.dimension, !change.to.isEmpty());
    return std::count_if(dossier.articles.begin(), dossier.articles.end(), [&](const Article& article) {
        return (article.fetchedAt.isValid() && article.fetchedAt > time) ||
               came.value(article.uuid.toString(QUuid::WithoutBraces));
    });
}

QList<Finding> checkScoreAge(const CheckSubject& subject)
{
    const QDateTime scored = subject.card.lastSetAt();
    const QDateTime evidence = subject.story().evidenceAt;
    if (!scored.isValid() || !evidence.isValid() || scored >= evidence)
        return {};
    const qsizetype later = articlesSince(subject.dossier, scored);
    // Scoring first and polishing the text after is how one works; new reports are another matter.
    return {{CheckKind::ScorePredatesEvidence,
             later > 0 ? Severity::Warning : Severity::Note,
             StoryField::Score,
             -1,
             0,
             {isoUtc(scored), isoUtc(evidence), QString::number(later)}}};
}

QList<Finding> checkDuplicate(const CheckSubject& subject)
{
    if (subject.context.likelyDuplicate.isEmpty())
        return {};
    return {{CheckKind::LikelyDuplicate,
             Severity::Warning,
             StoryField::Headline,
             -1,
             0,
             {subject.context.likelyDuplicate}}};
}

QList<Finding> checkCategorySkew(const CheckSubject& subject)
{
    const QString category = subject.story().category.trimmed();
    const QStringList last = subject.context.lastExportedCategories.mid(0, 10);
    const qsizetype same = std::count_if(last.begin(), last.end(), [&category](const QString& other) {
        return other.trimmed().compare(category, Qt::CaseInsensitive) == 0;
    });
    if (category.isEmpty() || same <= 5)
        return {};
    return {{CheckKind::CategorySkew,
             Severity::Note,
             StoryField::Category,
             -1,
             0,
             {category, QString::number(same), QString::number(last.size())}}};
}

} // namespace Scoredesk
