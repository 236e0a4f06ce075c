// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/draft.h"

#include "app/brieftext/coverageline.h"
#include "app/brieftext/scoretokens.h"
#include "app/brieftext/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::BriefText)
};

const auto paragraphBreak = u"\n\n"_s;

// Of a method that has every dimension the card names; where none has, the first, which then shows what it
// knows.
const Method& methodOf(const Scorecard& card, const QList<Method>& methods)
{
    for (const Method& method : methods)
        if (std::all_of(card.cells.keyBegin(), card.cells.keyEnd(),
                        [&method](const QString& key) { return method.byKey(key) != nullptr; }))
            return method;
    return methods.first();
}

Scorecard finishedCard(const Draft& draft, const DraftContext& context)
{
    Scorecard card = draft.card;
    card.analyst = context.analyst;
    for (auto cell = card.cells.begin(); cell != card.cells.end();) {
        if (!cell->value.isUnset())
            cell->setAt = context.now;
        cell = cell->value.isUnset() && cell->rationale.isEmpty() ? card.cells.erase(cell) : ++cell;
    }
    if (card.methodKey.isEmpty() && !context.methods.isEmpty()) {
        const Method& method = methodOf(card, context.methods);
        card.methodKey = method.key;
        card.methodVersion = method.version;
    }
    return card;
}

// The paragraph that speaks most of trust, where one clearly does: a brief without labels may put it before
// its card.
qsizetype trustParagraph(const QStringList& body)
{
    qsizetype best = -1;
    int most = 1;
    for (qsizetype i = 1; i < body.size(); ++i)
        if (const int cues = trustCues(body[i]); cues > most) {
            most = cues;
            best = i;
        }
    return best;
}

void placeBody(const Draft& draft, Story& story)
{
    QStringList body = draft.body;
    QStringList summary = draft.summary;
    QStringList why = draft.why;
    QStringList note = draft.trustNote + draft.after;
    constexpr qsizetype summaryWhyAndTrust = 3;
    if (note.isEmpty() && body.size() >= summaryWhyAndTrust &&
        (draft.isClosed() || !draft.headline.isEmpty()))
        if (const qsizetype trust = trustParagraph(body); trust > 0)
            note.append(body.takeAt(trust));
    if (summary.isEmpty()) {
        // The last paragraph of a brief says why it matters; those before it are what happened.
        // That of an article is only its end.
        constexpr qsizetype articleLength = 3;
        const bool isArticle = !draft.isClosed() && draft.source.isEmpty() && body.size() >= articleLength;
        if (why.isEmpty() && body.size() >= 2 && !isArticle)
            why.append(body.takeLast());
        summary = body;
    } else if (why.isEmpty()) {
        why = body;
    } else {
        summary = body + summary;
    }
    story.summary = summary.join(paragraphBreak);
    story.whyItMatters = why.join(paragraphBreak);
    story.trustNote = note.join(paragraphBreak);
}

// What follows the outlet in "X · @someone · AI · 2h · 18 outlets".
void placeSource(const Draft& draft, const DraftContext& context, Story& story, Scorecard& card,
                 QStringList& rest)
{
    if (draft.source.isEmpty())
        return;
    story.source = draft.source.first();
    for (const QString& part : draft.source.mid(1)) {
        const QDateTime date = writtenDate(part);
        if (part.startsWith(u'@') || part.startsWith("r/"_L1)) {
            story.source += u" · "_s + part;
        } else if (story.category.isEmpty() && context.categories.contains(part, Qt::CaseInsensitive)) {
            story.category = part;
        } else if (date.isValid() && !story.publishedAt.isValid()) {
            story.publishedAt = date;
        } else if (const auto counts = coverageLine(part); counts && counts->leftover.isEmpty()) {
            if (!mergeStated(story.stated, counts->stated))
                rest.append(part);
        } else if (const auto value = writtenValue(part); value && value->outOf == 10 &&
                                                          value->fault == WrittenValue::Fault::None &&
                                                          !card.statedImpact) {
            card.statedImpact = value->number;
        } else {
            rest.append(part);
        }
    }
}

// A link at the end of a headline is the story's, not part of its words.
void placeHeadlineLink(Story& story)
{
    static const QRegularExpression trailing(u"\\s*[(<\\[]?(https?://[^\\s>)\\]]+)[)>\\]]?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = trailing.match(story.headline);
    if (!match.hasMatch() || !story.link.isEmpty() || match.capturedStart() < 10)
        return;
    story.link = match.captured(1);
    story.headline.truncate(match.capturedStart());
}

// All that a bare link says of its story is where it lies.
void placeLinkAlone(Story& story)
{
    constexpr qsizetype longest = 120;
    const QUrl url(story.link.startsWith("www."_L1) ? u"https://"_s + story.link : story.link);
    QString host = url.host();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    if (story.source.isEmpty())
        story.source = host;
    QString headline = host + url.path(QUrl::PrettyDecoded);
    while (headline.endsWith(u'/'))
        headline.chop(1);
    story.headline = headline.size() > longest ? headline.left(longest) + u'…' : headline;
}

} // namespace

Dossier dossierFrom(const Draft& draft, const DraftContext& context, QList<ImportProblem>* problems)
{
    Dossier dossier;
    Story& story = dossier.story;
    Scorecard card = finishedCard(draft, context);
    QStringList rest = draft.remainder;
    story.headline = draft.headline;
    story.category = draft.category;
    story.tags = draft.tags;
    story.link = draft.link;
    story.primarySource = draft.primarySource;
    story.slug = draft.slug;
    story.publishedAt = draft.published;
    story.stated = draft.stated;
    story.trust = draft.trust;
    placeBody(draft, story);
    placeSource(draft, context, story, card, rest);
    placeHeadlineLink(story);
    const QString where = Words::tr("line %1").arg(draft.line);
    if (!draft.hasText() && draft.after.isEmpty() && draft.trustNote.isEmpty()) {
        if (!story.link.isEmpty()) {
            placeLinkAlone(story);
            problems->append({where, Words::tr("only a link: its page has not been fetched, so headline and "
                                               "text are still to be written")});
        } else {
            problems->append(
                {where, Words::tr("no headline or text stands with this; it becomes a story without words")});
        }
    }
    if (story.headline.isEmpty())
        story.headline = headlineFrom(!story.summary.isEmpty()        ? story.summary
                                      : !story.whyItMatters.isEmpty() ? story.whyItMatters
                                                                      : story.trustNote);
    story.remainder = rest.join(u'\n');
    story.addedAt = story.changedAt = story.evidenceAt = context.now;
    if (!card.isBlank())
        dossier.cards = {card};
    return dossier;
}

} // namespace Scoredesk
