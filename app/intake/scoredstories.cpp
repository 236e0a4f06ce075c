// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/scoredstories.h"

#include "storage/exchange/jsonplace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const auto publishedMethod = u"published"_s;

/// Takes the fields of one story out of its JSON; what is left at the end goes to the remainder.
class ItemReader {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ScoredStories)

public:
    ItemReader(const QJsonObject& json, const DraftContext& context) : m_left(json), m_context(context) {}

    Result<Dossier> run()
    {
        Story& story = m_out.story;
        story.headline = text("title"_L1);
        story.slug = text("id"_L1);
        story.category = text("category"_L1);
        story.summary = text("summary"_L1);
        story.whyItMatters = text("whyItMatters"_L1);
        story.tags = texts(m_left, "tags"_L1);
        story.link = text("url"_L1);
        story.source = text("source"_L1);
        story.primarySource = text("primarySource"_L1);
        story.trustNote = text("trustNotes"_L1);
        takeVerdict();
        takePublished();
        takeMetrics();
        takeSignals();
        if (!m_error.isEmpty())
            return fail(m_error, ErrorCode::InvalidInput);
        if (story.headline.isEmpty() && story.summary.isEmpty())
            return fail(tr("it has neither title nor summary"), ErrorCode::InvalidInput);
        static const QUuid space(u"{f4c1a7a2-5a0e-4f3c-9b1d-0c8f6a2d7e11}"_s);
        if (!story.slug.isEmpty())
            story.uuid = QUuid::createUuidV5(space, story.slug);
        story.addedAt = story.changedAt = story.evidenceAt = m_context.now;
        if (!m_left.isEmpty())
            story.remainder = QString::fromUtf8(QJsonDocument(m_left).toJson(QJsonDocument::Compact));
        return m_out;
    }

