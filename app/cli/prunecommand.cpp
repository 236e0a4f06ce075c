// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "storage/care/retention.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliPrune {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliPrune)
};

int tellCount(Call& call, const QString& sentence, int count, bool isDry)
{
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"stories"_s, count}, {u"dry_run"_s, isDry}}));
    else
        call.out() << sentence << u'\n';
    return CliDone;
}

int runPrune(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliPrune::tr("prune takes no arguments."));
    const auto asked = daysFromText(call.value(u"days"_s));
    if (call.isSet(u"days"_s) && !asked)
        return call.usage(CliPrune::tr("--days takes a whole number from 0 to %1.").arg(mostKeepDays));
    const bool isDry = call.isSet(u"dry-run"_s);
    const auto store = call.openDesk(isDry ? Call::Access::Read : Call::Access::Write);
    if (!store)
        return CliNoDesk;
    RetentionStore& retention = store->retention();
    const int days = asked.value_or(retention.keepDays());
    if (isDry) {
        const auto stories = retention.expired(days);
        if (!stories)
            return call.failed(stories.error());
        const auto count = int(stories->size());
        return tellCount(call, CliPrune::tr("%n stories would be removed.", nullptr, count), count, true);
    }
    const auto removed = retention.removeExpired(days);
    if (!removed)
        return call.failed(removed.error());
    return tellCount(call, CliPrune::tr("%n stories removed.", nullptr, *removed), *removed, false);
}

} // namespace

Command pruneCommand()
{
    return {
        u"prune"_s,
        QString(),
        CliPrune::tr("Remove incoming stories that nobody touched for long, for good."),
        CliPrune::tr("How long they stay is a setting of the desk, and of feeds that have one of their own; "
                     "of several\n"
                     "the longest holds. Nothing goes that was edited, scored, moved on, exported or given "
                     "an article\n"
                     "by hand."),
        {{u"days"_s, CliPrune::tr("Instead of the desk's setting; 0: for ever."), u"N"_s},
         {u"dry-run"_s, CliPrune::tr("Tell how many would go; remove none.")}},
        runPrune};
}

} // namespace Scoredesk
