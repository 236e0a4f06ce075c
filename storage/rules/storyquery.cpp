// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rules/storyquery.h"

#include "storage/search/foldedwords.h"
#include "storage/search/queryreader.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QStringList folded(const QStringList& texts)
{
    QStringList words;
    for (const QString& text : texts)
        words.append(foldedWords(text));
    return words;
}

QuerySubject::QuerySubject(const Facts& facts)
    : m_title(foldedWords(facts.title)),
      m_summary(foldedWords(facts.summary)),
      m_category(foldedWords(facts.category)),
      m_tags(folded(facts.tags)),
      m_outlets(folded(facts.outlets)),
      m_feeds(folded(facts.feeds))
{
}

Result<StoryQuery> StoryQuery::parse(const QString& text)
{
    QueryTerms terms;
    terms.isRule = true;
    auto read = readQuery(text, terms);
    if (!read)
        return tl::unexpected(read.error());
    StoryQuery query;
    query.m_query = std::move(*read);
    fold(query.m_query);
    return query;
}

void StoryQuery::fold(Query& query)
{
    query.term.words = foldedWords(query.term.words);
    for (Query& part : query.parts)
        fold(part);
}

bool StoryQuery::holds(const Query& query, const QuerySubject& subject)
{
    const auto holdsPart = [&subject](const Query& part) { return holds(part, subject); };
    switch (query.kind) {
    case Query::Kind::All:
        return std::all_of(query.parts.begin(), query.parts.end(), holdsPart);
    case Query::Kind::Any:
        return std::any_of(query.parts.begin(), query.parts.end(), holdsPart);
    case Query::Kind::Not:
        return !holdsPart(query.parts.front());
    case Query::Kind::Term:
        break;
    }
    return holds(query.term, subject);
}

bool StoryQuery::holds(const QueryTerm& term, const QuerySubject& subject)
{
    const bool asksForNone = term.words.isEmpty();
    const auto said = [&](const QString& words) {
        return asksForNone ? words.isEmpty() : holdsPhrase(words, term.words, term.isStart);
    };
    const auto isAll = [&](const QString& words) { // categories and tags have no words of their own
        return words == term.words || (term.isStart && words.startsWith(term.words.chopped(1)));
    };
    const auto any = [&](const QStringList& texts, const auto& fits) {
        return asksForNone ? texts.isEmpty() : std::any_of(texts.begin(), texts.end(), fits);
    };
    switch (term.field) {
    case QueryField::Text:
        return said(subject.m_title) || said(subject.m_summary);
    case QueryField::Title:
        return said(subject.m_title);
    case QueryField::Summary:
        return said(subject.m_summary);
    case QueryField::Outlet:
        return any(subject.m_outlets, said);
    case QueryField::Feed:
        return any(subject.m_feeds, said);
    case QueryField::Category:
        return isAll(subject.m_category);
    case QueryField::Tag:
        return any(subject.m_tags, isAll);
    default: // readQuery() lets a rule ask for nothing else
        break;
    }
    return false;
}

} // namespace Scoredesk