private:
    void refuse(const QString& what)
    {
        if (m_error.isEmpty())
            m_error = what;
    }

    // Removes the field once its value has a place; a null has nothing to place.
    QString text(QLatin1StringView key)
    {
        const QJsonValue value = m_left.value(key);
        if (value.isString() || value.isNull() || value.isUndefined()) {
            m_left.remove(key);
            return value.toString();
        }
        refuse(tr("“%1” is not text").arg(key));
        return {};
    }

    QStringList texts(QJsonObject& from, QLatin1StringView key)
    {
        QStringList out;
        const QJsonValue value = from.value(key);
        if (value.isUndefined() || value.isNull()) {
            from.remove(key);
            return out;
        }
        if (!value.isArray()) {
            refuse(tr("“%1” is not a list").arg(key));
            return out;
        }
        const QJsonArray items = value.toArray();
        for (const QJsonValue item : items) {
            if (!item.isString()) {
                refuse(tr("“%1” holds something other than text").arg(key));
                return out;
            }
            out.append(item.toString());
        }
        from.remove(key);
        return out;
    }

    void takeVerdict()
    {
        const QString written = m_left.value("trustVerdict"_L1).toString();
        if (const auto verdict = trustFromText(written)) {
            m_out.story.trust = *verdict;
            m_left.remove("trustVerdict"_L1);
        }
    }

    void takePublished()
    {
        const QString written = m_left.value("publishedAt"_L1).toString();
        QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
        if (time.timeSpec() == Qt::LocalTime) // without a zone: UTC, as in a desk export
            time.setTimeSpec(Qt::UTC);
        if (time.isValid()) {
            m_out.story.publishedAt = time.toUTC();
            m_left.remove("publishedAt"_L1);
        }
    }

    // "fudRisk" is the method's "fud_risk".
    static QString dimensionKey(const QString& metric)
    {
        QString key;
        for (const QChar c : metric) {
            if (c.isUpper())
                key.append(u'_');
            key.append(c.toLower());
        }
        return key;
    }

    const Method& method() const
    {
        for (const Method& method : m_context.methods)
            if (method.key == publishedMethod)
                return method;
        return m_context.methods.first();
    }

    void takeMetrics()
    {
        QJsonObject metrics = m_left.value("metrics"_L1).toObject();
        Scorecard card;
        card.analyst = m_context.analyst;
        card.methodKey = method().key;
        card.methodVersion = method().version;
        const QStringList names = metrics.keys();
        for (const QString& name : names) {
            const QJsonValue value = metrics.value(name);
            const QString key = dimensionKey(name);
            const bool overall = name == "importance"_L1;
            if (!overall && !method().byKey(key))
                continue;
            if (value.isNull()) {
                metrics.remove(name);
                continue;
            }
            const double number = value.toDouble(-1);
            if (!value.isDouble() || !(number >= 0 && number <= 10)) {
                refuse(tr("“metrics.%1” is not a number of 0 to 10").arg(name));
                return;
            }
            if (overall) {
                card.statedImpact = number;
            } else {
                // A card is set in tenths; a finer number stays beside it, word for word.
                card.cells[key] = {Score::fromNumber(number), {}, m_context.now};
                if (std::abs(card.value(key).number() - number) > 1e-9)
                    continue;
            }
            metrics.remove(name);
        }
        leave("metrics"_L1, metrics);
        if (!card.isBlank())
            m_out.cards = {card};
    }

    void leave(QLatin1StringView key, const QJsonObject& rest)
    {
        if (!m_left.value(key).isObject())
            return; // of another kind: stays as it is
        if (rest.isEmpty())
            m_left.remove(key);
        else
            m_left.insert(key, rest);
    }

    void addSignal(const QString& kind, const QString& source, std::optional<double> value,
                   const QString& note = {})
    {
        m_out.storySignals.append({kind, source, value, note, m_out.story.publishedAt});
    }

    static std::optional<int> takeCount(QJsonObject& from, QLatin1StringView key)
    {
        const QJsonValue value = from.value(key);
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number < 0 || number > 1e9 || number != std::floor(number))
            return std::nullopt;
        from.remove(key);
        return int(number);
    }

    void takeSignals()
    {
        QJsonObject from = m_left.value("signals"_L1).toObject();
        StatedCoverage& stated = m_out.story.stated;
        stated.outlets = takeCount(from, "outletCount"_L1);
        stated.tierOne = takeCount(from, "tier1Count"_L1);
        stated.named = texts(from, "outlets"_L1);
        stated.namesMore = stated.outlets && *stated.outlets > stated.named.size() && !stated.named.isEmpty();
        if (const auto mentions = takeCount(from, "twitterMentions"_L1))
            addSignal(u"mentions"_s, u"X"_s, *mentions);
        takeTweets(from);
        takeReddit(from);
        takeVoices(from);
        takeGithub(from);
        takeTicker(from);
        leave("signals"_L1, from);
    }

    // Takes an object that has only the two fields it should; anything more stays where it is.
    static bool hasOnly(const QJsonObject& object, std::initializer_list<QLatin1StringView> keys)
    {
        const QStringList have = object.keys();
        return std::all_of(have.begin(), have.end(), [&keys](const QString& key) {
            return std::any_of(keys.begin(), keys.end(),
                               [&key](QLatin1StringView known) { return key == known; });
        });
    }

    void takeTweets(QJsonObject& from)
    {
        QJsonArray rest;
        const QJsonArray tweets = from.value("topTweets"_L1).toArray();
        for (const QJsonValue value : tweets) {
            const QJsonObject tweet = value.toObject();
            if (tweet.value("handle"_L1).isString() && tweet.value("likes"_L1).isDouble() &&
                hasOnly(tweet, {"handle"_L1, "likes"_L1}))
                addSignal(u"likes"_s, tweet.value("handle"_L1).toString(),
                          tweet.value("likes"_L1).toDouble());
            else
                rest.append(value);
        }
        leaveList(from, "topTweets"_L1, rest);
    }

    static void leaveList(QJsonObject& from, QLatin1StringView key, const QJsonArray& rest)
    {
        if (!from.value(key).isArray() && !from.value(key).isNull())
            return;
        if (rest.isEmpty())
            from.remove(key);
        else
            from.insert(key, rest);
    }

    void takeReddit(QJsonObject& from)
    {
        const QJsonObject top = from.value("redditTop"_L1).toObject();
        const QString topSub = top.value("sub"_L1).toString();
        if (top.value("sub"_L1).isString() && top.value("upvotes"_L1).isDouble() &&
            hasOnly(top, {"sub"_L1, "upvotes"_L1})) {
            addSignal(u"upvotes"_s, topSub, top.value("upvotes"_L1).toDouble());
            from.remove("redditTop"_L1);
        } else if (from.value("redditTop"_L1).isNull()) {
            from.remove("redditTop"_L1);
        }
        for (const QString& sub : texts(from, "subreddits"_L1))
            addSignal(u"discussion"_s, sub, std::nullopt);
    }

    void takeVoices(QJsonObject& from)
    {
        const auto count = takeCount(from, "trustedVoicesCount"_L1);
        QStringList names = texts(from, "trustedVoicesMatched"_L1);
        for (QString& name : names)
            name.prepend(u'@');
        if (count || !names.isEmpty())
            addSignal(u"voices"_s, u"X"_s, count ? std::optional<double>(*count) : std::nullopt,
                      names.join(u", "_s));
        const QJsonValue weight = from.value("trustedVoicesWeight"_L1);
        if (weight.isDouble()) {
            addSignal(u"voices weight"_s, u"X"_s, weight.toDouble());
            from.remove("trustedVoicesWeight"_L1);
        }
    }

    void takeGithub(QJsonObject& from)
    {
        const QJsonObject trending = from.value("githubTrending"_L1).toObject();
        if (trending.isEmpty() || !hasOnly(trending, {"rank"_L1, "period"_L1, "stars"_L1, "starsGained"_L1}))
            return;
        const bool gained = trending.contains("starsGained"_L1);
        const QJsonValue stars = trending.value(gained ? "starsGained"_L1 : "stars"_L1);
        if (!stars.isDouble() || (gained && trending.contains("stars"_L1)))
            return;
        QStringList note{trending.value("period"_L1).toString()};
        if (trending.value("rank"_L1).isDouble())
            note.append(tr("rank %1").arg(trending.value("rank"_L1).toInt()));
        note.removeAll(QString());
        addSignal(gained ? u"stars gained"_s : u"stars"_s, u"GitHub"_s, stars.toDouble(), note.join(u", "_s));
        from.remove("githubTrending"_L1);
    }

    void takeTicker(QJsonObject& from)
    {
        const QJsonValue move = from.value("tickerMove"_L1);
        if (move.isDouble())
            addSignal(u"ticker"_s, {}, move.toDouble());
        else if (move.isString() && !move.toString().isEmpty())
            addSignal(u"ticker"_s, {}, std::nullopt, move.toString());
        else if (!move.isNull())
            return;
        from.remove("tickerMove"_L1);
    }

    QJsonObject m_left;
    const DraftContext& m_context;
    Dossier m_out;
    QString m_error;
};

