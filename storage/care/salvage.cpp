// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/salvage.h"

#include "storage/care/deskfile.h"
#include "storage/care/migration.h"
#include "storage/care/opening.h"
#include "storage/care/rowcopy.h"
#include "storage/care/tallies.h"
#include "storage/care/verification.h"
#include "storage/domain/keys.h"
#include "storage/method/methodfile.h"
#include "storage/sql/pragmas.h"
#include "storage/sql/statement.h"
#include "storage/sql/transaction.h"
#include "storage/tables/articletable.h"
#include "storage/tables/cardtable.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Table {
    QString name;
    QString people; ///< what its rows are to the desk's owner
};

} // namespace

static const QList<Table>& tables()
{
    static const QList<Table> all = {
        {u"setting"_s, u"settings"_s},
        {u"method"_s, u"methods"_s},
        {u"analyst"_s, u"analysts"_s},
        {u"category"_s, u"categories"_s},
        {u"outlet"_s, u"outlets"_s},
        {u"outlet_domain"_s, u"domains of outlets"_s},
        {u"feed"_s, u"feeds"_s},
        {u"story"_s, u"stories"_s},
        {u"story_tag"_s, u"tags"_s},
        {u"article"_s, u"articles"_s},
        {u"article_version"_s, u"earlier versions of articles"_s},
        {u"rule"_s, u"rules"_s},
        {u"card"_s, u"scorecards"_s},
        {u"card_cell"_s, u"values on scorecards"_s},
        {u"story_signal"_s, u"signals"_s},
        {u"overrule"_s, u"overruled checks"_s},
        {u"quotation"_s, u"pinned quotations"_s},
        {u"shift"_s, u"shifts"_s},
        {u"saved_search"_s, u"kept searches"_s},
        {u"bygone"_s, u"marks of articles that were let go"_s},
        {u"change"_s, u"changes of the history"_s},
        {u"export"_s, u"exports on record"_s},
        {u"coverage_change"_s, u"changes of coverage"_s},
        {u"redirect"_s, u"redirects of merged stories"_s},
        {u"story_apart"_s, u"stories kept apart"_s},
        {u"article_out"_s, u"articles kept out of stories"_s},
        {u"orphan"_s, u"articles of removed feeds"_s},
        {u"merge_suggestion"_s, u"suggested merges"_s},
    };
    return all;
}

static void copyIdentity(Connection& from, Connection& into)
{
    {
        Statement desk(from, u"SELECT uuid, created_at FROM desk"_s);
        if (desk.next())
            Statement(into, u"UPDATE desk SET uuid = ?, created_at = ?"_s)
                .bindValue(desk.value(0))
                .bindValue(desk.value(1))
                .run();
    }
    from.takeFailure();
}

