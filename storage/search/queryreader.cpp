// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/queryreader.h"

#include "storage/search/foldedwords.h"
#include "storage/search/queryfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// Deeper is no query that a person writes, and would be walked by recursion.
constexpr int deepest = 50;
constexpr qsizetype longest = 4000;
constexpr int mostTerms = 200; // SQLite's own limits are not far beyond

using Takes = QueryFieldName::Takes;

tl::unexpected<Error> wrong(const QString& sentence)
{
    return fail(sentence, ErrorCode::InvalidInput);
}

Query joined(Query::Kind kind, std::vector<Query> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Query query;
    query.kind = kind;
    query.parts = std::move(parts);
    return query;
}

/// Takes a query apart, from left to right.
class Reader {
public:
    Reader(const QString& text, const QueryTerms& terms) : m_text(text), m_terms(terms) {}

    Result<Query> read()
    {
        auto query = readAny(0);
        if (!query)
            return query;
        if (m_at < m_text.size()) // only a parenthesis ends it before
            return wrong(u"A parenthesis is closed that was not opened."_s);
        if (query->kind == Query::Kind::All && query->parts.empty())
            return wrong(u"The query is empty: say which stories it is for."_s);
        return query;
    }

private:
    /// Alternatives up to the end or a closing parenthesis.
    Result<Query> readAny(int depth)
    {
        if (depth > deepest)
            return wrong(u"There are too many parentheses within each other."_s);
        std::vector<Query> alternatives;
        std::vector<Query> together;
        bool afterOr = false;
        for (skipBlanks(); m_at < m_text.size() && m_text.at(m_at) != u')'; skipBlanks()) {
            if (takeOr()) {
                if (together.empty())
                    return wrong(u"OR needs a condition before it."_s);
                alternatives.push_back(joined(Query::Kind::All, std::exchange(together, {})));
                afterOr = true;
                continue;
            }
            auto part = readPart(depth);
            if (!part)
                return tl::unexpected(part.error());
            if (*part) {
                together.push_back(std::move(**part));
                afterOr = false;
            }
        }
        if (afterOr)
            return wrong(u"OR needs a condition after it."_s);
        if (alternatives.empty())
            return joined(Query::Kind::All, std::move(together));
        alternatives.push_back(joined(Query::Kind::All, std::move(together)));
        return joined(Query::Kind::Any, std::move(alternatives));
    }

