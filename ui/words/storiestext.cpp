// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/storiestext.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct StoriesText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::StoriesText)
};

} // namespace

QString shortened(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    // Looked at a little past the place, so that what stands there is seen as the part of a character it is.
    constexpr qsizetype beyond = 32;
    QTextBoundaryFinder ends(QTextBoundaryFinder::Grapheme, text.left(most + beyond));
    ends.setPosition(most - 1);
    qsizetype end = ends.isAtBoundary() ? most - 1 : ends.toPreviousBoundary();
    if (end <= 0) { // accents without end on one letter: between two of them, then
        end = most - 1;
        if (end > 0 && text.at(end).isLowSurrogate())
            --end;
    }
    return text.left(end).trimmed() + u'…';
}

QString shownHeadline(const QString& headline)
{
    constexpr qsizetype most = 60;
    return shortened(headline, most);
}

QString storiesText(const QStringList& headlines, int all)
{
    QStringList named;
    for (const QString& headline : headlines.mid(0, mostStoriesNamed))
        named.append(headline.isEmpty() ? StoriesText::tr("a story without headline")
                                        : StoriesText::tr("“%1”").arg(shownHeadline(headline)));
    if (all > named.size())
        named.append(StoriesText::tr("%n more", nullptr, all - int(named.size())));
    return named.join(StoriesText::tr(", "));
}

QString heldBackText(const QStringList& headlines, int all)
{
    if (headlines.isEmpty())
        return StoriesText::tr("Blockers hold back %n stories. The checks beside each story say why.",
                               nullptr, all);
    return StoriesText::tr("Blockers hold back: %1. The checks beside each story say why.")
        .arg(storiesText(headlines, all));
}

} // namespace Scoredesk
