// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/changetext.h"

#include "storage/domain/coverage.h"
#include "storage/domain/quotation.h"
#include "storage/domain/score.h"
#include "storage/domain/storystate.h"
#include "storage/domain/trust.h"
#include "storage/method/checks.h"
#include "ui/words/checktext.h"
#include "ui/words/fieldtext.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct ChangeText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ChangeText)
};

QString shortened(const QString& text, qsizetype most = 60)
{
    const QString line = text.simplified();
    return line.size() <= most ? line : line.left(most - 1).trimmed() + u'…';
}

/// "From → to" of a short value, each as people read it.
QString stepText(const QString& name, const QString& from, const QString& to)
{
    const QString nothing = u"—"_s;
    return ChangeText::tr("%1 %2 → %3")
        .arg(name, from.isEmpty() ? nothing : shortened(from), to.isEmpty() ? nothing : shortened(to));
}

/// Long text is told by what was done to it; its words are in the history's detail.
QString proseText(const QString& name, const Change& change)
{
    if (change.from.isEmpty())
        return ChangeText::tr("%1 written").arg(name);
    if (change.to.isEmpty())
        return ChangeText::tr("%1 removed").arg(name);
    return ChangeText::tr("%1 edited").arg(name);
}

QString scoreText(const QString& text)
{
    const std::optional<Score> score = Score::fromText(text);
    return score && score->isNotApplicable() ? ChangeText::tr("n/a") : text;
}

QString statedText(const QString& text)
{
    const std::optional<StatedCoverage> stated = statedCoverageFromText(text);
    return stated ? coverageText(*stated) : QString();
}

QString seenText(const QString& text)
{
    const std::optional<Coverage> seen = coverageFromText(text);
    return seen ? coverageText(*seen) : QString();
}

QString tagsText(const Change& change)
{
    const QStringList before = change.from.split(u'\n', Qt::SkipEmptyParts);
    const QStringList after = change.to.split(u'\n', Qt::SkipEmptyParts);
    QStringList parts;
    for (const QString& tag : after)
        if (!before.contains(tag))
            parts.append(u'+' + tag);
    for (const QString& tag : before)
        if (!after.contains(tag))
            parts.append(u'−' + tag);
    if (parts.isEmpty())
        return ChangeText::tr("Tags put in another order");
    return ChangeText::tr("Tags %1").arg(shortened(parts.join(u' ')));
}

QString stateChangeText(const Change& change)
{
    const StoryState from = storyStateFromText(change.from).value_or(StoryState());
    const StoryState to = storyStateFromText(change.to).value_or(StoryState());
    if (to.stage == Stage::Spiked)
        return stateText(to);
    return ChangeText::tr("%1 → %2").arg(stageText(from.stage), stageText(to.stage));
}

QString overruleText(const Change& change)
{
    const std::optional<CheckKind> kind = checkFromName(change.dimension);
    const QString title = kind ? checkTitle(*kind) : change.dimension;
    if (change.to.isEmpty())
        return ChangeText::tr("“%1” counts again").arg(title);
    return ChangeText::tr("“%1” overruled: %2").arg(title, shortened(change.to));
}

QString quotationText(const Change& change, const Method& method)
{
    const bool gone = change.to.isEmpty();
    const Quotation quotation = quotationFromText(gone ? change.from : change.to).value_or(Quotation());
    const Dimension* const dimension = method.byKey(quotation.dimension);
    const QString label = dimension ? dimension->label : quotation.dimension;
    const QString words = shortened(quotation.words);
    return gone ? ChangeText::tr("“%1” unpinned from %2").arg(words, label)
                : ChangeText::tr("“%1” pinned to %2").arg(words, label);
}

/// What comes and goes whole.
QString arrivalText(const QString& name, const Change& change)
{
    if (change.to.isEmpty())
        return ChangeText::tr("%1 removed: %2").arg(name, shortened(change.from));
    return ChangeText::tr("%1 added: %2").arg(name, shortened(change.to));
}

QString dateText(const QString& iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), u"d MMM yyyy, hh:mm"_s) : QString();
}

QString withoutCard(const Change& change, const Method& method)
{
    const Dimension* const dimension = method.byKey(change.dimension);
    const QString label = dimension ? dimension->label : change.dimension;
    const QString field = fieldText(change.field);
    switch (change.field) {
    case StoryField::Summary:
    case StoryField::WhyItMatters:
    case StoryField::TrustNote:
    case StoryField::Remainder:
        return proseText(field, change);
    case StoryField::Rationale:
        return proseText(ChangeText::tr("Rationale of %1").arg(label), change);
    case StoryField::Tags:
        return tagsText(change);
    case StoryField::StatedCoverage:
        return stepText(field, statedText(change.from), statedText(change.to));
    case StoryField::Trust:
        return stepText(field, trustText(trustFromText(change.from).value_or(TrustVerdict::Unset)),
                        trustText(trustFromText(change.to).value_or(TrustVerdict::Unset)));
    case StoryField::State:
        return stateChangeText(change);
    case StoryField::Unread:
        return change.to.isEmpty() ? ChangeText::tr("Marked as read") : ChangeText::tr("Marked as unread");
    case StoryField::LeadArticle:
        return ChangeText::tr("Another lead article");
    case StoryField::Published:
        return stepText(field, dateText(change.from), dateText(change.to));
    case StoryField::Score:
        return stepText(label, scoreText(change.from), scoreText(change.to));
    case StoryField::Overrule:
        return overruleText(change);
    case StoryField::Quotation:
        return quotationText(change, method);
    case StoryField::Article:
    case StoryField::Signal:
    case StoryField::Card:
        return arrivalText(field, change);
    case StoryField::Coverage:
        return stepText(field, seenText(change.from), seenText(change.to));
    case StoryField::Headline:
    case StoryField::Category:
    case StoryField::Source:
    case StoryField::Link:
    case StoryField::PrimarySource:
    case StoryField::Slug:
    case StoryField::StatedImpact:
    case StoryField::CardMethod:
        break;
    }
    return stepText(field, change.from, change.to);
}

/// What a rule sets as a story comes in.
bool isOfRules(StoryField field)
{
    return field == StoryField::Tags || field == StoryField::Category || field == StoryField::State;
}

} // namespace

QString changeText(const Change& change, const Method& method)
{
    QString text = withoutCard(change, method);
    if (!change.dimension.isEmpty() && isOfRules(change.field))
        return ChangeText::tr("%1, by the rule “%2”").arg(text, shortened(change.dimension));
    if (change.card.isEmpty() || change.card == change.analyst)
        return text;
    return ChangeText::tr("%1 (card of %2)").arg(text, change.card);
}

} // namespace Scoredesk