    /// Nothing for marks that say nothing.
    Result<std::optional<Query>> readPart(int depth)
    {
        const qsizetype start = m_at;
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace() &&
            m_text.at(m_at + 1) != u')') {
            ++m_at;
            if (depth > deepest)
                return wrong(u"There are too many minuses in front of each other."_s);
            auto part = readPart(depth + 1);
            if (!part || !*part)
                return part;
            Query query;
            query.kind = Query::Kind::Not;
            query.parts.push_back(std::move(**part));
            return std::optional(std::move(query));
        }
        if (m_text.at(m_at) == u'(')
            return readGroup(depth);
        const auto term = readTerm(start);
        if (!term)
            return tl::unexpected(term.error());
        if (!*term)
            return std::optional<Query>();
        Query query;
        query.kind = Query::Kind::Term;
        query.term = **term;
        return std::optional(std::move(query));
    }

    Result<std::optional<Query>> readGroup(int depth)
    {
        ++m_at;
        auto inner = readAny(depth + 1);
        if (!inner)
            return tl::unexpected(inner.error());
        if (m_at == m_text.size())
            return wrong(u"A parenthesis is not closed."_s);
        ++m_at;
        if (inner->kind == Query::Kind::All && inner->parts.empty())
            return wrong(u"There is nothing between the parentheses."_s);
        return std::optional(std::move(*inner));
    }

    Result<std::optional<QueryTerm>> readTerm(qsizetype start)
    {
        if (++m_count > mostTerms)
            return wrong(u"The query has more than %1 conditions."_s.arg(mostTerms));
        QueryTerm term;
        bool isNamed = false;
        if (auto named = readField(term, isNamed); !named)
            return tl::unexpected(named.error());
        bool isQuoted = false;
        const auto value = readValue(isQuoted);
        if (!value)
            return tl::unexpected(value.error());
        term.written = m_text.mid(start, m_at - start);
        term.words = *value;
        if (!isNamed && !isQuoted && !m_terms.isRule && isFlag(*value)) {
            term.field = QueryField::Is;
            return std::optional(term);
        }
        if (auto understood = understand(term, isQuoted); !understood)
            return tl::unexpected(understood.error());
        const bool saysNothing = foldedWords(term.words).isEmpty() && takesOf(term) == Takes::Words;
        if (!saysNothing || (isNamed && isQuoted && term.words.isEmpty()))
            return std::optional(term);
        if (m_terms.isTyped && !isNamed && !isQuoted)
            return std::optional<QueryTerm>();
        return wrong(u"\"%1\" has no word to look for."_s.arg(term.written));
    }

    static bool isFlag(const QString& word) { return word.compare(u"unscored"_s, Qt::CaseInsensitive) == 0; }

    Takes takesOf(const QueryTerm& term) const
    {
        if (term.field == QueryField::Dimension)
            return Takes::Number;
        const auto& names = queryFieldNames();
        return std::find_if(names.begin(), names.end(),
                            [&term](const QueryFieldName& name) { return name.field == term.field; })
            ->takes;
    }

    QStringList fieldList() const
    {
        QStringList names;
        for (const QueryFieldName& field : queryFieldNames())
            if (field.isOfRules || !m_terms.isRule)
                names.append(field.name);
        if (!m_terms.isRule)
            for (const QString& dimension : m_terms.dimensions)
                if (!queryFieldNamed(dimension)) // "coverage" are the outlets
                    names.append(dimension);
        return names;
    }

    /// A name with `:` or a comparison behind it. Text that only looks so, as a web address does, is left.
    Result<void> readField(QueryTerm& term, bool& isNamed)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text.at(end).isLetterOrNumber() || m_text.at(end) == u'_'))
            ++end;
        if (end == m_at || end == m_text.size() || !m_text.at(m_at).isLetter())
            return {};
        const QChar sign = m_text.at(end);
        const bool compares = sign == u'<' || sign == u'>' || sign == u'=';
        if ((!compares && sign != u':') || QStringView(m_text).mid(end).startsWith(u"://"))
            return {};
        const QString name = m_text.mid(m_at, end - m_at).toLower();
        const QueryFieldName* field = queryFieldNamed(name);
        if (field && m_terms.isRule && !field->isOfRules)
            return wrong(
                u"Rules read stories as they come in, which have no \"%1\" yet; they can ask for %2."_s.arg(
                    name, listed(fieldList())));
        if (field)
            term.field = field->field;
        else if (!m_terms.isRule && m_terms.dimensions.contains(name))
            term.field = QueryField::Dimension;
        else
            return wrong(u"There is no field \"%1\"; there are %2."_s.arg(name, listed(fieldList())));
        term.dimension = field ? QString() : name;
        m_at = end + 1;
        if (compares) {
            const bool orEqual = m_at < m_text.size() && m_text.at(m_at) == u'=' && sign != u'=';
            m_at += orEqual ? 1 : 0;
            if (takesOf(term) != Takes::Number)
                return wrong(u"\"%1\" is no number to compare; write %1: and what it shall be."_s.arg(name));
            term.comparison = sign == u'='   ? Comparison::Equal
                              : sign == u'<' ? (orEqual ? Comparison::AtMost : Comparison::Less)
                                             : (orEqual ? Comparison::AtLeast : Comparison::More);
        }
        isNamed = true;
        return {};
    }

    Result<void> understand(QueryTerm& term, bool isQuoted)
    {
        switch (takesOf(term)) {
        case Takes::Words:
            term.isStart = !isQuoted && term.words.size() > 1 && term.words.endsWith(u'*');
            // "gemma " asks for the whole word, "gem" for what begins so.
            if (m_terms.isTyped && m_at == m_text.size() && !isQuoted && term.field == QueryField::Text &&
                !term.words.isEmpty() && term.words.back().isLetterOrNumber())
                term.isStart = true;
            return {};
        case Takes::Number: {
            bool isNumber = false;
            term.number = QString(term.words).replace(u',', u'.').toDouble(&isNumber);
            if (!isNumber || !std::isfinite(term.number) || std::abs(term.number) > 1e6)
                return wrong(u"\"%1\" needs a number, as in %2>=7."_s.arg(term.written, nameOf(term)));
            return {};
        }
        case Takes::Date:
            if (const auto time = queryDate(term.words, m_terms.now))
                term.time = *time;
            else
                return wrong(
                    u"\"%1\" needs a date: 2026-04-01, 2026-04, today, or back from now as -7d."_s.arg(
                        term.written));
            return {};
        case Takes::Choice:
            break;
        }
        const QStringList& choices = queryFieldNamed(nameOf(term))->choices;
        term.words = term.words.toLower();
        if (term.field == QueryField::State && term.words == "shortlist"_L1)
            term.words = u"shortlisted"_s;
        if (!choices.contains(term.words))
            return wrong(u"\"%1\": there are %2."_s.arg(term.written, listed(choices)));
        return {};
    }

    static QString nameOf(const QueryTerm& term)
    {
        if (term.field == QueryField::Dimension)
            return term.dimension;
        for (const QueryFieldName& name : queryFieldNames())
            if (name.field == term.field)
                return name.name;
        return {};
    }

    static QString listed(const QStringList& names)
    {
        return names.size() < 2 ? names.join(QString())
                                : names.mid(0, names.size() - 1).join(u", "_s) + u" and "_s + names.last();
    }

    Result<QString> readValue(bool& isQuoted)
    {
        isQuoted = m_at < m_text.size() && m_text.at(m_at) == u'"';
        if (isQuoted) {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            if (end < 0 && !m_terms.isTyped)
                return wrong(u"A quotation mark is not closed: %1"_s.arg(m_text.mid(m_at).left(80)));
            const qsizetype until = end < 0 ? m_text.size() : end; // it is still being typed
            const QString value = m_text.mid(m_at + 1, until - m_at - 1).simplified();
            m_at = std::min(until + 1, m_text.size());
            return value;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text.at(end).isSpace() && m_text.at(end) != u'(' &&
               m_text.at(end) != u')')
            ++end;
        const QString value = m_text.mid(m_at, end - m_at);
        m_at = end;
        return value;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool takeOr()
    {
        const bool is = QStringView(m_text).mid(m_at).startsWith("OR"_L1) &&
                        (m_at + 2 == m_text.size() || m_text.at(m_at + 2).isSpace() ||
                         m_text.at(m_at + 2) == u'(' || m_text.at(m_at + 2) == u')');
        m_at += is ? 2 : 0;
        return is;
    }

    const QString& m_text;
    const QueryTerms& m_terms;
    qsizetype m_at = 0;
    int m_count = 0;
};

} // namespace

