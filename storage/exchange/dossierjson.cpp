// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/dossierjson.h"

#include "storage/exchange/jsonfields.h"

#include <QJsonDocument>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// A codec that gives nothing for a text it did not write, with the field to blame.
template<typename T>
static void readAs(FieldReader& reader, QLatin1StringView key, std::optional<T> (*parse)(const QString&),
                   T& into)
{
    QString text;
    reader.text(key, text);
    if (text.isEmpty())
        return;
    if (const auto value = parse(text))
        into = *value;
    else
        reader.refuse(key, u"\"%1\" is not known"_s.arg(text.left(40)));
}

// --- outlets

static void writeOutlet(FieldWriter& out, const Outlet& outlet)
{
    out.text("name"_L1, outlet.name);
    out.texts("domains"_L1, outlet.domains);
    out.count("tier"_L1, outlet.tier);
    out.flag("first_party"_L1, outlet.firstParty);
    out.text("reliability"_L1, outlet.reliability);
}

static void readOutlet(FieldReader& in, Outlet& outlet)
{
    in.text("name"_L1, outlet.name);
    in.texts("domains"_L1, outlet.domains);
    in.count("tier"_L1, outlet.tier);
    in.flag("first_party"_L1, outlet.firstParty);
    in.text("reliability"_L1, outlet.reliability);
    if (outlet.tier < 0 || outlet.tier > 3)
        in.refuse("tier"_L1, u"is not 0 to 3"_s);
}

QJsonObject outletToJson(const Outlet& outlet)
{
    FieldWriter out;
    writeOutlet(out, outlet);
    return out.json();
}

Result<Outlet> outletFromJson(const QJsonObject& json)
{
    FieldReader in(json);
    Outlet outlet;
    readOutlet(in, outlet);
    if (!in.isGood())
        return fail(in.error(), ErrorCode::InvalidInput);
    return outlet;
}

// --- articles

static QJsonObject versionToJson(const ArticleVersion& version)
{
    FieldWriter out;
    out.text("title"_L1, version.title);
    out.text("text"_L1, version.text);
    out.text("html"_L1, version.html);
    out.text("link"_L1, version.link);
    out.text("author"_L1, version.author);
    out.time("published"_L1, version.publishedAt);
    out.time("replaced"_L1, version.replacedAt);
    return out.json();
}

static void readVersion(FieldReader& in, ArticleVersion& version)
{
    in.text("title"_L1, version.title);
    in.text("text"_L1, version.text);
    in.text("html"_L1, version.html);
    in.text("link"_L1, version.link);
    in.text("author"_L1, version.author);
    in.time("published"_L1, version.publishedAt);
    in.time("replaced"_L1, version.replacedAt);
    if (!version.replacedAt.isValid())
        in.refuse("replaced"_L1, u"is missing"_s);
}

static QJsonObject articleToJson(const Article& article)
{
    FieldWriter out;
    out.uuid("uuid"_L1, article.uuid);
    out.object("outlet"_L1, outletToJson(article.outlet));
    out.text("title"_L1, article.title);
    out.text("text"_L1, article.text);
    out.text("html"_L1, article.html);
    out.text("link"_L1, article.link);
    out.text("author"_L1, article.author);
    out.text("guid"_L1, article.guid);
    out.time("published"_L1, article.publishedAt);
    out.flag("published_is_guess"_L1, article.publishedIsGuess);
    out.time("fetched"_L1, article.fetchedAt);
    if (article.reprintOf)
        out.uuid("reprint_of"_L1, *article.reprintOf);
    out.flag("by_hand"_L1, article.byHand);
    QJsonArray versions;
    for (const ArticleVersion& version : article.versions)
        versions.append(versionToJson(version));
    out.array("versions"_L1, versions);
    return out.json();
}

