// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rules/storyquery.h"

#include "storage/rules/foldedwords.h"

#include <QHash>

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

/// Takes a query apart.
class StoryQuery::Reader {
public:
    explicit Reader(const QString& text) : m_text(text) {}

    Result<StoryQuery> read()
    {
        StoryQuery query;
        query.m_alternatives.append(QList<Term>());
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            if (takeOr()) {
                if (query.m_alternatives.last().isEmpty())
                    return fail(u"OR needs a condition before it."_s, ErrorCode::InvalidInput);
                query.m_alternatives.append(QList<Term>());
                continue;
            }
            auto term = readTerm();
            if (!term)
                return tl::unexpected(term.error());
            query.m_alternatives.last().append(std::move(*term));
        }
        if (query.m_alternatives.size() > 1 && query.m_alternatives.last().isEmpty())
            return fail(u"OR needs a condition after it."_s, ErrorCode::InvalidInput);
        if (query.m_alternatives.last().isEmpty())
            return fail(u"The query is empty: say which stories it is for."_s, ErrorCode::InvalidInput);
        return query;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool takeOr()
    {
        const bool is = QStringView(m_text).mid(m_at).startsWith("OR"_L1) &&
                        (m_at + 2 == m_text.size() || m_text.at(m_at + 2).isSpace());
        m_at += is ? 2 : 0;
        return is;
    }

    Result<Term> readTerm()
    {
        const qsizetype start = m_at;
        Term term;
        term.denied = m_text.at(m_at) == u'-';
        m_at += term.denied ? 1 : 0;
        const auto field = readField();
        if (!field)
            return tl::unexpected(field.error());
        term.field = *field;
        const auto value = readValue();
        if (!value)
            return tl::unexpected(value.error());
        term.isStart = value->size() > 1 && value->endsWith(u'*');
        term.phrase = foldedWords(*value);
        const bool asksForNone = value->isEmpty() && term.field != Field::Text && m_wasQuoted;
        if (term.phrase.isEmpty() && !asksForNone)
            return fail(u"\"%1\" has no word to look for."_s.arg(m_text.mid(start, m_at - start)),
                        ErrorCode::InvalidInput);
        return term;
    }

    Result<Field> readField()
    {
        static const QHash<QString, Field> fields = {
            {u"title"_s, Field::Title}, {u"summary"_s, Field::Summary},   {u"outlet"_s, Field::Outlet},
            {u"feed"_s, Field::Feed},   {u"category"_s, Field::Category}, {u"tag"_s, Field::Tag},
            {u"text"_s, Field::Text}};
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter())
            ++end;
        if (end == m_at || end == m_text.size() || m_text.at(end) != u':')
            return Field::Text;
        const QString name = m_text.mid(m_at, end - m_at).toLower();
        const auto field = fields.constFind(name);
        if (field == fields.cend())
            return fail(
                u"There is no field \"%1\"; there are title, summary, text, outlet, feed, category and "
                "tag."_s.arg(name),
                ErrorCode::InvalidInput);
        m_at = end + 1;
        return *field;
    }

    Result<QString> readValue()
    {
        m_wasQuoted = m_at < m_text.size() && m_text.at(m_at) == u'"';
        if (m_wasQuoted) {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            if (end < 0)
                return fail(u"A quotation mark is not closed: %1"_s.arg(m_text.mid(m_at).left(80)),
                            ErrorCode::InvalidInput);
            const QString value = m_text.mid(m_at + 1, end - m_at - 1).simplified();
            m_at = end + 1;
            return value;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text.at(end).isSpace())
            ++end;
        const QString value = m_text.mid(m_at, end - m_at);
        m_at = end;
        return value;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    bool m_wasQuoted = false;
};

Result<StoryQuery> StoryQuery::parse(const QString& text)
{
    return Reader(text).read();
}

bool StoryQuery::matches(const QuerySubject& subject) const
{
    return std::any_of(m_alternatives.begin(), m_alternatives.end(), [&](const QList<Term>& terms) {
        return std::all_of(terms.begin(), terms.end(),
                           [&](const Term& term) { return holds(term, subject) != term.denied; });
    });
}

bool StoryQuery::holds(const Term& term, const QuerySubject& subject)
{
    const bool asksForNone = term.phrase.isEmpty();
    const auto said = [&](const QString& words) {
        return asksForNone ? words.isEmpty() : holdsPhrase(words, term.phrase, term.isStart);
    };
    const auto isAll = [&](const QString& words) { // categories and tags have no words of their own
        return words == term.phrase || (term.isStart && words.startsWith(term.phrase.chopped(1)));
    };
    const auto any = [&](const QStringList& texts, const auto& fits) {
        return asksForNone ? texts.isEmpty() : std::any_of(texts.begin(), texts.end(), fits);
    };
    switch (term.field) {
    case Field::Text:
        return said(subject.m_title) || said(subject.m_summary);
    case Field::Title:
        return said(subject.m_title);
    case Field::Summary:
        return said(subject.m_summary);
    case Field::Outlet:
        return any(subject.m_outlets, said);
    case Field::Feed:
        return any(subject.m_feeds, said);
    case Field::Category:
        return isAll(subject.m_category);
    case Field::Tag:
        return any(subject.m_tags, isAll);
    }
    return false;
}

} // namespace Scoredesk
