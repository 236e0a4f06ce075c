// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/judgement.h"
#include "app/cli/selection.h"
#include "app/cli/terminaltext.h"
#include "storage/deskcontents.h"
#include "storage/exchange/deskjson.h"
#include "storage/method/methodfile.h"
#include "ui/brief/exporter.h"
#include "ui/brief/exportrecording.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliExport {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliExport)
};

/// What the call asks for beside the stories.
struct Wanted {
    BriefFormat format = BriefFormat::Pdf;
    BriefOptions options;
    QString out; ///< empty: standard output
    Overrules overrules;
};

Result<BriefFormat> formatWanted(const Call& call)
{
    if (call.isSet(u"format"_s)) {
        if (const auto format = briefFormatFromText(call.value(u"format"_s)))
            return *format;
        return fail(CliExport::tr("“%1” is no format; there are pdf, html, markdown, json and csv.")
                        .arg(call.value(u"format"_s)));
    }
    const QString ending = QFileInfo(call.value(u"out"_s)).suffix();
    if (ending.isEmpty())
        return BriefFormat::Pdf;
    if (const auto format = briefFormatFromText(ending))
        return *format;
    return fail(CliExport::tr("“.%1” tells no format; give --format.").arg(ending));
}

/// --out; empty where that is standard output, by whatever name.
QString outOf(const Call& call)
{
    const QString out = call.value(u"out"_s);
    return isStandardOutput(out) ? QString() : out;
}

Result<Wanted> readWanted(const Call& call)
{
    Wanted wanted;
    const Result<BriefFormat> format = formatWanted(call);
    if (!format)
        return tl::unexpected(format.error());
    wanted.format = *format;
    wanted.out = outOf(call);
    if (const QString paper = call.value(u"paper"_s).toLower(); paper == u"letter")
        wanted.options.paper = Paper::Letter;
    else if (!paper.isEmpty() && paper != u"a4")
        return fail(CliExport::tr("“%1” is no paper; there are a4 and letter.").arg(paper));
    if (call.isSet(u"tlp"_s)) {
        const auto marking = tlpFromText(call.value(u"tlp"_s));
        if (!marking)
            return fail(
                CliExport::tr("“%1” is no TLP marking; there are clear, green, amber, amber+strict and red.")
                    .arg(call.value(u"tlp"_s)));
        wanted.options.marking = *marking;
    }
    wanted.options.digestTitle = call.value(u"title"_s);
    wanted.options.analyst = call.analyst();
    const Result<Overrules> overrules = overrulesOf(call);
    if (!overrules)
        return tl::unexpected(overrules.error());
    wanted.overrules = *overrules;
    return wanted;
}

/// Which stories; a usage error where the call names none or in two ways.
Result<QList<StoryId>> idsToExport(const Call& call, const Store& store)
{
    if (!call.positional().isEmpty())
        return idsNamed(store, call.positional());
    QueueView view;
    view.order = QueueView::Order::Impact;
    view.kind = call.isSet(u"state"_s) ? viewFromText(call.value(u"state"_s)).value_or(QueueView::Kind::Ready)
                                       : QueueView::Kind::All;
    return idsOf(store, view);
}

std::optional<QString> wrongSelection(const Call& call)
{
    const int ways =
        int(!call.positional().isEmpty()) + int(call.isSet(u"all"_s)) + int(call.isSet(u"state"_s));
    if (ways > 1)
        return CliExport::tr("Name stories in one way: IDs, --state or --all.");
    if (ways == 0 && !call.wantsJson())
        return CliExport::tr("Which stories? Give IDs, --state ready or --all.");
    if (call.isSet(u"state"_s) && !viewFromText(call.value(u"state"_s)))
        return CliExport::tr("“%1” is no state.").arg(call.value(u"state"_s));
    return std::nullopt;
}

