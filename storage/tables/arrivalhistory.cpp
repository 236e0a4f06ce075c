// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/arrivalhistory.h"

#include "storage/method/scorevector.h"
#include "storage/tables/historytable.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static Change about(const Article& article)
{
    Change change;
    change.field = StoryField::Article;
    change.dimension = article.uuid.toString(QUuid::WithoutBraces);
    QStringList words = {article.outlet.name, article.title.isEmpty() ? article.link : article.title};
    words.removeAll(QString());
    change.to = words.isEmpty() ? change.dimension : words.join(u": "_s);
    return change;
}

static Change about(const StorySignal& signal)
{
    Change change;
    change.field = StoryField::Signal;
    QStringList words = {signal.value ? QString::number(*signal.value, 'g', 12) : QString(), signal.kind,
                         signal.source, signal.note};
    words.removeAll(QString());
    change.to = words.join(u' ');
    return change;
}

static Change about(const Scorecard& card, const Method& method)
{
    Change change;
    change.field = StoryField::Card;
    change.card = card.analyst;
    change.to = card.methodKey == method.key ? toVector(method, card)
                                             : u"%1:%2"_s.arg(card.methodKey).arg(card.methodVersion);
    return change;
}

static Change gone(Change change)
{
    std::swap(change.from, change.to);
    return change;
}

void ArrivalHistory::came(StoryId story, const Article& article)
{
    record(story, about(article));
}

void ArrivalHistory::left(StoryId story, const Article& article)
{
    record(story, gone(about(article)));
}

void ArrivalHistory::came(StoryId story, const StorySignal& signal)
{
    record(story, about(signal));
}

void ArrivalHistory::left(StoryId story, const StorySignal& signal)
{
    record(story, gone(about(signal)));
}

void ArrivalHistory::came(StoryId story, const Scorecard& card, const Method& method)
{
    record(story, about(card, method));
}

void ArrivalHistory::left(StoryId story, const Scorecard& card, const Method& method)
{
    record(story, gone(about(card, method)));
}

void ArrivalHistory::record(StoryId story, Change change)
{
    change.at = m_now;
    change.analyst = m_analyst;
    HistoryTable(m_connection).insert(story, change);
}

} // namespace Scoredesk
