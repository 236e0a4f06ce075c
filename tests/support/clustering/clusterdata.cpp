// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clustering/clusterdata.h"

#include "app/clustering/streamgrouper.h"
#include "tests/support/shareddata.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Scoredesk::Test {

QString LabelledSet::kindName() const
{
    switch (kind) {
    case TextKind::Title:
        return u"title"_s;
    case TextKind::Lede:
        return u"lede"_s;
    case TextKind::Full:
        break;
    }
    return u"full"_s;
}

QList<LabelledSet> labelledSets()
{
    return {{u"uci14s"_s, TextKind::Title, true},   {u"uci14d"_s, TextKind::Title, true},
            {u"gnews13"_s, TextKind::Title, true},  {u"mixfull"_s, TextKind::Title, true},
            {u"gnews13"_s, TextKind::Lede, true},   {u"mixfull"_s, TextKind::Lede, true},
            {u"mixfull"_s, TextKind::Full, true},   {u"basil"_s, TextKind::Lede, false},
            {u"basil"_s, TextKind::Full, false},    {u"wikinews"_s, TextKind::Lede, false},
            {u"wikinews"_s, TextKind::Full, false}, {u"ecbplus"_s, TextKind::Lede, false},
            {u"ecbplus"_s, TextKind::Full, false}};
}

QList<LabelledArticle> readLabelled(const LabelledSet& set)
{
    constexpr qsizetype ledeLength = 300;
    QList<LabelledArticle> articles;
    QFile file(sharedData(u"data/clustering/"_s + set.name + u".open.jsonl"_s));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return articles;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.isEmpty())
            continue;
        LabelledArticle labelled;
        labelled.article.id = articles.size() + 1;
        labelled.article.time =
            QDateTime::fromString(line["time"_L1].toString(), Qt::ISODate).toMSecsSinceEpoch();
        labelled.article.title = line["title"_L1].toString();
        QString text = line["text"_L1].toString();
        if (set.kind == TextKind::Title)
            text.clear();
        else if (set.kind == TextKind::Lede && text.size() > ledeLength)
            text = text.left(ledeLength).section(u' ', 0, -2);
        labelled.article.text = text;
        labelled.story = line["story"_L1].toString();
        articles.append(labelled);
    }
    return articles;
}

QList<qint64> groupAll(const QList<LabelledArticle>& articles, const ClusterSettings& settings)
{
    StreamGrouper grouper(settings);
    for (const LabelledArticle& labelled : articles)
        grouper.add(labelled.article);
    return grouper.stories();
}

BCubed scoreGrouping(const QList<LabelledArticle>& articles, const QList<qint64>& stories)
{
    QHash<QString, int> gold;
    QHash<qint64, int> found;
    QHash<std::pair<QString, qint64>, int> both;
    for (qsizetype i = 0; i < articles.size(); ++i) {
        gold[articles[i].story] += 1;
        found[stories[i]] += 1;
        both[{articles[i].story, stories[i]}] += 1;
    }
    BCubed score;
    for (auto it = both.cbegin(); it != both.cend(); ++it) {
        const double square = double(it.value()) * it.value();
        score.precision += square / found[it.key().second];
        score.recall += square / gold[it.key().first];
    }
    score.precision /= double(articles.size());
    score.recall /= double(articles.size());
    score.stories = int(found.size());
    return score;
}

} // namespace Scoredesk::Test