/// Writes to the file, or to standard output where none is named.
Result<QString> deliver(Call& call, const QString& path, const QByteArray& bytes)
{
    if (!path.isEmpty())
        return writeExport(path, bytes);
    call.write(bytes);
    if (const auto written = call.printed(); !written)
        return tl::unexpected(written.error());
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The whole desk, or some stories with the methods that their cards may be under.
Result<DeskContents> contentsWanted(const Call& call, const Store& store)
{
    if (call.positional().isEmpty() && !call.isSet(u"state"_s))
        return contentsOf(store);
    const Result<QList<StoryId>> ids = idsToExport(call, store);
    if (!ids)
        return tl::unexpected(ids.error());
    Result<QList<Dossier>> dossiers = store.wholeDossiers(*ids);
    if (!dossiers)
        return tl::unexpected(dossiers.error());
    DeskContents contents;
    contents.desk = store.deskId();
    contents.isPart = true;
    for (const Method& method : store.methods())
        if (!builtInMethods().contains(method))
            contents.methods.append(method);
    contents.dossiers = std::move(*dossiers);
    return contents;
}

/// The desk itself, for another desk or for keeping: nothing is judged, nothing goes on record.
int exportDesk(Call& call, const Store& store)
{
    const QString path = outOf(call);
    if (!call.mayWriteExport(path))
        return CliFailed;
    const Result<DeskContents> contents = contentsWanted(call, store);
    if (!contents)
        return call.failed(contents.error());
    const Result<QString> sha256 = deliver(call, path, deskToJson(*contents));
    if (!sha256)
        return call.failed(sha256.error());
    if (!path.isEmpty())
        call.print(QJsonDocument(QJsonObject{{u"file"_s, QFileInfo(path).absoluteFilePath()},
                                             {u"stories"_s, contents->dossiers.size()},
                                             {u"sha256"_s, *sha256}}));
    return CliDone;
}

/// Nothing goes out while one of the stories is held back.
bool mayGoOut(Call& call, const Store& store, const QList<Dossier>& dossiers, const Wanted& wanted,
              QList<StoryEdit>& edits)
{
    bool free = true;
    for (const Dossier& dossier : dossiers) {
        const QList<Finding> findings =
            findingsOf(store, dossier, wanted.options.method, wanted.options.analyst);
        Overrules overrules = dossier.overrules;
        overrules.insert(wanted.overrules);
        const QStringList held = standingBlockers(findings, overrules);
        if (!held.isEmpty()) {
            free = false;
            call.tell(
                CliExport::tr("%1 is held back: %2").arg(number(dossier.story.id)).arg(held.join(u' ')));
        }
        edits += overruleEdits(dossier, findings, wanted.overrules);
    }
    return free;
}

Result<void> record(Store& store, const QList<Dossier>& dossiers, const QList<StoryEdit>& overrules,
                    const ExportRecord& record)
{
    return store.transact([&]() -> Result<void> {
        if (const auto inverse = store.applyEdits(overrules, {record.analyst, 0}); !inverse)
            return tl::unexpected(inverse.error());
        return recordBriefs(store, dossiers, record);
    });
}

int exportBriefs(Call& call, Store& store, const QList<Dossier>& dossiers, const Wanted& wanted)
{
    QString path = wanted.out;
    if (QFileInfo(path).isDir())
        path = QDir(path).filePath(suggestedFileName(dossiers, wanted.options, wanted.format));
    QList<StoryEdit> overrules;
    if (!call.mayWriteExport(path) || !mayGoOut(call, store, dossiers, wanted, overrules))
        return CliFailed;
    const Result<QByteArray> bytes = renderBriefs(dossiers, wanted.options, wanted.format);
    if (!bytes)
        return call.failed(bytes.error());
    const Result<QString> sha256 = deliver(call, path, *bytes);
    if (!sha256)
        return call.failed(sha256.error());
    ExportRecord entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.analyst = wanted.options.analyst;
    entry.format = toText(wanted.format);
    entry.path = path.isEmpty() ? u"-"_s : QFileInfo(path).absoluteFilePath();
    entry.sha256 = *sha256;
    if (const auto recorded = record(store, dossiers, overrules, entry); !recorded)
        return call.failed(
            {CliExport::tr("Written, but not put on record: %1").arg(recorded.error().message)});
    if (!path.isEmpty())
        call.out()
            << CliExport::tr("%n stories written to %1.", nullptr, int(dossiers.size())).arg(printable(path))
            << u'\n' << u"sha256 "_s << *sha256 << u'\n';
    return CliDone;
}

int run(Call& call)
{
    if (const auto wrong = wrongSelection(call))
        return call.usage(*wrong);
    if (call.wantsJson() && call.isSet(u"format"_s))
        return call.usage(
            CliExport::tr("--json writes the desk itself; --format json writes briefs. Give one of them."));
    Result<Wanted> wanted = call.wantsJson() ? Wanted() : readWanted(call);
    if (!wanted)
        return call.usage(wanted.error().message);
    const std::optional<QDateTime> date = call.date();
    if (!date)
        return CliUsage;
    if (!call.wantsJson() && wanted->format == BriefFormat::Pdf && wanted->out.isEmpty() &&
        isatty(STDOUT_FILENO))
        return call.usage(CliExport::tr("A PDF is not for a terminal; name a file with --out."));

    const std::unique_ptr<Store> store =
        call.openDesk(call.wantsJson() ? Call::Access::Read : Call::Access::Write);
    if (!store)
        return CliNoDesk;
    if (call.wantsJson())
        return exportDesk(call, *store);
    const QList<Method> methods = store->methods();
    const Method* const method = call.method(methods, store->activeMethod());
    if (!method)
        return CliUsage;
    wanted->options.method = *method;
    wanted->options.date = *date;
    wanted->options.deskName = store->setting(u"desk_name"_s);
    const Result<QList<StoryId>> ids = idsToExport(call, *store);
    if (!ids)
        return call.failed(ids.error());
    const Result<QList<Dossier>> dossiers = store->dossiers(*ids);
    if (!dossiers)
        return call.failed(dossiers.error());
    if (dossiers->isEmpty())
        return call.failed({CliExport::tr("No stories to export.")});
    return exportBriefs(call, *store, *dossiers, *wanted);
}

} // namespace

