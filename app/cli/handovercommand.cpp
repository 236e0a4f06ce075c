// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/terminaltext.h"
#include "ui/handover/handoverdocument.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliHandover {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliHandover)
};

int run(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliHandover::tr("handover takes no arguments; --since and --until give the time."));
    const QString path = call.value(u"out"_s);
    if (path.isEmpty())
        return call.usage(CliHandover::tr("Where to? Give --out FILE.pdf or --out FILE.md."));
    const Result<BriefFormat> format = handoverFormat(path);
    if (!format)
        return call.usage(format.error().message);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Looked at before the desk is opened: a wrong call does nothing.
    if (!call.time(u"since"_s, now) || !call.time(u"until"_s, now))
        return CliUsage;

    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const auto span = handoverSpan(*store, call.analyst(), now);
    const QDateTime since = call.time(u"since"_s, span.first).value_or(now);
    // Who says since when, but not until when, means until now.
    const QDateTime until = call.time(u"until"_s, call.isSet(u"since"_s) ? now : span.second).value_or(now);
    if (since > until)
        return call.usage(CliHandover::tr("--since is later than --until."));
    if (!call.mayWriteExport(path))
        return CliFailed;
    const Result<Handover> handover = store->handover(call.analyst(), since, until);
    if (!handover)
        return call.failed(handover.error());
    BriefOptions options;
    options.deskName = store->setting(u"desk_name"_s);
    options.method = store->activeMethod();
    const Result<QByteArray> bytes = renderHandover(*handover, options, *format);
    if (!bytes)
        return call.failed(bytes.error());
    const Result<QString> sha256 = writeExport(path, *bytes);
    if (!sha256)
        return call.failed(sha256.error());
    const auto stories = int(handover->stories.size());
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"file"_s, QFileInfo(path).absoluteFilePath()},
                                             {u"stories"_s, stories},
                                             {u"since"_s, since.toUTC().toString(Qt::ISODate)},
                                             {u"until"_s, until.toUTC().toString(Qt::ISODate)},
                                             {u"sha256"_s, *sha256}}));
    else
        call.out() << CliHandover::tr("%n stories handed over in %1.", nullptr, stories).arg(printable(path))
                   << u'\n';
    return CliDone;
}

} // namespace

Command handoverCommand()
{
    return {u"handover"_s,
            u"[--since T] [--until T] --out FILE.{pdf,md}"_s,
            CliHandover::tr("Write what an analyst kept, spiked, scored and exported, for the next one."),
            CliHandover::tr(
                "Each story stands once, under the state that it was left in; times are in UTC. Without "
                "--since and --until it\n"
                "is the analyst's shift that runs, or the last one that ended; without any, the last "
                "twelve hours.\n"
                "\n"
                "Examples:\n"
                "  scoredesk handover --out handover.pdf\n"
                "  scoredesk handover --analyst Ada --since 2026-04-20T06:00 --until 2026-04-20T14:00 "
                "--out ada.md"),
            {{u"since"_s, CliHandover::tr("From when, ISO 8601; without a zone in UTC."), u"T"_s},
             {u"until"_s, CliHandover::tr("Until when, likewise."), u"T"_s},
             {{u"o"_s, u"out"_s}, CliHandover::tr("The file to write: .pdf or .md."), u"FILE"_s},
             forceOption()},
            run,
            true};
}

} // namespace Scoredesk
