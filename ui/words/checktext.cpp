// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/checktext.h"

#include "ui/words/fieldtext.h"
#include "ui/words/storiestext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CheckText)
};

QString shortLine(const QString& text, qsizetype most = 70)
{
    return shortened(text.simplified(), most);
}

QString timeText(const QString& iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate).toLocalTime();
    return QLocale().toString(time, u"d MMM yyyy, hh:mm"_s);
}

QString outletCountText(const QStringList& facts)
{
    const int count = facts.value(2).toInt();
    const QString shown = facts.value(1) == u"tier1" ? CheckText::tr("%n tier-1 outlets", nullptr, count)
                                                     : CheckText::tr("%n outlets", nullptr, count);
    return CheckText::tr("“%1” differs from the coverage, which shows %2.")
        .arg(shortLine(facts.value(0)), shown);
}

QString trustUnsupportedText(const QStringList& facts)
{
    if (facts.value(0) == u"primary")
        return CheckText::tr("Trust is high without a primary source.");
    if (facts.value(0) == u"fud")
        return CheckText::tr("Trust is high although %1 is %2.").arg(facts.value(1), facts.value(2));
    return CheckText::tr("Trust is high although %1 is only %2.").arg(facts.value(1), facts.value(2));
}

QString repetitionText(const QStringList& facts)
{
    const QString words = shortLine(facts.value(2));
    if (facts.value(0) == u"headline")
        return CheckText::tr("Why it matters repeats the headline: “%1”.").arg(words);
    return CheckText::tr("Why it matters repeats the summary (%1 %): “%2”.").arg(facts.value(1), words);
}

QString lengthText(const Finding& finding)
{
    const QString field = fieldText(finding.place);
    const QString problem = finding.facts.value(0);
    const int count = finding.facts.value(1).toInt();
    const QString bound = finding.facts.value(2);
    if (problem == u"missing")
        return CheckText::tr("%1: missing.").arg(field);
    if (problem == u"few")
        return CheckText::tr("%n tags; at least %1 help readers find it.", nullptr, count).arg(bound);
    if (problem == u"many")
        return CheckText::tr("%n tags; more than %1 say little.", nullptr, count).arg(bound);
    if (problem == u"short")
        return CheckText::tr("%1: only %n characters; %2 or more are usual.", nullptr, count)
            .arg(field, bound);
    return CheckText::tr("%1: %n characters; up to %2 are usual.", nullptr, count).arg(field, bound);
}

QString scoreAgeText(const QStringList& facts)
{
    const QString scored = timeText(facts.value(0));
    if (const int articles = facts.value(2).toInt(); articles > 0)
        return CheckText::tr("%n articles arrived after the card was set on %1.", nullptr, articles)
            .arg(scored);
    return CheckText::tr("The text or coverage changed after the card was set on %1.").arg(scored);
}

QString linkText(const QStringList& facts)
{
    const QString link = shortLine(facts.value(1));
    if (facts.value(0) == u"scheme")
        return CheckText::tr("“%1” is not a web address (http or https).").arg(link);
    if (facts.value(0) == u"private")
        return CheckText::tr("“%1” leads to a private address that readers cannot reach.").arg(link);
    if (facts.value(0) == u"userinfo")
        return CheckText::tr("“%1” has a name before the host, which hides where it leads.").arg(link);
    return CheckText::tr("“%1” is not a complete address.").arg(link);
}

QString characterName(const QString& code)
{
    static const QMap<QString, const char*> names = {
        {u"U+200B"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "zero-width blank")},
        {u"U+200C"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "zero-width non-joiner")},
        {u"U+200D"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "zero-width joiner")},
        {u"U+200E"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "left-to-right mark")},
        {u"U+200F"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "right-to-left mark")},
        {u"U+202A"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "left-to-right embedding")},
        {u"U+202B"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "right-to-left embedding")},
        {u"U+202D"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "left-to-right override")},
        {u"U+202E"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "right-to-left override")},
        {u"U+2060"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "word joiner")},
        {u"U+FEFF"_s, QT_TRANSLATE_NOOP("Scoredesk::CheckText", "byte order mark")},
    };
    const char* const name = names.value(code);
    return name ? u"%1, %2"_s.arg(code, CheckText::tr(name)) : code;
}

QString hiddenText(const QStringList& facts)
{
    const QString text = CheckText::tr("%n hidden characters (%1).", nullptr, facts.value(1).toInt())
                             .arg(characterName(facts.value(0)));
    return facts.value(2).isEmpty() ? text : u"%1: %2"_s.arg(facts.value(2), text);
}

