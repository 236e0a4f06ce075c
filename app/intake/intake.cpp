// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intake.h"

#include "app/brieftext/brieftext.h"
#include "app/intake/briefpdf.h"
#include "app/intake/deskpartsplan.h"
#include "app/intake/planner.h"
#include "app/intake/readupto.h"
#include "app/intake/scoredstories.h"
#include "app/intake/textbytes.h"
#include "storage/care/deskfile.h"
#include "storage/exchange/deskjson.h"
#include "storage/exchange/jsonplace.h"
#include "storage/method/checks.h"
#include "storage/store.h"
#include "ui/document/markdowngenerator.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::Intake)
};

constexpr qsizetype mostBytes = 64LL * 1024 * 1024;

DraftContext draftContext(const IntakeContext& context)
{
    DraftContext draft;
    draft.analyst = context.analyst;
    draft.now = context.now;
    draft.categories = context.store.categories();
    // The method in use comes first: a card that fits several is taken to be under it.
    draft.methods = {context.store.activeMethod()};
    for (const Method& method : context.store.methods())
        if (method.key != draft.methods.first().key)
            draft.methods.append(method);
    return draft;
}

ImportPlan planned(const QList<Dossier>& dossiers, const QList<ImportProblem>& problems,
                   const QString& origin, const IntakeContext& context, bool ofDesk = false)
{
    ImportPlan plan;
    plan.origin = origin;
    QList<Planner::Candidate> candidates;
    candidates.reserve(dossiers.size());
    for (const Dossier& dossier : dossiers)
        candidates.append({dossier, ofDesk});
    plan.items = Planner(context.store).plan(candidates);
    plan.problems = problems;
    return plan;
}

/// What a desk export came in.
enum class Carrier { File, Pdf, Program };

bool isUntouched(const Dossier& dossier)
{
    const StoryState& state = dossier.story.state;
    return dossier.cards.isEmpty() && dossier.history.isEmpty() && dossier.overrules.isEmpty() &&
           state.stage != Stage::Ready && state.before != Stage::Ready;
}

/// Or nobody has, as on a desk that only was set up.
bool hasWorkedThere(const QList<Dossier>& dossiers, const QString& analyst)
{
    if (std::all_of(dossiers.begin(), dossiers.end(), isUntouched))
        return true;
    return std::any_of(dossiers.begin(), dossiers.end(), [&analyst](const Dossier& dossier) {
        return std::any_of(dossier.cards.begin(), dossier.cards.end(),
                           [&](const Scorecard& card) { return card.analyst == analyst; }) ||
               std::any_of(dossier.history.begin(), dossier.history.end(),
                           [&](const Change& change) { return change.analyst == analyst; });
    });
}

/// Whether this desk, still empty, takes the place of the one that was exported.
bool takesItsPlace(const DeskContents& contents, const IntakeContext& context)
{
    return !contents.desk.isNull() && !contents.isPart && context.store.counts().all == 0 &&
           hasWorkedThere(contents.dossiers, context.analyst);
}

/// A story of another desk: that there somebody let a blocker stand, and found it ready, binds nobody here.
/// True where that changed it.
bool disarm(Dossier& dossier, const IntakeContext& context)
{
    const bool overruled = !dossier.overrules.isEmpty();
    dossier.overrules.clear();
    StoryState& state = dossier.story.state;
    Stage& stage = state.stage == Stage::Spiked ? state.before : state.stage;
    if (stage != Stage::Ready ||
        !blocks(runChecks(dossier, context.store.activeMethod(), {context.analyst, {}, {}}), {}))
        return overruled;
    stage = Stage::Shortlisted;
    return true;
}

void nameAnalyst(QList<Dossier>& dossiers, const QString& analyst, bool takeOver)
{
    for (Dossier& dossier : dossiers)
        for (Scorecard& card : dossier.cards)
            if (card.analyst.isEmpty() || takeOver)
                card.analyst = analyst;
}