Result<Query> readQuery(const QString& text, const QueryTerms& terms)
{
    if (text.size() > longest)
        return wrong(u"The query is longer than %1 characters."_s.arg(longest));
    return Reader(text, terms).read();
}

QString plainQuery(const QString& words)
{
    QStringList quoted;
    const QStringList parts = foldedWords(words.left(500)).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : parts)
        quoted.append(u'"' + word + u'"');
    if (!quoted.isEmpty() && words.back().isLetterOrNumber())
        quoted.last() = u"text:"_s + parts.last() + u'*';
    return quoted.join(u' ');
}

QString wholeQuery(const QString& typed)
{
    const QString query = typed.trimmed();
    const qsizetype from = query.lastIndexOf(QRegularExpression(u"[\\s()]"_s)) + 1;
    const QString last = query.mid(from);
    const bool isOpen = query.count(u'"') % 2 == 1;
    if (isOpen)
        return query + u'"';
    const bool isWord = typed.endsWith(last) && !last.isEmpty() && last.back().isLetterOrNumber() &&
                        !last.contains(u':') && !last.contains(u'"') &&
                        !last.contains(QRegularExpression(u"[<>=]"_s)) && last != "OR"_L1 &&
                        last.compare("unscored"_L1, Qt::CaseInsensitive) != 0;
    return isWord ? query + u'*' : query;
}

} // namespace Scoredesk
