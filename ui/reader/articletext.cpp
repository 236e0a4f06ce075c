// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/articletext.h"

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

QString ArticleText::meta(const Article& article, const QList<Article>& all)
{
    QStringList parts = {outlet(article)};
    if (article.outlet.tier > 0)
        parts.append(tr("tier %1").arg(article.outlet.tier));
    if (article.outlet.firstParty)
        parts.append(tr("first party"));
    parts.append(article.publishedIsGuess
                     ? tr("%1 (time of fetching)").arg(localTimeText(article.publishedAt))
                     : localTimeText(article.publishedAt));
    if (article.reprintOf) {
        const auto original = std::find_if(all.begin(), all.end(),
                                           [&](const Article& a) { return a.uuid == *article.reprintOf; });
        parts.append(original == all.end() ? tr("reprint") : tr("reprint of %1").arg(outlet(*original)));
    } else {
        parts.append(tr("original"));
    }
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
