// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generator.h"

#include <array>
#include <cmath>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

static constexpr int vocabularySize = 30'000;

Generator::Generator(quint32 seed) : m_random(seed)
{
    static const std::array syllables = {u"ka"_s,  u"lo"_s,  u"ren"_s, u"ti"_s,  u"mas"_s, u"vor"_s,
                                         u"pel"_s, u"sun"_s, u"dra"_s, u"chi"_s, u"bel"_s, u"nor"_s,
                                         u"fe"_s,  u"gut"_s, u"wy"_s,  u"zan"_s};
    m_vocabulary.reserve(vocabularySize);
    for (int i = 0; i < vocabularySize; ++i) {
        QString word;
        for (int rest = i, n = 0; n < 2 || rest > 0; ++n, rest /= int(syllables.size()))
            word += syllables[size_t(rest) % syllables.size()];
        m_vocabulary.append(word);
    }
}

QString Generator::words(int least, int most)
{
    QStringList chosen;
    const int count = int(m_random.bounded(least, most + 1));
    for (int i = 0; i < count; ++i) {
        // Zipf: the rank is exponential in a uniform draw.
        const double rank = std::pow(double(vocabularySize), m_random.generateDouble());
        chosen.append(m_vocabulary[qMin(vocabularySize - 1, int(rank) - 1)]);
    }
    QString text = chosen.join(u' ');
    text[0] = text[0].toUpper();
    return text;
}

Dossier Generator::story()
{
    static const std::array categories = {u"AI"_s, u"Research"_s, u"Startups"_s, u"Cybersecurity"_s,
                                          u"Quantum"_s};
    static const QDateTime start = QDateTime::fromString(u"2026-04-01T00:00:00Z"_s, Qt::ISODate);
    Dossier dossier;
    Story& story = dossier.story;
    story.headline = u"%1 %2"_s.arg(words(7, 12)).arg(++m_made);
    story.summary = words(60, 90) + u'.';
    story.whyItMatters = words(40, 60) + u'.';
    story.category = categories[m_random.bounded(int(categories.size()))];
    story.source = u"Outlet %1"_s.arg(m_random.bounded(300));
    story.publishedAt = start.addSecs(qint64(m_made) * 7);
    story.addedAt = story.publishedAt.addSecs(60);
    if (m_made % 20 == 0) {
        Scorecard card;
        card.analyst = u"Ada"_s;
        card.methodKey = u"impact"_s;
        for (const QString& key : {u"stakes"_s, u"novelty"_s, u"authority"_s, u"coverage"_s,
                                   u"concreteness"_s, u"social"_s, u"fud_risk"_s})
            card.cells[key] = {Score::fromTenths(int(m_random.bounded(101))), {}, story.addedAt};
        dossier.cards = {card};
    }
    if (m_made % 4 != 0) {
        Article article;
        article.outlet.name = story.source;
        article.title = story.headline;
        article.text = words(80, 160);
        article.link = u"https://outlet%1.example/%2"_s.arg(m_random.bounded(300)).arg(m_made);
        article.publishedAt = story.publishedAt;
        article.fetchedAt = story.addedAt;
        dossier.articles = {article};
    }
    return dossier;
}

QList<Dossier> Generator::stories(int count)
{
    QList<Dossier> made;
    made.reserve(count);
    for (int i = 0; i < count; ++i)
        made.append(story());
    return made;
}

} // namespace Scoredesk::Test