static void readArticle(FieldReader& in, Article& article)
{
    in.uuid("uuid"_L1, article.uuid);
    in.object("outlet"_L1, [&article](FieldReader& inner) { readOutlet(inner, article.outlet); });
    in.text("title"_L1, article.title);
    in.text("text"_L1, article.text);
    in.text("html"_L1, article.html);
    in.text("link"_L1, article.link);
    in.text("author"_L1, article.author);
    in.text("guid"_L1, article.guid);
    in.time("published"_L1, article.publishedAt);
    in.flag("published_is_guess"_L1, article.publishedIsGuess);
    in.time("fetched"_L1, article.fetchedAt);
    QUuid reprint;
    in.uuid("reprint_of"_L1, reprint);
    if (!reprint.isNull())
        article.reprintOf = reprint;
    in.flag("by_hand"_L1, article.byHand);
    in.objects("versions"_L1, [&article](FieldReader& inner) {
        ArticleVersion version;
        readVersion(inner, version);
        article.versions.append(version);
    });
}

// --- cards

static QJsonObject cardToJson(const Scorecard& card)
{
    FieldWriter out;
    out.text("analyst"_L1, card.analyst);
    out.text("method"_L1, card.methodKey);
    out.count("version"_L1, card.methodVersion);
    out.number("stated_impact"_L1, card.statedImpact);
    QJsonObject cells;
    for (auto cell = card.cells.begin(); cell != card.cells.end(); ++cell) {
        FieldWriter inner;
        inner.text("value"_L1, cell->value.toText());
        inner.text("rationale"_L1, cell->rationale);
        inner.time("set_at"_L1, cell->setAt);
        cells.insert(cell.key(), inner.json());
    }
    out.object("cells"_L1, cells);
    return out.json();
}

static void readCell(FieldReader& in, ScoreCell& cell)
{
    readAs<Score>(in, "value"_L1, &Score::fromText, cell.value);
    in.text("rationale"_L1, cell.rationale);
    in.time("set_at"_L1, cell.setAt);
}

static void readCard(FieldReader& in, Scorecard& card)
{
    in.text("analyst"_L1, card.analyst);
    in.text("method"_L1, card.methodKey);
    in.count("version"_L1, card.methodVersion);
    in.number("stated_impact"_L1, card.statedImpact);
    if (card.statedImpact && !(*card.statedImpact >= 0 && *card.statedImpact <= 10))
        in.refuse("stated_impact"_L1, u"is not 0 to 10"_s);
    in.map("cells"_L1,
           [&card](const QString& dimension, FieldReader& inner) { readCell(inner, card.cells[dimension]); });
}

// --- signals, history, exports

static QJsonObject signalToJson(const StorySignal& signal)
{
    FieldWriter out;
    out.text("kind"_L1, signal.kind);
    out.text("source"_L1, signal.source);
    out.number("value"_L1, signal.value);
    out.text("note"_L1, signal.note);
    out.time("observed"_L1, signal.observedAt);
    return out.json();
}

static void readSignal(FieldReader& in, StorySignal& signal)
{
    in.text("kind"_L1, signal.kind);
    in.text("source"_L1, signal.source);
    in.number("value"_L1, signal.value);
    in.text("note"_L1, signal.note);
    in.time("observed"_L1, signal.observedAt);
}

static QJsonObject changeToJson(const Change& change)
{
    FieldWriter out;
    out.time("at"_L1, change.at);
    out.text("analyst"_L1, change.analyst);
    out.text("field"_L1, fieldName(change.field));
    out.text("dimension"_L1, change.dimension);
    out.text("card"_L1, change.card);
    out.text("from"_L1, change.from);
    out.text("to"_L1, change.to);
    return out.json();
}

static void readChange(FieldReader& in, Change& change)
{
    in.time("at"_L1, change.at);
    in.text("analyst"_L1, change.analyst);
    readAs<StoryField>(in, "field"_L1, &fieldFromName, change.field);
    in.text("dimension"_L1, change.dimension);
    in.text("card"_L1, change.card);
    in.text("from"_L1, change.from);
    in.text("to"_L1, change.to);
}

