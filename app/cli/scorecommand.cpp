// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/storyjson.h"
#include "app/cli/storytext.h"
#include "storage/method/scorevector.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliScore {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliScore)
};

const Dimension* dimensionNamed(const Method& method, const QString& name)
{
    if (const Dimension* const found = method.byKey(name))
        return found;
    if (const Dimension* const found = method.byCode(name))
        return found;
    for (const Dimension& dimension : method.dimensions)
        if (dimension.label.compare(name, Qt::CaseInsensitive) == 0)
            return &dimension;
    return nullptr;
}

QStringList dimensionKeys(const Method& method)
{
    QStringList keys;
    for (const Dimension& dimension : method.dimensions)
        keys.append(dimension.key);
    return keys;
}

/// "stakes=7": what is left of the first equals sign names a dimension.
Result<std::pair<const Dimension*, QString>> assignmentOf(const Method& method, const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return fail(CliScore::tr("“%1” is not DIMENSION=VALUE, as in stakes=7.").arg(text),
                    ErrorCode::InvalidInput);
    const Dimension* const dimension = dimensionNamed(method, text.left(equals).trimmed());
    if (!dimension)
        return fail(CliScore::tr("The method %1 has no dimension “%2”; it has %3.")
                        .arg(method.name, text.left(equals).trimmed(), dimensionKeys(method).join(u", "_s)),
                    ErrorCode::InvalidInput);
    return std::pair(dimension, text.mid(equals + 1).trimmed());
}

/// Stricter than the slider's typing: what is given here is not seen to snap, and nothing at all, as a script
/// gives whose variable is empty, takes no value away.
std::optional<Score> scoreGiven(const QString& text)
{
    if (text == u"unset")
        return Score();
    const std::optional<Score> score = Score::fromText(text);
    if (!score || score->isUnset())
        return std::nullopt;
    bool isNumber = false;
    const double exact = QString(text).replace(u',', u'.').toDouble(&isNumber);
    if (score->isValue() && isNumber && qAbs(score->number() - exact) > 1e-9)
        return std::nullopt;
    return score;
}

class Edits {
public:
    Edits(StoryId story, const QString& analyst) : m_story(story), m_analyst(analyst) {}

    Result<void> assign(const Method& method, const QString& text)
    {
        const auto assignment = assignmentOf(method, text);
        if (!assignment)
            return tl::unexpected(assignment.error());
        const std::optional<Score> score = scoreGiven(assignment->second);
        if (!score)
            return fail(CliScore::tr("%1: “%2” is neither a number from 0 to 10 in steps of 0.1, nor x (not "
                                     "applicable), nor unset.")
                            .arg(assignment->first->key, assignment->second),
                        ErrorCode::InvalidInput);
        append(StoryField::Score, assignment->first->key, score->toText());
        return {};
    }

    Result<void> explain(const Method& method, const QString& text)
    {
        const auto assignment = assignmentOf(method, text);
        if (!assignment)
            return tl::unexpected(assignment.error());
        append(StoryField::Rationale, assignment->first->key, assignment->second);
        return {};
    }

    /// The whole card as the vector has it: what it leaves out becomes unset.
    Result<void> rebuild(const QList<Method>& methods, const QString& vector)
    {
        const Result<Scorecard> card = parseVector(vector, methods);
        if (!card)
            return tl::unexpected(card.error());
        append(StoryField::CardMethod, {}, u"%1:%2"_s.arg(card->methodKey).arg(card->methodVersion));
        for (const Method& method : methods)
            if (method.key == card->methodKey && method.version == card->methodVersion)
                for (const Dimension& dimension : method.dimensions)
                    append(StoryField::Score, dimension.key, card->value(dimension.key).toText());
        return {};
    }

    const QList<StoryEdit>& list() const { return m_edits; }

private:
    void append(StoryField field, const QString& dimension, const QString& value)
    {
        m_edits.append({m_story, field, dimension, value, m_analyst});
    }

    StoryId m_story;
    QString m_analyst;
    QList<StoryEdit> m_edits;
};

Result<void> readEdits(Edits& edits, const Call& call, const QList<Method>& methods, const Method& method)
{
    if (call.isSet(u"vector"_s))
        if (auto read = edits.rebuild(methods, call.value(u"vector"_s)); !read)
            return read;
    for (const QString& text : call.positional().mid(1))
        if (auto read = edits.assign(method, text); !read)
            return read;
    for (const QString& text : call.values(u"rationale"_s))
        if (auto read = edits.explain(method, text); !read)
            return read;
    return {};
}

int run(Call& call)
{
    if (call.positional().isEmpty())
        return call.usage(CliScore::tr("Which story? Give its ID."));
    const bool writes = call.positional().size() > 1 || call.isSet(u"vector"_s) || call.isSet(u"rationale"_s);
    const std::unique_ptr<Store> store = call.openDesk(writes ? Call::Access::Write : Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const Method& method = store->activeMethod();
    const Result<StoryId> id = store->findStory(call.positional().first());
    if (!id)
        return call.failed(id.error());
    Edits edits(*id, call.analyst());
    if (auto read = readEdits(edits, call, store->methods(), method); !read)
        return call.usage(read.error().message);
    if (writes)
        if (const auto inverse = store->applyEdits(edits.list(), {call.analyst(), 0}); !inverse)
            return call.failed(inverse.error());
    const Result<Dossier> dossier = store->dossier(*id);
    if (!dossier)
        return call.failed(dossier.error());
    const Scorecard card = dossier->cardOf(call.analyst());
    if (call.wantsJson()) {
        QJsonObject json = cardJson(card, method);
        json.insert(u"id"_s, number(*id));
        call.print(QJsonDocument(json));
    } else {
        call.out() << cardText(card, method);
    }
    return CliDone;
}

} // namespace

Command scoreCommand()
{
    return {
        u"score"_s,
        u"ID [DIMENSION=VALUE…]"_s,
        CliScore::tr("Set values of the analyst's card and show what it comes to."),
        CliScore::tr(
            "A dimension is named by its key, code or label. A value is a number from 0 to 10 in steps of\n"
            "0.1, x for not applicable, or unset. Nothing is set unless everything can be.\n"
            "\n"
            "Examples:\n"
            "  scoredesk score 12 stakes=7 novelty=6.5 coverage=x\n"
            "  scoredesk score 12 --vector \"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5\"\n"
            "  scoredesk score 12 stakes=8 --rationale \"stakes=a regulator is involved\""),
        {{u"vector"_s, CliScore::tr("The whole card; what it leaves out becomes unset."), u"VECTOR"_s},
         {u"rationale"_s, CliScore::tr("Why a value was given. May be given again."), u"DIMENSION=TEXT"_s}},
        run};
}

} // namespace Scoredesk