QJsonArray storiesOf(const QJsonDocument& document)
{
    if (document.isArray())
        return document.array();
    for (const auto& key : {"stories"_L1, "items"_L1, "posts"_L1})
        if (document.object().value(key).isArray())
            return document.object().value(key).toArray();
    if (document.object().contains("title"_L1))
        return {document.object()};
    return {};
}

} // namespace

bool looksLikeScoredStories(const QJsonDocument& document)
{
    const QJsonArray stories = storiesOf(document);
    return std::any_of(stories.begin(), stories.end(), [](const QJsonValue& value) {
        const QJsonObject story = value.toObject();
        return story.contains("title"_L1) || story.contains("summary"_L1);
    });
}

Result<ScoredStories> readScoredStories(const QByteArray& json, const DraftContext& context)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ItemReader::tr("This is not readable JSON: %1 at %2.")
                        .arg(error.errorString(), placeInText(json, error.offset)),
                    ErrorCode::InvalidInput);
    if (!looksLikeScoredStories(document))
        return fail(
            ItemReader::tr("This JSON holds no stories: neither a desk export nor a list of scored stories."),
            ErrorCode::InvalidInput);
    ScoredStories out;
    const QJsonArray stories = storiesOf(document);
    for (qsizetype i = 0; i < stories.size(); ++i) {
        const auto tell = [&](const QString& what) {
            out.problems.append({ItemReader::tr("item %1").arg(i + 1), what});
        };
        if (!stories[i].isObject()) {
            tell(ItemReader::tr("it is no story"));
            continue;
        }
        if (auto dossier = ItemReader(stories[i].toObject(), context).run())
            out.dossiers.append(*dossier);
        else
            tell(dossier.error().message);
    }
    return out;
}

} // namespace Scoredesk
