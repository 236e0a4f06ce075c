// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/terminaltext.h"
#include "app/intake/intake.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliImport {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliImport)
};

/// What was read of one file and done with it.
struct Imported {
    ImportPlan plan;
    ImportReceipt receipt; ///< empty where nothing was to be done yet
};

const QString standardInput = u"-"_s;

/// One thing to import: a file, standard input, or the sample desk.
struct Source {
    QString name;
    bool isSample = false;

    QString shown() const
    {
        return isSample                ? CliImport::tr("sample desk")
               : name == standardInput ? CliImport::tr("standard input")
                                       : name;
    }
};

Result<ImportPlan> planOf(const Source& source, const IntakeContext& context)
{
    if (source.isSample)
        return sampleDesk(context);
    const QString& name = source.name;
    if (name != standardInput)
        return planFromFile(name, context);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(CliImport::tr("Standard input cannot be read."));
    return planFromBytes(input.readAll(), source.shown(), context);
}

QString actName(ImportItem::Act act)
{
    switch (act) {
    case ImportItem::Act::Add:
        return u"add"_s;
    case ImportItem::Act::Merge:
        return u"merge"_s;
    case ImportItem::Act::Skip:
        break;
    }
    return u"skip"_s;
}

QString actText(ImportItem::Act act)
{
    switch (act) {
    case ImportItem::Act::Add:
        return CliImport::tr("add");
    case ImportItem::Act::Merge:
        return CliImport::tr("merge");
    case ImportItem::Act::Skip:
        break;
    }
    return CliImport::tr("skip");
}

/// The story an item became or fell together with; noStory while that is not decided.
QList<StoryId> storiesOf(const Imported& imported)
{
    QList<StoryId> ids;
    qsizetype added = 0;
    for (const ImportItem& item : imported.plan.items) {
        if (item.act == ImportItem::Act::Add)
            ids.append(added < imported.receipt.added.size() ? imported.receipt.added.at(added++) : noStory);
        else
            ids.append(item.mergeInto);
    }
    return ids;
}

int countOf(const ImportPlan& plan, ImportItem::Act act)
{
    int count = 0;
    for (const ImportItem& item : plan.items)
        count += item.act == act ? 1 : 0;
    return count;
}

QString textOf(const Imported& imported, bool dryRun)
{
    const ImportPlan& plan = imported.plan;
    const QList<StoryId> ids = storiesOf(imported);
    QList<QStringList> rows;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        const ImportItem& item = plan.items.at(i);
        const QString headline = cut(printable(item.dossier.story.headline), 80);
        rows.append({u"  "_s + actText(item.act),
                     ids.at(i) == noStory ? QString() : QString::number(number(ids.at(i))),
                     item.why.isEmpty() ? headline : u"%1 (%2)"_s.arg(headline, printable(item.why))});
    }
    QString counts = CliImport::tr("%1 added, %2 merged, %3 skipped")
                         .arg(countOf(plan, ImportItem::Act::Add))
                         .arg(countOf(plan, ImportItem::Act::Merge))
                         .arg(countOf(plan, ImportItem::Act::Skip));
    if (plan.newFeeds > 0)
        counts += u", "_s + CliImport::tr("%n feeds", nullptr, plan.newFeeds);
    if (plan.newRules > 0)
        counts += u", "_s + CliImport::tr("%n rules", nullptr, plan.newRules);
    const QString line = dryRun ? CliImport::tr("%1: would be %2") : CliImport::tr("%1: %2");
    return line.arg(printable(plan.origin), counts) + u'\n' + columns(rows, {1});
}

QJsonObject jsonOf(const Imported& imported)
{
    const QList<StoryId> ids = storiesOf(imported);
    QJsonArray items;
    for (qsizetype i = 0; i < imported.plan.items.size(); ++i) {
        const ImportItem& item = imported.plan.items.at(i);
        items.append(
            QJsonObject{{u"act"_s, actName(item.act)},
                        {u"id"_s, ids.at(i) == noStory ? QJsonValue() : QJsonValue(number(ids.at(i)))},
                        {u"headline"_s, item.dossier.story.headline},
                        {u"why"_s, item.why}});
    }
    QJsonArray problems;
    for (const ImportProblem& problem : imported.plan.problems)
        problems.append(QJsonObject{{u"where"_s, problem.where}, {u"what"_s, problem.what}});
    return {{u"origin"_s, imported.plan.origin},
            {u"added"_s, countOf(imported.plan, ImportItem::Act::Add)},
            {u"merged"_s, countOf(imported.plan, ImportItem::Act::Merge)},
            {u"skipped"_s, countOf(imported.plan, ImportItem::Act::Skip)},
            {u"feeds"_s, imported.plan.newFeeds},
            {u"rules"_s, imported.plan.newRules},
            {u"items"_s, items},
            {u"problems"_s, problems}};
}

/// The desk that is imported into. Where there is none yet, an empty one in memory stands in for it, and a
/// file is made only once there is something to put into it: neither a dry run nor what cannot be read leaves
/// one. A file that could then not be written to stays: another program may have opened it by now.
class Target {
public:
    Target(Call& call, bool dryRun) : m_call(call), m_dryRun(dryRun)
    {
        if (QFile::exists(call.deskPath())) {
            m_store = call.openDesk(dryRun ? Call::Access::Read : Call::Access::Write);
        } else {
            standIn();
        }
    }

