// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/articletext.h"

#include "storage/domain/lead.h"
#include "ui/widgets/timetext.h"

#include <QUrl>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QString ArticleText::outlet(const Article& article)
{
    if (!article.outlet.name.isEmpty())
        return article.outlet.name;
    const QString host = QUrl(article.link).host();
    return host.isEmpty() ? tr("unknown outlet") : host;
}

QString ArticleText::lateness(const Article& article, const Article& original)
{
    const qint64 minutes = original.publishedAt.secsTo(article.publishedAt) / 60;
    if (!original.publishedAt.isValid() || !article.publishedAt.isValid() || minutes < 1)
        return {};
    if (minutes < 60)
        return tr("%1 min later").arg(minutes);
    if (minutes < 24LL * 60)
        return minutes % 60 == 0 ? tr("%1 h later").arg(minutes / 60)
                                 : tr("%1 h %2 min later").arg(minutes / 60).arg(minutes % 60);
    return tr("%1 d later").arg(minutes / (24LL * 60));
}

// Who copied whom, and how fast.
QString ArticleText::originText(const Article& article, const QList<Article>& all)
{
    if (!article.reprintOf) {
        const auto copies = std::count_if(all.begin(), all.end(),
                                          [&](const Article& a) { return a.reprintOf == article.uuid; });
        return copies == 0 ? tr("original") : tr("original, reprinted %n times", nullptr, int(copies));
    }
    const auto original =
        std::find_if(all.begin(), all.end(), [&](const Article& a) { return a.uuid == *article.reprintOf; });
    if (original == all.end())
        return tr("reprint");
    const QString later = lateness(article, *original);
    return later.isEmpty() ? tr("reprint of %1").arg(outlet(*original))
                           : tr("reprint of %1, %2").arg(outlet(*original), later);
}

QString ArticleText::meta(const Article& article, const Dossier& story)
{
    QStringList parts = {outlet(article)};
    if (article.outlet.tier > 0)
        parts.append(tr("tier %1").arg(article.outlet.tier));
    if (article.outlet.firstParty)
        parts.append(tr("first party"));
    parts.append(article.publishedIsGuess
                     ? tr("%1 (time of fetching)").arg(localTimeText(article.publishedAt))
                     : localTimeText(article.publishedAt));
    const Article* lead = leadOf(story);
    if (lead && lead->id == article.id && story.articles.size() > 1)
        parts.append(story.story.leadArticle == article.uuid ? tr("lead, by hand") : tr("lead"));
    parts.append(originText(article, story.articles));
    return parts.join(u" · "_s);
}

QString ArticleText::provenance(const Article& article)
{
    QStringList lines;
    if (!article.link.isEmpty())
        lines.append(article.link);
    if (!article.author.isEmpty())
        lines.append(tr("By %1").arg(article.author));
    if (article.publishedAt.isValid())
        lines.append(tr("Published %1").arg(utcTimeText(article.publishedAt)));
    if (article.fetchedAt.isValid())
        lines.append(tr("Fetched %1").arg(utcTimeText(article.fetchedAt)));
    return lines.join(u'\n');
}

} // namespace Scoredesk
