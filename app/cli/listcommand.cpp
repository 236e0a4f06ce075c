// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/selection.h"
#include "app/cli/storyjson.h"
#include "app/cli/terminaltext.h"
#include "ui/words/age.h"
#include "ui/words/statetext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliList {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliList)
};

constexpr int usualLimit = 50;
constexpr int headlineWidth = 80;

QString impactOfRow(const QueueRow& row)
{
    if (!row.impactLow || !row.impactHigh)
        return u"—"_s;
    return shownImpact(Impact{*row.impactLow, *row.impactHigh, *row.impactLow == *row.impactHigh ? 0 : 1});
}

QString outletsOfRow(const QueueRow& row)
{
    const int outlets = std::max(row.outlets, row.stated.outlets.value_or(0));
    const int tierOne = std::max(row.tierOne, row.stated.tierOne.value_or(0));
    if (outlets == 0)
        return {};
    return tierOne > 0 ? CliList::tr("%1 · %2 t1").arg(outlets).arg(tierOne) : QString::number(outlets);
}

QString tableOf(const QList<QueueRow>& rows)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> lines = {{CliList::tr("ID"), CliList::tr("IMPACT"), CliList::tr("STATE"),
                                 CliList::tr("TRUST"), CliList::tr("OUTLETS"), CliList::tr("AGE"),
                                 CliList::tr("CATEGORY"), CliList::tr("HEADLINE")}};
    for (const QueueRow& row : rows)
        lines.append({QString::number(number(row.id)), impactOfRow(row), stageText(row.state.stage),
                      row.trust == TrustVerdict::Unset ? QString() : trustText(row.trust), outletsOfRow(row),
                      ageText(row.sortedAt, now), cut(printable(row.category), 16),
                      cut(printable(row.headline), headlineWidth)});
    return columns(lines, {0, 1});
}

int run(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliList::tr("list takes no arguments; --search finds words."));
    QueueView view;
    const auto kind = viewFromText(call.isSet(u"state"_s) ? call.value(u"state"_s) : u"all"_s);
    if (!kind)
        return call.usage(CliList::tr("“%1” is no state.").arg(call.value(u"state"_s)));
    bool understood = true;
    const int limit = call.isSet(u"limit"_s) ? call.value(u"limit"_s).toInt(&understood) : usualLimit;
    if (!understood || limit < 0)
        return call.usage(CliList::tr("“%1” is no number of stories.").arg(call.value(u"limit"_s)));
    view.kind = *kind;
    view.search = call.value(u"search"_s);
    view.category = call.value(u"category"_s);
    view.analyst = call.analyst();

    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    QStringList dimensions;
    for (const Dimension& dimension : store->activeMethod().dimensions)
        dimensions.append(dimension.key);
    if (!setOrder(view, call.isSet(u"order"_s) ? call.value(u"order"_s) : u"newest"_s, dimensions))
        return call.usage(CliList::tr("“%1” is no order.").arg(call.value(u"order"_s)));
    const Result<QList<StoryId>> ids = idsOf(*store, view, limit);
    if (!ids && ids.error().code == ErrorCode::InvalidInput)
        return call.usage(ids.error().message);
    if (!ids)
        return call.failed(ids.error());
    const Result<QList<QueueRow>> rows = store->queueRows(*ids);
    if (!rows)
        return call.failed(rows.error());
    if (call.wantsJson()) {
        QJsonArray array;
        for (const QueueRow& row : *rows)
            array.append(rowJson(row));
        call.print(QJsonDocument(array));
    } else if (rows->isEmpty()) {
        call.tell(CliList::tr("No stories here."));
    } else {
        call.out() << tableOf(*rows);
    }
    return CliDone;
}

} // namespace

Command listCommand()
{
    return {
        u"list"_s,
        QString(),
        CliList::tr("List stories, newest first."),
        CliList::tr("Examples:\n"
                    "  scoredesk list --state ready --order impact\n"
                    "  scoredesk list --search 'impact>=7 outlet:reuters after:-7d' --order relevance\n"
                    "  scoredesk list --search '\"open weights\" -rumour' --json"),
        {{u"state"_s, CliList::tr("incoming, shortlisted, ready, spiked or all (the default)."), u"STATE"_s},
         {u"search"_s,
          CliList::tr(
              "Only stories that the query is for: words, \"phrases\", -not, OR, fields as in the window."),
          u"QUERY"_s},
         {u"category"_s, CliList::tr("Only stories of this category."), u"NAME"_s},
         {u"order"_s,
          CliList::tr("newest (the default), impact, changed, outlets, relevance, or a dimension as stakes."),
          u"ORDER"_s},
         {u"limit"_s, CliList::tr("At most so many; %1 by default, 0 for all.").arg(usualLimit), u"N"_s}},
        run};
}

} // namespace Scoredesk