    bool isOpen() const { return m_store != nullptr; }
    const Store& store() const { return *m_store; }
    /// It was to be made and could not, which was told.
    bool couldNotBeMade() const { return m_notMade; }

    /// What the plan for this desk came to; nothing where that was only tried.
    Result<ImportReceipt> apply(const ImportPlan& plan, const QString& analyst)
    {
        if (m_dryRun)
            return ImportReceipt();
        if (m_standsIn) {
            const Result<bool> brings = bringsAnything(plan, analyst);
            if (!brings)
                return tl::unexpected(brings.error());
            if (!*brings)
                return ImportReceipt();
            auto made = m_call.openDesk(Call::Access::Create);
            m_notMade = !made;
            if (m_notMade)
                return fail(QString());
            // A new desk is as empty as what stood in for it, so that the plan holds.
            m_store = std::move(made);
            m_standsIn = false;
        }
        return m_store->applyImport(plan, {analyst, 0});
    }

private:
    void standIn()
    {
        if (auto store = Store::open(u":memory:"_s)) {
            m_store = std::move(*store);
            m_standsIn = true;
        }
    }

    // The export of a desk without stories may still bring feeds or outlets; which of them are new, trying it
    // on the desk in memory tells.
    Result<bool> bringsAnything(const ImportPlan& plan, const QString& analyst)
    {
        if (!plan.isEmpty())
            return true;
        const Result<ImportReceipt> tried = m_store->applyImport(plan, {analyst, 0});
        standIn(); // as empty as before
        if (!tried)
            return tl::unexpected(tried.error());
        return !tried->outletsAdded.isEmpty() || !tried->outletsChanged.isEmpty() ||
               !tried->categoriesAdded.isEmpty() || !tried->methodsAdded.isEmpty() ||
               !tried->settingsAdded.isEmpty() || !tried->parts.feeds.isEmpty() ||
               !tried->parts.rules.isEmpty();
    }

    Call& m_call;
    bool m_dryRun;
    std::unique_ptr<Store> m_store;
    bool m_standsIn = false;
    bool m_notMade = false;
};

Result<Imported> importOne(Target& target, const Source& source, const QString& analyst)
{
    Result<ImportPlan> plan = planOf(source, {target.store(), analyst, QDateTime::currentDateTimeUtc()});
    if (!plan)
        return tl::unexpected(plan.error());
    Imported imported{std::move(*plan), {}};
    Result<ImportReceipt> receipt = target.apply(imported.plan, analyst);
    if (!receipt)
        return tl::unexpected(receipt.error());
    imported.receipt = std::move(*receipt);
    return imported;
}

int run(Call& call)
{
    QList<Source> sources;
    if (call.isSet(u"sample"_s))
        sources.append({QString(), true});
    for (const QString& name : call.positional())
        sources.append({name, false});
    if (sources.isEmpty())
        return call.usage(CliImport::tr("Which files? `-` reads standard input."));
    const bool dryRun = call.isSet(u"dry-run"_s);
    Target target(call, dryRun);
    if (!target.isOpen())
        return CliNoDesk;
    QJsonArray array;
    int exit = CliDone;
    for (const Source& source : sources) {
        const QString shown = source.shown();
        const Result<Imported> imported = importOne(target, source, call.analyst());
        if (target.couldNotBeMade())
            return CliNoDesk;
        if (!imported) {
            const QString& message = imported.error().message;
            call.tell(message.contains(shown) ? message : u"%1: %2"_s.arg(shown, message));
            array.append(QJsonObject{{u"origin"_s, shown}, {u"error"_s, message}});
            exit = CliFailed;
            continue;
        }
        array.append(jsonOf(*imported));
        if (!call.wantsJson())
            call.out() << textOf(*imported, dryRun);
        for (const ImportProblem& problem : imported->plan.problems) {
            call.tell(u"%1, %2: %3"_s.arg(shown, problem.where, problem.what));
            exit = CliFailed;
        }
    }
    if (call.wantsJson())
        call.print(QJsonDocument(array));
    return exit;
}

} // namespace

Command importCommand()
{
    return {
        u"import"_s,
        u"FILE…"_s,
        CliImport::tr(
            "Take stories in from files; makes the desk where there is none and a file brings something."),
        CliImport::tr("Reads briefs as copied from a page, HTML, links, scored stories as JSON, desk "
                      "exports, and PDFs that\n"
                      "export has written. `-` reads standard input. A story that the desk has already "
                      "(the same link or\n"
                      "headline) is merged into it, or skipped where it brings nothing new. Each file is "
                      "taken in as a\n"
                      "whole or not at all. What cannot be used is told with its line or item, the rest "
                      "is taken in, and\n"
                      "the exit code is 1.\n"
                      "\n"
                      "Examples:\n"
                      "  scoredesk import brief.txt scored-stories.json\n"
                      "  xclip -o | scoredesk import -\n"
                      "  scoredesk import --dry-run desk.json"),
        {{u"dry-run"_s, CliImport::tr("Only tell what would be done.")},
         {u"sample"_s, CliImport::tr("Take in the stories that the program ships to show a desk.")}},
        run};
}

} // namespace Scoredesk