Command exportCommand()
{
    return {
        u"export"_s,
        u"[ID… | --state STATE | --all]"_s,
        CliExport::tr("Write briefs as PDF, HTML, Markdown, JSON or CSV, or the whole desk as JSON."),
        CliExport::tr(
            "One story gives a brief, several a digest in the order named (by impact with --state "
            "and --all).\n"
            "The format is that of --format or of the file's ending, else pdf. Without --out the "
            "bytes go to\n"
            "standard output; a file that is there is written over only with --force. Blockers stop "
            "the export,\n"
            "and then nothing is written. What goes out is put on record with its SHA-256. With "
            "the same --date\n"
            "the same desk gives the same bytes.\n"
            "\n"
            "--json instead writes the stories (all, where none are named) so that `scoredesk "
            "import` makes an\n"
            "equal desk of them; that is not put on record. With --out the file, how many stories and "
            "its SHA-256\n"
            "are printed, as JSON.\n"
            "\n"
            "Examples:\n"
            "  scoredesk export 12 --out brief.pdf --tlp amber\n"
            "  scoredesk export --state ready --out digest.pdf --date 2026-04-20\n"
            "  scoredesk export --json --out desk.json"),
        {{u"all"_s, CliExport::tr("Every story of the desk.")},
         {u"state"_s, CliExport::tr("Every story that is incoming, shortlisted, ready or spiked."),
          u"STATE"_s},
         {u"format"_s, CliExport::tr("pdf, html, markdown, json (schema.org) or csv."), u"FORMAT"_s},
         {{u"o"_s, u"out"_s}, CliExport::tr("The file to write, or a folder to name it in."), u"FILE"_s},
         forceOption(),
         {u"paper"_s, CliExport::tr("a4 (the default) or letter."), u"PAPER"_s},
         {u"tlp"_s, CliExport::tr("Mark each page: clear, green, amber, amber+strict or red."), u"MARKING"_s},
         {u"title"_s, CliExport::tr("The cover line of a digest."), u"TEXT"_s},
         {u"date"_s, CliExport::tr("The date to print, ISO 8601; now by default."), u"DATE"_s},
         {u"method"_s, CliExport::tr("Compute impact by this method instead of the desk's."), u"KEY"_s},
         overruleOption()},
        run,
        true};
}

} // namespace Scoredesk