static QJsonObject quotationToJson(const Quotation& quotation)
{
    FieldWriter out;
    out.uuid("uuid"_L1, quotation.uuid);
    out.text("dimension"_L1, quotation.dimension);
    out.uuid("article"_L1, quotation.article);
    out.count("position"_L1, quotation.position);
    out.text("words"_L1, quotation.words);
    out.text("analyst"_L1, quotation.analyst);
    out.time("at"_L1, quotation.at);
    return out.json();
}

static void readQuotation(FieldReader& in, Quotation& quotation)
{
    in.uuid("uuid"_L1, quotation.uuid);
    in.text("dimension"_L1, quotation.dimension);
    in.uuid("article"_L1, quotation.article);
    in.count("position"_L1, quotation.position);
    in.text("words"_L1, quotation.words);
    in.text("analyst"_L1, quotation.analyst);
    in.time("at"_L1, quotation.at);
    if (quotation.dimension.isEmpty())
        in.refuse("dimension"_L1, u"is missing"_s);
    if (quotation.article.isNull())
        in.refuse("article"_L1, u"is missing"_s);
    if (quotation.position < 0)
        in.refuse("position"_L1, u"is less than 0"_s);
    if (quotation.words.isEmpty())
        in.refuse("words"_L1, u"is missing"_s);
    if (quotation.words.size() > longestQuotation)
        in.refuse("words"_L1, u"is longer than %1 characters"_s.arg(longestQuotation));
}

static QJsonObject exportToJson(const ExportRecord& record)
{
    FieldWriter out;
    out.time("at"_L1, record.at);
    out.text("analyst"_L1, record.analyst);
    out.text("format"_L1, record.format);
    out.text("path"_L1, record.path);
    out.text("sha256"_L1, record.sha256);
    out.text("vector"_L1, record.vector);
    out.number("impact"_L1, record.impact);
    return out.json();
}

static void readExport(FieldReader& in, ExportRecord& record)
{
    in.time("at"_L1, record.at);
    in.text("analyst"_L1, record.analyst);
    in.text("format"_L1, record.format);
    in.text("path"_L1, record.path);
    in.text("sha256"_L1, record.sha256);
    in.text("vector"_L1, record.vector);
    in.number("impact"_L1, record.impact);
}

// --- the story

static void writeStory(FieldWriter& out, const Story& story)
{
    out.uuid("uuid"_L1, story.uuid);
    out.text("slug"_L1, story.slug);
    out.text("headline"_L1, story.headline);
    out.text("summary"_L1, story.summary);
    out.text("why_it_matters"_L1, story.whyItMatters);
    out.text("category"_L1, story.category);
    out.texts("tags"_L1, story.tags);
    out.text("source"_L1, story.source);
    out.text("link"_L1, story.link);
    out.text("primary_source"_L1, story.primarySource);
    out.object("stated_coverage"_L1, QJsonDocument::fromJson(toText(story.stated).toUtf8()).object());
    out.text("trust"_L1, toText(story.trust));
    out.text("trust_note"_L1, story.trustNote);
    out.text("remainder"_L1, story.remainder);
    out.text("state"_L1, toText(story.state));
    out.flag("unread"_L1, story.unread);
    if (story.leadArticle)
        out.uuid("lead_article"_L1, *story.leadArticle);
    out.time("published"_L1, story.publishedAt);
    out.time("added"_L1, story.addedAt);
    out.time("changed"_L1, story.changedAt);
    out.time("evidence"_L1, story.evidenceAt);
}

static void readStated(FieldReader& in, StatedCoverage& stated)
{
    in.count("outlets"_L1, stated.outlets);
    in.count("tier_one"_L1, stated.tierOne);
    in.texts("named"_L1, stated.named);
    in.flag("names_more"_L1, stated.namesMore);
}

