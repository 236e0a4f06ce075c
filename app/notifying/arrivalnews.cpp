// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifying/arrivalnews.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// A notification is looked at, not read.
constexpr qsizetype mostHeadlines = 3;
constexpr qsizetype longestHeadline = 120;
constexpr qsizetype mostTags = 3;

struct NewsWords {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ArrivalNews)
};

QString shortened(const QString& text)
{
    const QString line = text.simplified();
    return line.size() <= longestHeadline ? line : line.left(longestHeadline - 1).trimmed() + u'…';
}

} // namespace

std::optional<ArrivalNews> arrivalNews(const QList<Story>& stories, const QStringList& tags)
{
    QList<const Story*> told;
    QStringList borne; // of the tags, by what is told
    for (const Story& story : stories) {
        if (story.state.stage == Stage::Spiked)
            continue;
        bool is = false;
        for (const QString& tag : tags)
            if (story.tags.contains(tag, Qt::CaseInsensitive)) {
                is = true;
                if (!borne.contains(tag))
                    borne.append(tag);
            }
        if (is)
            told.append(&story);
    }
    if (told.isEmpty())
        return std::nullopt;
    // Numbers are given as stories come in.
    std::sort(told.begin(), told.end(), [](const Story* a, const Story* b) { return a->id > b->id; });
    QStringList lines;
    for (qsizetype i = 0; i < told.size() && i < mostHeadlines; ++i)
        lines.append(shortened(told[i]->headline));
    if (told.size() > mostHeadlines)
        lines.append(u"…"_s);
    QStringList named = borne.first(qMin(borne.size(), mostTags));
    if (borne.size() > mostTags)
        named.append(u"…"_s);
    return ArrivalNews{
        NewsWords::tr("%n stories tagged %1", nullptr, int(told.size())).arg(shortened(named.join(u", "_s))),
        lines.join(u'\n'), told.first()->id};
}

} // namespace Scoredesk