Result<ImportPlan> planDesk(const QByteArray& json, const QString& origin, const IntakeContext& context,
                            Carrier carrier)
{
    QList<ImportProblem> problems;
    const auto contents = deskFromJson(json, &problems);
    if (!contents)
        return tl::unexpected(contents.error());
    QList<Dossier> dossiers = contents->dossiers;
    const bool restores = carrier == Carrier::File && takesItsPlace(*contents, context);
    const bool own = carrier == Carrier::Program || restores ||
                     (carrier == Carrier::File && contents->desk == context.store.deskId());
    nameAnalyst(dossiers, context.analyst, carrier == Carrier::Program);
    QList<qsizetype> disarmed;
    for (qsizetype i = 0; !own && i < dossiers.size(); ++i)
        if (disarm(dossiers[i], context))
            disarmed.append(i);
    ImportPlan plan = planned(dossiers, problems, origin, context, true);
    for (const qsizetype i : std::as_const(disarmed))
        if (plan.items[i].act == ImportItem::Act::Add)
            plan.items[i].why = Words::tr("from another desk: what blocks it counts here");
    plan.outlets = contents->outlets;
    plan.methods = contents->methods;
    plan.categories = contents->categories;
    if (carrier == Carrier::File && !contents->isPart) {
        plan.settings = contents->settings;
        planDeskParts(contents->parts, own, context.store, plan);
    }
    if (restores)
        plan.desk = contents->desk;
    return plan;
}

Result<ImportPlan> planJson(const QByteArray& json, const QString& origin, const IntakeContext& context)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Words::tr("This is not readable JSON: %1 at %2.")
                        .arg(error.errorString(), placeInText(json, error.offset)),
                    ErrorCode::InvalidInput);
    if (document.object().contains("format"_L1))
        return planDesk(json, origin, context, Carrier::File);
    const auto stories = readScoredStories(json, draftContext(context));
    if (!stories)
        return tl::unexpected(stories.error());
    return planned(stories->dossiers, stories->problems, origin, context);
}

bool startsAsJson(const QString& text)
{
    static const QRegularExpression json(u"^\\s*(?:\\{\\s*(?:\"|\\}|$)|\\[\\s*(?:\\{|\\]|$|\"|\\d))"_s);
    return json.match(text.left(400)).hasMatch();
}

bool startsAsHtml(const QString& text)
{
    static const QRegularExpression html(
        u"^\\s*<(?:!doctype\\s+html|html|head|body|div|p|span|meta|article|h1|table)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return html.match(text.left(400)).hasMatch();
}

bool startsAsFeed(const QString& text)
{
    static const QRegularExpression feed(
        u"^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:rss|feed|rdf:RDF|opml)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return feed.match(text.left(2000)).hasMatch();
}

// Other kinds of file, told by how they begin, so that the message can say what was dropped on the window.
QString foreignKind(const QByteArray& bytes)
{
    const std::initializer_list<std::pair<QByteArray, QString>> kinds = {
        {QByteArray("PK\x03\x04"), Words::tr("an archive or an office document")},
        {QByteArray("\x89PNG"), Words::tr("an image")},
        {QByteArray("\xff\xd8\xff"), Words::tr("an image")},
        {QByteArray("GIF8"), Words::tr("an image")},
        {QByteArray("\x1f\x8b"), Words::tr("a compressed file")},
        {QByteArray("\x7f"
                    "ELF"),
         Words::tr("a program")},
        {QByteArray("SQLite format 3"), Words::tr("a database; a desk is opened, not imported")},
    };
    for (const auto& [magic, kind] : kinds)
        if (bytes.startsWith(magic))
            return kind;
    return {};
}

/// A brief that this program wrote to be looked at: read as anybody's text, its tables would become stories.
bool isOwnExport(const QString& text)
{
    return text.left(4096).contains("<meta name=\"generator\" content=\"Scoredesk\">"_L1) ||
           text.trimmed().endsWith(markdownGenerator) ||
           text.startsWith("uuid,headline,category,tags,source,published,state,"_L1);
}

} // namespace

Result<ImportPlan> planFromText(const QString& text, const QString& origin, const IntakeContext& context)
{
    if (isOwnExport(text))
        return fail(
            Words::tr("This is a brief that Scoredesk wrote for reading. Import its PDF, or an export of "
                      "the desk as JSON: these hold the stories whole."),
            ErrorCode::InvalidInput);
    if (startsAsJson(text))
        return planJson(text.toUtf8(), origin, context);
    if (startsAsFeed(text))
        return fail(
            Words::tr("This is a feed or a list of feeds. Add it as a feed; an import takes stories."),
            ErrorCode::InvalidInput);
    if (startsAsHtml(text))
        return planFromHtml(text, origin, context);
    const auto read = readBriefText(text, draftContext(context));
    if (!read)
        return tl::unexpected(read.error());
    return planned(read->dossiers, read->problems, origin, context);
}

Result<ImportPlan> planFromHtml(const QString& html, const QString& origin, const IntakeContext& context)
{
    const auto read = readBriefText(textFromHtml(html), draftContext(context));
    if (!read)
        return tl::unexpected(read.error());
    return planned(read->dossiers, read->problems, origin, context);
}

Result<ImportPlan> planFromBytes(const QByteArray& bytes, const QString& name, const IntakeContext& context)
{
    if (bytes.isEmpty())
        return fail(Words::tr("“%1” is empty.").arg(name), ErrorCode::InvalidInput);
    if (bytes.size() > mostBytes)
        return fail(Words::tr("“%1” is too large to import (over %2 MB).").arg(name).arg(mostBytes >> 20),
                    ErrorCode::InvalidInput);
    constexpr qsizetype pdfMarkWithin = 1024;
    if (bytes.left(pdfMarkWithin).contains("%PDF-")) {
        const auto json = storiesInPdf(bytes);
        if (!json)
            return tl::unexpected(json.error());
        return planDesk(*json, name, context, Carrier::Pdf);
    }
    if (const QString kind = foreignKind(bytes); !kind.isEmpty())
        return fail(Words::tr("“%1” cannot be imported: it is %2.").arg(name, kind), ErrorCode::InvalidInput);
    const QString text = textFromBytes(bytes);
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive))
        return planJson(text.toUtf8(), name, context);
    return planFromText(text, name, context);
}