QString incompleteText(const QStringList& facts)
{
    const QString text =
        CheckText::tr("%n dimensions not judged: %1.", nullptr, facts.value(0).toInt()).arg(facts.value(1));
    const QString other = facts.value(2);
    return other.isEmpty()
               ? text
               : text + u' ' +
                     CheckText::tr("The card is that of %1; score the story yourself, or have it finished.")
                         .arg(other);
}

} // namespace

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return CheckText::tr("Blocker");
    case Severity::Warning:
        return CheckText::tr("Warning");
    case Severity::Note:
        break;
    }
    return CheckText::tr("Note");
}

QString checkTitle(CheckKind kind)
{
    switch (kind) {
    case CheckKind::HeadlineNumber:
        return CheckText::tr("Number in the headline");
    case CheckKind::OutletCountInProse:
        return CheckText::tr("Outlet count in the text");
    case CheckKind::StatedOverNamed:
        return CheckText::tr("Outlets stated and named");
    case CheckKind::ImpactUnsupported:
        return CheckText::tr("Impact without support");
    case CheckKind::TrustUnsupported:
        return CheckText::tr("Trust without support");
    case CheckKind::HypeHeadline:
        return CheckText::tr("Hype in the headline");
    case CheckKind::Repetition:
        return CheckText::tr("Repetition");
    case CheckKind::FieldLength:
        return CheckText::tr("Missing or ill-sized field");
    case CheckKind::LikelyDuplicate:
        return CheckText::tr("Likely duplicate");
    case CheckKind::Drift:
        return CheckText::tr("Drift of the stated impact");
    case CheckKind::ScorePredatesEvidence:
        return CheckText::tr("Score older than its evidence");
    case CheckKind::CategorySkew:
        return CheckText::tr("One category too often");
    case CheckKind::UnsafeLink:
        return CheckText::tr("Unsafe link");
    case CheckKind::HiddenCharacters:
        return CheckText::tr("Hidden characters");
    case CheckKind::FudWithoutNote:
        return CheckText::tr("Risk without a trust note");
    case CheckKind::CardIncomplete:
        return CheckText::tr("Incomplete scorecard");
    case CheckKind::BorrowedCard:
        return CheckText::tr("Card of another analyst");
    }
    return {};
}

QString checkText(const Finding& finding)
{
    const QStringList& facts = finding.facts;
    switch (finding.kind) {
    case CheckKind::HeadlineNumber:
        return CheckText::tr("“%1” stands in the headline, but in neither summary nor why it matters.")
            .arg(facts.value(0));
    case CheckKind::OutletCountInProse:
        return outletCountText(facts);
    case CheckKind::StatedOverNamed:
        return CheckText::tr("%n outlets are stated, but only %1 named or seen.", nullptr,
                             facts.value(0).toInt())
            .arg(facts.value(1));
    case CheckKind::ImpactUnsupported:
        return CheckText::tr("Impact %1 rests on neither a tier-1 outlet nor a primary source.")
            .arg(facts.value(0));
    case CheckKind::TrustUnsupported:
        return trustUnsupportedText(facts);
    case CheckKind::HypeHeadline:
        return CheckText::tr("“%1” sounds like hype, yet the risk is set to %2.")
            .arg(facts.value(0), facts.value(1));
    case CheckKind::Repetition:
        return repetitionText(facts);
    case CheckKind::FieldLength:
        return lengthText(finding);
    case CheckKind::LikelyDuplicate:
        return CheckText::tr("Likely the same story as “%1”.").arg(shortLine(facts.value(0)));
    case CheckKind::Drift:
        return CheckText::tr("States impact %1 where the card comes to %2 (%3).")
            .arg(facts.value(0), facts.value(1), facts.value(2));
    case CheckKind::ScorePredatesEvidence:
        return scoreAgeText(facts);
    case CheckKind::CategorySkew:
        return CheckText::tr("%1 of the last %2 exported stories were %3 too.")
            .arg(facts.value(1), facts.value(2), facts.value(0));
    case CheckKind::UnsafeLink:
        return linkText(facts);
    case CheckKind::HiddenCharacters:
        return hiddenText(facts);
    case CheckKind::FudWithoutNote:
        return CheckText::tr("The risk is set to %1, but the trust note is empty.").arg(facts.value(0));
    case CheckKind::CardIncomplete:
        return incompleteText(facts);
    case CheckKind::BorrowedCard:
        return CheckText::tr("You have no card on this story: the brief goes out with that of %1, and says "
                             "so. Score the story to send your own.")
            .arg(facts.value(0));
    }
    return {};
}

} // namespace Scoredesk