// A story whose own row is lost, but not all that belongs to it, comes back under its last known headline.
static int rebuildStories(Connection& desk)
{
    QList<StoryId> lost;
    {
        Statement row(desk, u"SELECT story_id FROM article UNION SELECT story_id FROM card UNION "
                            "SELECT story_id FROM change EXCEPT SELECT id FROM story"_s);
        while (row.next())
            lost.append(row.id<StoryId>(0));
    }
    for (const StoryId id : std::as_const(lost)) {
        QString headline = u"Story %1"_s.arg(number(id));
        Statement known(
            desk,
            u"SELECT coalesce((SELECT new FROM change WHERE story_id = ? AND field = 'headline' "
            "ORDER BY id DESC LIMIT 1), (SELECT title FROM article WHERE story_id = ? ORDER BY id LIMIT 1), '')"_s,
            id, id);
        if (known.next() && !known.text(0).isEmpty())
            headline = known.text(0);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Statement(desk,
                  u"INSERT INTO story (id, uuid, headline, headline_key, added_at, changed_at, evidence_at, "
                  u"sort_at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  id, QUuid::createUuid(), headline, headlineKey(headline), now, now, now, now)
            .run();
        ArticleTable(desk).refreshCoverage(id);
        CardTable(desk).refreshImpact(id, builtInMethods().first());
    }
    return int(lost.size());
}

// What refers to rows that are gone: let go of where that may be, removed where it means nothing alone.
// Returns how many were removed.
static qint64 dropDangling(Connection& desk)
{
    qint64 removed = 0;
    const QStringList repairs = {
        u"INSERT INTO analyst (id, name) SELECT DISTINCT analyst_id, 'Analyst ' || analyst_id FROM "
        "(SELECT analyst_id FROM card UNION SELECT analyst_id FROM change UNION "
        "SELECT analyst_id FROM quotation UNION SELECT analyst_id FROM shift) WHERE analyst_id NOT IN "
        "(SELECT id FROM analyst)"_s,
        u"UPDATE story SET category_id = NULL WHERE category_id NOT IN (SELECT id FROM category)"_s,
        u"UPDATE article SET outlet_id = NULL WHERE outlet_id NOT IN (SELECT id FROM outlet)"_s,
        u"UPDATE article SET feed_id = NULL WHERE feed_id NOT IN (SELECT id FROM feed)"_s,
        u"UPDATE feed SET outlet_id = NULL WHERE outlet_id NOT IN (SELECT id FROM outlet)"_s,
        u"UPDATE feed SET category_id = NULL WHERE category_id NOT IN (SELECT id FROM category)"_s,
        u"DELETE FROM coverage_change WHERE story_id NOT IN (SELECT id FROM story)"_s,
        u"UPDATE coverage_change SET analyst_id = NULL WHERE analyst_id NOT IN (SELECT id FROM analyst)"_s,
        u"DELETE FROM merge_suggestion WHERE story_id NOT IN (SELECT id FROM story) OR other_id NOT IN "
        "(SELECT id FROM story)"_s,
        u"DELETE FROM article_version WHERE article_id NOT IN (SELECT id FROM article)"_s,
        u"DELETE FROM outlet_domain WHERE outlet_id NOT IN (SELECT id FROM outlet)"_s,
        u"DELETE FROM story_tag WHERE story_id NOT IN (SELECT id FROM story)"_s,
        u"DELETE FROM story_signal WHERE story_id NOT IN (SELECT id FROM story)"_s,
        u"DELETE FROM quotation WHERE story_id NOT IN (SELECT id FROM story)"_s,
        u"DELETE FROM overrule WHERE story_id NOT IN (SELECT id FROM story)"_s,
        u"DELETE FROM card_cell WHERE card_id NOT IN (SELECT id FROM card)"_s,
    };
    for (const QString& repair : repairs) {
        Statement statement(desk, repair);
        if (statement.run() && repair.startsWith("DELETE"_L1))
            removed += statement.changes();
    }
    return removed;
}

static QString savedSentence(const RowCopy& copy, const QString& people, const std::optional<qint64>& lost)
{
    if (copy.isWhole())
        return u"Saved: %1 %2."_s.arg(copy.saved()).arg(people);
    if (lost)
        return u"Saved: %1 %2; %3 could not be read and are lost."_s.arg(copy.saved()).arg(people).arg(*lost);
    return u"Saved: %1 %2; others could not be read and are lost, how many cannot be told."_s
        .arg(copy.saved())
        .arg(people);
}

static void refreshLosers(Connection& desk)
{
    QList<StoryId> miscounted;
    {
        Statement row(desk, u"SELECT s.id FROM story s WHERE s.articles <> "
                            "(SELECT count(*) FROM article WHERE story_id = s.id)"_s);
        while (row.next())
            miscounted.append(row.id<StoryId>(0));
    }
    for (const StoryId story : miscounted)
        ArticleTable(desk).refreshCoverage(story);
}

static Result<SalvageReport> copyDesk(Connection& from, Connection& into)
{
    SalvageReport report;
    qint64 lostStories = 0;
    Transaction transaction(into, Transaction::Kind::Write);
    for (const Table& table : tables()) {
        RowCopy copy(from, into, table.name);
        if (!copy.run())
            break;
        const std::optional<qint64> lost = copy.lost();
        report.isWhole = report.isWhole && copy.isWhole();
        (table.name == "story"_L1 ? lostStories : report.lost) += lost.value_or(0);
        report.sentences.append(savedSentence(copy, table.people, lost));
    }
    copyIdentity(from, into);
    const int rebuilt = rebuildStories(into);
    if (rebuilt > 0)
        report.sentences.append(
            u"Rebuilt from what belonged to them: %1 stories whose own rows are lost."_s.arg(rebuilt));
    const qint64 dropped = dropDangling(into);
    if (dropped > 0)
        report.sentences.append(
            u"Left out: %1 rows that mean nothing without others that are lost."_s.arg(dropped));
    refreshLosers(into);
    recountTallies(into); // articles that came before their stories were not counted
    if (auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    report.lost += std::max(lostStories, qint64(rebuilt)) + dropped;
    report.isWhole = report.isWhole && report.lost == 0;
    return report;
}

Result<SalvageReport> salvageDesk(const QString& damaged, const QString& into)
{
    const QString source = QFileInfo(damaged).absoluteFilePath();
    const QString target = QFileInfo(into).absoluteFilePath();
    const auto found = inspectDesk(source);
    if (!found && found.error().code != ErrorCode::DeskDamaged)
        return tl::unexpected(found.error());
    if (found && found->kind == DeskFile::Kind::Missing)
        return fail(u"There is no desk at %1."_s.arg(source), ErrorCode::NotFound);
    if (QFileInfo::exists(target))
        return fail(u"%1 exists already; name a new file for what is saved."_s.arg(target),
                    ErrorCode::InvalidInput);
    if (auto made = makeFoldersFor(target); !made)
        return tl::unexpected(made.error());
    if (auto made = makePrivateFile(target); !made)
        return tl::unexpected(made.error());

    auto from = Connection::open(source, {.readOnly = true});
    if (!from)
        return tl::unexpected(from.error());
    auto desk = Connection::open(target, {});
    if (!desk)
        return tl::unexpected(desk.error());
    setUpForWriting(**desk);
    Statement(**desk, u"PRAGMA foreign_keys = OFF"_s).run(); // children may come before lost parents
    Schema bare = Schema::shipped();
    bare.seed.clear();
    if (auto made = migrate(**desk, bare); !made)
        return tl::unexpected(made.error());
    auto report = copyDesk(**from, **desk);
    if (!report) {
        desk->reset();
        for (const QString& path : {target, walPath(target), shmPath(target)})
            QFile::remove(path);
        return report;
    }
    const auto problems = verifyDesk(**desk);
    if (!problems)
        return tl::unexpected(problems.error());
    report->sentences += *problems;
    report->isWhole = report->isWhole && problems->isEmpty();
    return report;
}

} // namespace Scoredesk