Result<ImportPlan> planFromFile(const QString& path, const IntakeContext& context)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return fail(Words::tr("“%1” is not there.").arg(path), ErrorCode::NotFound);
    if (isDeskInUse(path))
        return fail(Words::tr("“%1” is a desk that is open here.").arg(name), ErrorCode::InvalidInput);
    if (!info.isFile()) // a folder, or a pipe that would never end
        return fail(Words::tr("“%1” is not a file.").arg(path), ErrorCode::InvalidInput);
    if (info.size() > mostBytes)
        return fail(Words::tr("“%1” is too large to import (over %2 MB).").arg(name).arg(mostBytes >> 20),
                    ErrorCode::InvalidInput);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Words::tr("“%1” cannot be opened: %2.").arg(path, file.errorString()));
    const QByteArray bytes = readUpTo(file, mostBytes);
    if (file.error() != QFileDevice::NoError)
        return fail(Words::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    return planFromBytes(bytes, name, context);
}

Result<ImportPlan> planFromFiles(const QStringList& paths, const IntakeContext& context)
{
    if (paths.size() == 1)
        return planFromFile(paths.first(), context);
    ImportPlan all;
    QList<Planner::Candidate> dossiers;
    QStringList names;
    for (const QString& path : paths) {
        const QString name = QFileInfo(path).fileName();
        const auto plan = planFromFile(path, context);
        if (!plan) {
            all.problems.append({name, plan.error().message});
            continue;
        }
        names.append(name);
        for (const ImportItem& item : plan->items)
            dossiers.append({item.dossier, item.ofDesk});
        for (const ImportProblem& problem : plan->problems)
            all.problems.append({Words::tr("%1, %2").arg(name, problem.where), problem.what});
        all.outlets.append(plan->outlets);
        all.methods.append(plan->methods);
        all.categories.append(plan->categories);
        addDeskParts(plan->parts, context.store, all);
        for (auto setting = plan->settings.begin(); setting != plan->settings.end(); ++setting)
            if (!all.settings.contains(setting.key()))
                all.settings.insert(setting.key(), *setting);
        if (all.desk.isNull())
            all.desk = plan->desk;
    }
    if (names.isEmpty())
        return fail(all.problems.isEmpty() ? Words::tr("No file was given.") : all.problems.first().what,
                    ErrorCode::InvalidInput);
    all.origin = names.join(Words::tr(", "));
    all.items = Planner(context.store).plan(dossiers);
    return all;
}

Result<ImportPlan> sampleDesk(const IntakeContext& context)
{
    QFile file(u":/sample/desk.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Words::tr("The sample desk is missing from this program."));
    return planDesk(file.readAll(), Words::tr("sample desk"), context, Carrier::Program);
}

} // namespace Scoredesk
