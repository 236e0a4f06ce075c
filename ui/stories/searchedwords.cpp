// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/searchedwords.h"

#include "storage/search/foldedwords.h"
#include "storage/search/queryreader.h"

#include <algorithm>

namespace Scoredesk {

namespace {

struct Word {
    qsizetype at = 0;
    qsizetype length = 0;
    QString folded;
};

QString folded(const QString& word)
{
    return foldedWords(word).trimmed();
}

QList<Word> wordsIn(const QString& text)
{
    QList<Word> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isLetter = i < text.size() && (text.at(i).isLetterOrNumber() || text.at(i).isMark() ||
                                                  text.at(i).isSurrogate());
        if (isLetter && start < 0)
            start = i;
        if (isLetter || start < 0)
            continue;
        words.append({start, i - start, folded(text.mid(start, i - start))});
        start = -1;
    }
    return words;
}

/// What is asked for, not what is denied.
void collect(const Query& query, std::vector<QueryTerm>& terms)
{
    if (query.kind == Query::Kind::Term && !query.term.words.isEmpty() &&
        (query.term.field == QueryField::Text || query.term.field == QueryField::Title ||
         query.term.field == QueryField::Summary))
        terms.push_back(query.term);
    if (query.kind == Query::Kind::All || query.kind == Query::Kind::Any)
        for (const Query& part : query.parts)
            collect(part, terms);
}

} // namespace

SearchedWords::SearchedWords(const QString& query, const QStringList& dimensions)
{
    QueryTerms known;
    known.dimensions = dimensions;
    known.now = QDateTime::currentDateTimeUtc();
    known.isTyped = true;
    const auto read = readQuery(query, known);
    std::vector<QueryTerm> terms;
    if (read)
        collect(*read, terms);
    for (const QueryTerm& term : terms) {
        Phrase phrase;
        for (const Word& word : wordsIn(term.words))
            phrase.words.append(word.folded);
        phrase.isStart = term.isStart;
        if (!phrase.words.isEmpty())
            m_phrases.append(phrase);
    }
}

QList<std::pair<qsizetype, qsizetype>> SearchedWords::placesIn(const QString& text) const
{
    QList<std::pair<qsizetype, qsizetype>> places;
    if (m_phrases.isEmpty())
        return places;
    const QList<Word> words = wordsIn(text);
    for (qsizetype i = 0; i < words.size();) {
        qsizetype taken = 0; // words of the longest phrase that begins here
        for (const Phrase& phrase : m_phrases) {
            const qsizetype count = phrase.words.size();
            if (count <= taken || i + count > words.size())
                continue;
            bool is = true;
            for (qsizetype k = 0; is && k < count; ++k)
                is = phrase.isStart && k == count - 1 ? words[i + k].folded.startsWith(phrase.words[k])
                                                      : words[i + k].folded == phrase.words[k];
            taken = is ? count : taken;
        }
        if (taken > 0) {
            const Word& last = words[i + taken - 1];
            places.append({words[i].at, last.at + last.length - words[i].at});
        }
        i += std::max<qsizetype>(1, taken);
    }
    return places;
}

} // namespace Scoredesk
