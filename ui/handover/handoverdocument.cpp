// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverdocument.h"

#include "storage/method/impact.h"
#include "storage/store.h"
#include "ui/brief/brieftext.h"
#include "ui/document/documentmarkdown.h"
#include "ui/pdf/pdfrenderer.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <initializer_list>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct HandoverText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::HandoverText)
};

constexpr qint64 withoutShift = qint64(12) * 60 * 60; ///< seconds

/// In the order of the document: what the next analyst has to go on with comes first.
constexpr Stage sections[] = {Stage::Ready, Stage::Shortlisted, Stage::Incoming, Stage::Spiked};

QString impactOfCard(const HandoverStory& story, const Method& method)
{
    if (!story.card.isJudged())
        return {};
    return HandoverText::tr("Impact %1").arg(impactText(method, impactOf(method, story.card)));
}

QStringList detailsOf(const HandoverStory& story, const Method& method)
{
    QStringList details;
    if (const QString reason = cleanLine(story.state.spikeReason);
        story.state.stage == Stage::Spiked && !reason.isEmpty())
        details.append(reason);
    if (const QString other = cleanLine(story.movedBy); !other.isEmpty())
        details.append(HandoverText::tr("moved there by %1").arg(other));
    if (const QString impact = impactOfCard(story, method); !impact.isEmpty())
        details.append(impact);
    if (story.exportedAt.isValid())
        details.append(HandoverText::tr("exported %1 (%2)")
                           .arg(shownTime(story.exportedAt), story.formats.join(u", "_s)));
    return details;
}

ListItem itemOf(const HandoverStory& story, const Method& method)
{
    const QString headline = cleanLine(story.headline);
    ListItem item;
    item.lead = {{headline.isEmpty() ? HandoverText::tr("Untitled story") : headline, {}, {}}};
    if (const QStringList details = detailsOf(story, method); !details.isEmpty())
        item.detail = {{details.join(u" · "_s), TextRun::Style::Muted, {}}};
    return item;
}

PairsBlock countsOf(const Handover& handover)
{
    const auto count = [&handover](auto wanted) {
        return QString::number(std::count_if(handover.stories.begin(), handover.stories.end(), wanted));
    };
    const auto row = [](const QString& label, const QString& value) {
        return Pair{label, {{value, {}, {}}}};
    };
    const auto movedTo = [](const HandoverStory& story, std::initializer_list<Stage> stages) {
        return story.moved && story.movedBy.isEmpty() &&
               std::find(stages.begin(), stages.end(), story.state.stage) != stages.end();
    };
    PairsBlock counts;
    counts.pairs = {
        row(HandoverText::tr("Kept"), count([&movedTo](const HandoverStory& story) {
                return movedTo(story, {Stage::Ready, Stage::Shortlisted});
            })),
        row(HandoverText::tr("Spiked"),
            count([&movedTo](const HandoverStory& story) { return movedTo(story, {Stage::Spiked}); })),
        row(HandoverText::tr("Scored"), count([](const HandoverStory& story) { return story.scored; })),
        row(HandoverText::tr("Exported"),
            count([](const HandoverStory& story) { return story.exportedAt.isValid(); }))};
    return counts;
}

ParagraphBlock paragraph(const QString& text, ParagraphBlock::Style style)
{
    return {{{text, {}, {}}}, style};
}

/// "9 Apr 2026, 08:00 UTC to 9 Apr 2026, 16:00 UTC"
QString spanText(const Handover& handover)
{
    return HandoverText::tr("%1 to %2").arg(shownTime(handover.from), shownTime(handover.to));
}

} // namespace

std::pair<QDateTime, QDateTime> handoverSpan(const Store& store, const QString& analyst, const QDateTime& now)
{
    const QList<Shift> shifts = store.lastShifts(analyst, 1);
    if (shifts.isEmpty())
        return {now.addSecs(-withoutShift), now};
    const Shift& shift = shifts.first();
    return {shift.beganAt, shift.isRunning() ? std::max(shift.beganAt, now) : shift.endedAt};
}

Document handoverDocument(const Handover& handover, const BriefOptions& options)
{
    const QString title = HandoverText::tr("Handover of %1").arg(cleanLine(handover.analyst));
    Document document;
    document.title = title;
    document.author = cleanLine(handover.analyst);
    document.publisher = cleanLine(options.deskName);
    document.subject = spanText(handover);
    document.language = u"en"_s;
    document.date = handover.to.toUTC();
    document.marking = tlpText(options.marking);
    document.markingColour = tlpColour(document.marking);

    Section section;
    section.runningTitle = title;
    QList<Block>& blocks = section.blocks;
    blocks.append(paragraph(HandoverText::tr("Handover"), ParagraphBlock::Style::Kicker));
    blocks.append(HeadingBlock{title, 1, HeadingBlock::Style::Title, u"handover"_s, title});
    QStringList meta = {spanText(handover)};
    if (const QString desk = cleanLine(options.deskName); !desk.isEmpty())
        meta.append(desk);
    blocks.append(paragraph(meta.join(u" · "_s), ParagraphBlock::Style::Meta));
    blocks.append(countsOf(handover));
    for (const Stage stage : sections) {
        ListBlock list;
        for (const HandoverStory& story : handover.stories)
            if (story.state.stage == stage)
                list.items.append(itemOf(story, options.method));
        if (list.items.isEmpty())
            continue;
        const QString name = stageText(stage);
        blocks.append(HeadingBlock{name, 2, HeadingBlock::Style::Heading, toText(stage), name});
        blocks.append(list);
    }
    if (handover.stories.isEmpty())
        blocks.append(
            paragraph(HandoverText::tr("Nothing was kept, spiked, scored or exported in this time."),
                      ParagraphBlock::Style::Body));
    if (handover.exportedAndGone > 0)
        blocks.append(paragraph(HandoverText::tr("%n exported stories are no longer on the desk.", nullptr,
                                                 handover.exportedAndGone),
                                ParagraphBlock::Style::Note));
    blocks.append(paragraph(methodSentence(options.method) + u' ' + shownMethod(options.method) + u'.',
                            ParagraphBlock::Style::Note));
    document.sections = {section};
    return document;
}

Result<BriefFormat> handoverFormat(const QString& path)
{
    const auto format = briefFormatFromText(QFileInfo(path).suffix());
    if (format == BriefFormat::Pdf || format == BriefFormat::Markdown)
        return *format;
    return fail(HandoverText::tr("A handover is written as .pdf or .md; “%1” ends in neither.")
                    .arg(QFileInfo(path).fileName()),
                ErrorCode::InvalidInput);
}

Result<QByteArray> renderHandover(const Handover& handover, const BriefOptions& options, BriefFormat format)
{
    const Document document = handoverDocument(handover, options);
    if (format == BriefFormat::Markdown)
        return documentToMarkdown(document);
    PdfRequest request;
    request.pagePoints = pagePoints(options.paper);
    return renderPdf(document, request);
}

QString handoverFileName(const Handover& handover)
{
    return u"handover-%1.pdf"_s.arg(handover.to.toUTC().toString(u"yyyy-MM-dd"_s));
}

} // namespace Scoredesk
