// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/streamgrouper.h"
#include "tests/bench/measuring.h"
#include "tests/support/clustering/edits.h"

#include <QBuffer>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include <malloc.h>

// Articles grouped a second of one core with a week of 10,000 a day in the window, memory, and the time to
// save and restore.
//   bench_clustering [ARTICLES]    and a backfill of so many ledes besides (1,000,000 takes minutes)
using namespace Scoredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 60 * 60 * 1000;
constexpr int perDay = 10000;

/// Makes a stream like a day's news: words as rare and common as English ones, stories of one to hundreds of
/// articles that share a dozen words of their own, fresh stories all the time.
class MadeUpNews {
public:
    explicit MadeUpNews(int textWords) : m_textWords(textWords) {}

    ClusterArticle next()
    {
        ++m_id;
        ClusterArticle article;
        article.id = m_id;
        article.time = m_id * (day / perDay);
        article.outlet = qint64(1 + random() * 300);
        // Half the articles open a story; the others follow one of the last day, the greater the likelier.
        quint64 story = quint64(m_id);
        if (random() < 0.5 && !m_recent.empty())
            story = m_recent[std::size_t(random() * double(m_recent.size()))];
        if (m_recent.size() < perDay)
            m_recent.push_back(story);
        else
            m_recent[std::size_t(m_id % perDay)] = story;
        article.title = words(story, 10);
        article.text = words(story, m_textWords);
        return article;
    }

private:
    double random()
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return double(m_state >> 11) / 9007199254740992.0;
    }
    QString words(quint64 story, int count)
    {
        QStringList words;
        for (int i = 0; i < count; ++i) {
            // A word's rank: 1 for the commonest, each as frequent as one over its rank.
            auto rank = quint32(std::exp(random() * std::log(200000.0)));
            if (random() < 0.4)
                rank = 300 + quint32((story * 2654435761U + quint64(random() * 12) * 40503U) % 199700);
            words.append(rank < 40 ? u"the"_s : Test::madeUpWord(rank));
        }
        return words.join(u' ');
    }

    int m_textWords;
    qint64 m_id = 0;
    quint64 m_state = 42;
    std::vector<quint64> m_recent;
};

/// Seconds of one core, so that neighbours on a busy machine count little.
class CoreClock {
public:
    double seconds() const { return now() - m_start; }
    void restart() { m_start = now(); }

private:
    static double now()
    {
        std::timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }

    double m_start = now();
};

void steadyState(const char* name, int textWords, int live, int measured)
{
    malloc_trim(0); // what earlier runs freed is not this one's
    const double before = Test::processMegabytes("VmRSS");
    MadeUpNews news(textWords);
    StreamGrouper grouper;
    for (int i = 0; i < live; ++i)
        grouper.add(news.next());
    QList<ClusterArticle> articles;
    for (int i = 0; i < measured; ++i)
        articles.append(news.next());
    CoreClock clock;
    for (const ClusterArticle& article : articles)
        grouper.add(article);
    const double seconds = clock.seconds();
    articles.clear();
    const double resident = Test::processMegabytes("VmRSS") - before;
    std::printf("%-7s %8lld live, %7lld stories: %8.0f articles/s, %5.0f MB\n", name,
                static_cast<long long>(grouper.clusterer().articles()),
                static_cast<long long>(grouper.clusterer().stories()), measured / seconds, resident);

    Clusterer copy;
    QBuffer state;
    state.open(QIODevice::ReadWrite);
    clock.restart();
    if (const auto saved = grouper.save(state); !saved)
        qFatal("%s", qPrintable(saved.error().message));
    const double saving = clock.seconds();
    state.seek(0);
    clock.restart();
    if (const auto restored = copy.restore(state); !restored)
        qFatal("%s", qPrintable(restored.error().message));
    std::printf("        saved in %.2f s (%.0f MB), restored in %.2f s\n", saving, double(state.size()) / 1e6,
                clock.seconds());
}

} // namespace

int main(int argc, char** argv)
{
    const bool smoke = qEnvironmentVariableIsSet("SCOREDESK_BENCH_SMOKE");
    const int live = smoke ? 2000 : 7 * perDay;
    const int measured = smoke ? 500 : 20000;
    steadyState("titles", 0, live, measured);
    steadyState("ledes", 45, live, measured);
    if (argc > 1) {
        const int articles = QByteArray(argv[1]).toInt();
        MadeUpNews news(45);
        StreamGrouper grouper;
        CoreClock clock;
        double grouping = 0;
        for (int i = 0; i < articles; ++i) {
            const ClusterArticle article = news.next();
            clock.restart();
            grouper.add(article);
            grouping += clock.seconds();
        }
        std::printf("backfill of %d ledes: %.0f s\n", articles, grouping);
    }
    return 0;
}