static void readStory(FieldReader& in, Story& story)
{
    in.uuid("uuid"_L1, story.uuid);
    in.text("slug"_L1, story.slug);
    in.text("headline"_L1, story.headline);
    in.text("summary"_L1, story.summary);
    in.text("why_it_matters"_L1, story.whyItMatters);
    in.text("category"_L1, story.category);
    in.texts("tags"_L1, story.tags);
    in.text("source"_L1, story.source);
    in.text("link"_L1, story.link);
    in.text("primary_source"_L1, story.primarySource);
    in.object("stated_coverage"_L1, [&story](FieldReader& inner) { readStated(inner, story.stated); });
    readAs<TrustVerdict>(in, "trust"_L1, &trustFromText, story.trust);
    in.text("trust_note"_L1, story.trustNote);
    in.text("remainder"_L1, story.remainder);
    readAs<StoryState>(in, "state"_L1, &storyStateFromText, story.state);
    story.unread = false;
    in.flag("unread"_L1, story.unread);
    QUuid lead;
    in.uuid("lead_article"_L1, lead);
    if (!lead.isNull())
        story.leadArticle = lead;
    in.time("published"_L1, story.publishedAt);
    in.time("added"_L1, story.addedAt);
    in.time("changed"_L1, story.changedAt);
    in.time("evidence"_L1, story.evidenceAt);
}

template<typename T>
static QJsonArray listToJson(const QList<T>& items, QJsonObject (*write)(const T&))
{
    QJsonArray out;
    for (const T& item : items)
        out.append(write(item));
    return out;
}

template<typename T>
static void readList(FieldReader& in, QLatin1StringView key, QList<T>& items, void (*read)(FieldReader&, T&))
{
    in.objects(key, [&](FieldReader& inner) {
        T item;
        read(inner, item);
        items.append(item);
    });
}

QJsonObject dossierToJson(const Dossier& dossier)
{
    FieldWriter out;
    writeStory(out, dossier.story);
    out.array("cards"_L1, listToJson(dossier.cards, &cardToJson));
    out.array("articles"_L1, listToJson(dossier.articles, &articleToJson));
    out.array("signals"_L1, listToJson(dossier.storySignals, &signalToJson));
    QJsonObject overrules;
    for (auto overrule = dossier.overrules.begin(); overrule != dossier.overrules.end(); ++overrule)
        overrules.insert(overrule.key(), *overrule);
    out.object("overrules"_L1, overrules);
    out.array("quotations"_L1, listToJson(dossier.quotations, &quotationToJson));
    out.array("history"_L1, listToJson(dossier.history, &changeToJson));
    out.array("exports"_L1, listToJson(dossier.exports, &exportToJson));
    FieldWriter coverage;
    coverage.count("articles"_L1, dossier.coverage.articles);
    coverage.count("outlets"_L1, dossier.coverage.outlets);
    coverage.count("tier_one"_L1, dossier.coverage.tierOne);
    coverage.count("origins"_L1, dossier.coverage.origins);
    out.object("coverage"_L1, coverage.json());
    return out.json();
}

Result<Dossier> dossierFromJson(const QJsonObject& json)
{
    FieldReader in(json);
    Dossier dossier;
    readStory(in, dossier.story);
    readList<Scorecard>(in, "cards"_L1, dossier.cards, &readCard);
    readList<Article>(in, "articles"_L1, dossier.articles, &readArticle);
    readList<StorySignal>(in, "signals"_L1, dossier.storySignals, &readSignal);
    in.textMap("overrules"_L1, [&dossier](const QString& check, const QString& reason) {
        dossier.overrules.insert(check, reason);
    });
    readList<Quotation>(in, "quotations"_L1, dossier.quotations, &readQuotation);
    readList<Change>(in, "history"_L1, dossier.history, &readChange);
    readList<ExportRecord>(in, "exports"_L1, dossier.exports, &readExport);
    in.object("coverage"_L1, [&dossier](FieldReader& inner) {
        inner.count("articles"_L1, dossier.coverage.articles);
        inner.count("outlets"_L1, dossier.coverage.outlets);
        inner.count("tier_one"_L1, dossier.coverage.tierOne);
        inner.count("origins"_L1, dossier.coverage.origins);
    });
    if (!in.isGood())
        return fail(in.error(), ErrorCode::InvalidInput);
    return dossier;
}

} // namespace Scoredesk
