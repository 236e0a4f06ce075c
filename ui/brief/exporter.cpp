// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/exporter.h"

#include "storage/exchange/deskjson.h"
#include "ui/brief/briefbuilder.h"
#include "ui/brief/sampleauthor.h"
#include "ui/brief/textformats.h"
#include "ui/document/documenthtml.h"
#include "ui/document/documentmarkdown.h"
#include "ui/pdf/pdfrenderer.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Exporter {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::Exporter)
};

// What goes out with a file: the story, the card shown and where it can be read. Who changed what and when,
// other analysts' cards, why blockers were let stand and stories spiked, what the desk thinks of an outlet,
// paths of earlier exports and the articles' own texts stay in the desk. The brief shows the quotations of
// its dimensions; who pinned them is no reader's business, so they go in nobody's name.
Dossier shareable(const Dossier& dossier, const BriefOptions& options)
{
    Dossier copy = dossier;
    const QString shown = dossier.briefCard(options.analyst).analyst;
    copy.cards.removeIf([&shown](const Scorecard& card) { return card.analyst != shown; });
    copy.history.clear();
    copy.exports.clear();
    copy.overrules.clear();
    copy.story.remainder.clear();
    copy.story.state.spikeReason.clear();
    copy.story.unread = false;
    copy.quotations.removeIf(
        [&options](const Quotation& quotation) { return !options.method.byKey(quotation.dimension); });
    for (Quotation& quotation : copy.quotations)
        quotation.analyst.clear();
    for (Article& article : copy.articles) {
        article.outlet.reliability.clear();
        article.html.clear();
        article.text.clear();
    }
    return copy;
}

Result<QByteArray> renderAsPdf(const QList<Dossier>& dossiers, const BriefOptions& options,
                               const ExportProgress& progress)
{
    PdfRequest request;
    request.pagePoints = pagePoints(options.paper);
    // So that a desk that is sent the PDF can take the stories in, card and all.
    DeskContents contents;
    for (const Dossier& dossier : dossiers)
        contents.dossiers.append(shareable(dossier, options));
    request.attachment = deskToJson(contents);
    request.attachmentName = u"scoredesk-stories.json"_s;
    request.attachmentDescription = Exporter::tr("The stories of this document, for import into Scoredesk");
    if (progress)
        request.progress = [&progress, total = int(dossiers.size())](int done) {
            return progress(done, total);
        };
    return renderPdf(buildDocument(dossiers, options), request);
}

} // namespace

QSizeF pagePoints(Paper paper)
{
    return paper == Paper::Letter ? QSizeF(612, 792) : QSizeF(595, 842);
}

QString signerOf(const QList<Dossier>& dossiers, const QString& analyst)
{
    const QString author = sampleAuthorOf(dossiers, analyst);
    return author.isEmpty() ? analyst : author;
}

Result<QByteArray> renderBriefs(const QList<Dossier>& dossiers, const BriefOptions& options,
                                BriefFormat format, const ExportProgress& progress)
{
    if (dossiers.isEmpty())
        return fail(Exporter::tr("There is no story to export."), ErrorCode::InvalidInput);
    if (const QString author = signerOf(dossiers, options.analyst); author != options.analyst) {
        BriefOptions theirs = options;
        theirs.analyst = author;
        return renderBriefs(signedBy(author, dossiers, options.analyst), theirs, format, progress);
    }
    if (format == BriefFormat::Pdf)
        return renderAsPdf(dossiers, options, progress);
    const int total = int(dossiers.size());
    if (progress && !progress(0, total))
        return fail(Exporter::tr("Cancelled."), ErrorCode::Cancelled);
    QByteArray bytes;
    switch (format) {
    case BriefFormat::Pdf:
        break;
    case BriefFormat::Html:
        bytes = documentToHtml(buildDocument(dossiers, options));
        break;
    case BriefFormat::Markdown:
        bytes = documentToMarkdown(buildDocument(dossiers, options));
        break;
    case BriefFormat::Json:
        bytes = briefsToJson(dossiers, options);
        break;
    case BriefFormat::Csv:
        bytes = briefsToCsv(dossiers, options);
        break;
    }
    if (progress && !progress(total, total))
        return fail(Exporter::tr("Cancelled."), ErrorCode::Cancelled);
    return bytes;
}

} // namespace Scoredesk
