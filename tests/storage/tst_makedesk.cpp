// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/arrival.h"
#include "storage/sql/statement.h"
#include "storage/sql/transaction.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/storycoverage.h"
#include "tests/support/deskmaker.h"
#include "tests/support/storefixture.h"
#include "tests/support/wordmill.h"

#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The large desks of the benches are as the store would have left them.
class MakeDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSound();
    void isLikeADesk();
    void findsWords();
    void keepsWhatTheStoreDerives_data();
    void keepsWhatTheStoreDerives();
    void keysAreTheStores();
    void takesEdits();
    void isTheSameForTheSameSeed();
    void refusesAFileThatIsThere();

private:
    static DeskPlan plan(int stories);
    std::unique_ptr<Connection> connect() const;

    StoreFixture m_desk;
};

DeskPlan MakeDeskTest::plan(int stories)
{
    DeskPlan plan;
    plan.stories = stories;
    plan.end = QDateTime(QDate(2026, 4, 20), QTime(9, 0), Qt::UTC);
    return plan;
}

std::unique_ptr<Connection> MakeDeskTest::connect() const
{
    return need(Connection::open(m_desk.path(), {}));
}

void MakeDeskTest::initTestCase()
{
    need(makeDesk(m_desk.path(), plan(2'000)));
}

void MakeDeskTest::isSound()
{
    QCOMPARE(need(m_desk.open().verify()), QStringList());
    m_desk.close();
}

void MakeDeskTest::isLikeADesk()
{
    const QueueCounts counts = m_desk.open().counts();
    m_desk.close();
    QCOMPARE(counts.all, 2'000);
    QVERIFY2(counts.incoming > 1'300 && counts.incoming < 1'500,
             qPrintable(QString::number(counts.incoming)));
    QVERIFY2(counts.spiked > 400 && counts.spiked < 560, qPrintable(QString::number(counts.spiked)));
    QVERIFY2(counts.shortlist > 40 && counts.shortlist < 130, qPrintable(QString::number(counts.shortlist)));
    QVERIFY2(counts.ready > 15 && counts.ready < 80, qPrintable(QString::number(counts.ready)));
    QCOMPARE(counts.categories.size(), 6);
    QVERIFY(counts.unscored > 1'000);
    const auto connection = connect();
    const auto number = [&connection](const QString& sql) {
        Statement row(*connection, sql);
        return row.next() ? row.integer(0) : -1;
    };
    const qint64 articles = number(u"SELECT count(*) FROM article"_s);
    QVERIFY2(articles > 3'800 && articles <= 4'000, qPrintable(QString::number(articles)));
    const qint64 untouched = number(u"SELECT count(*) FROM story WHERE NOT touched AND NOT own_words"_s);
    QVERIFY2(untouched > 1'200, qPrintable(QString::number(untouched)));
    const qint64 scored = number(u"SELECT count(*) FROM story WHERE scored_at IS NOT NULL"_s);
    QVERIFY2(scored > 60 && scored < 160, qPrintable(QString::number(scored)));
    QVERIFY(number(u"SELECT count(DISTINCT story_id) FROM story_tag"_s) > 120);
    QVERIFY(number(u"SELECT count(*) FROM article WHERE reprint_of IS NOT NULL"_s) > 50);
    const DeskSize size = sizeOf(m_desk.path());
    QVERIFY(size.words > 3'000'000 && size.html > 2'000'000 && size.file > size.words);
}

void MakeDeskTest::findsWords()
{
    Store& store = m_desk.open();
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = QString::fromLatin1(WordMill().word(WordMill::firstMadeUp + 20)) + u' ';
    const QueuePage common = need(store.queuePage(view, {}, 2'000));
    QVERIFY2(common.ids.size() > 200 && common.ids.size() < 2'000,
             qPrintable(QString::number(common.ids.size())));
    // An untouched story is found by the words that it shows, which stand in its article alone.
    QueueView incoming;
    const StoryId id = need(store.queuePage(incoming, {}, 1)).ids.first();
    view.search = u'"' + need(store.story(id)).headline + u"\" "_s;
    QVERIFY(need(store.queuePage(view, {}, 2'000)).ids.contains(id));
    m_desk.close();
}

void MakeDeskTest::keepsWhatTheStoreDerives_data()
{
    QTest::addColumn<QString>("columns");
    QTest::newRow("coverage") << u"articles, outlets, tier_one, origins, first_at, last_at"_s;
    QTest::newRow("words")
        << u"headline, headline_key, summary, source, link, link_key, leading, own_words"_s;
    QTest::newRow("impact") << u"vector, impact_low, impact_high, impact_key, scored_at"_s;
}

/// Derived anew, by the store's own code, they are what they were.
void MakeDeskTest::keepsWhatTheStoreDerives()
{
    QFETCH(const QString, columns);
    const auto connection = connect();
    const auto rows = [&] {
        QStringList lines;
        Statement row(*connection, u"SELECT id, %1 FROM story ORDER BY id"_s.arg(columns));
        while (row.next()) {
            QString line;
            for (int i = 0; i <= columns.count(u','); ++i)
                line += row.value(i).toString() + u'|';
            lines.append(line + row.value(columns.count(u',') + 1).toString());
        }
        return lines;
    };
    const QStringList before = rows();
    QCOMPARE(before.size(), 2'000);
    const QDateTime now = plan(1).end;
    const Method method = need(Store::open(u":memory:"_s))->activeMethod();
    Transaction scope(*connection, Transaction::Kind::Write); // taken back in the end
    for (int id = 1; id <= 2'000; ++id) {
        StoryCoverage(*connection, now).refresh(StoryId(id));
        CardTable(*connection).refreshImpact(StoryId(id), method);
    }
    // Of one article intake notes no lead; a refresh does.
    Statement(*connection, u"UPDATE story SET leading = NULL WHERE articles = 1"_s).run();
    const QStringList after = rows();
    QVERIFY(!connection->hasFailed());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(after[i], before[i]);
}

void MakeDeskTest::keysAreTheStores()
{
    const auto connection = connect();
    Statement row(*connection,
                  u"SELECT title, text, html, link, author, published_at, link_key, digest FROM article"_s);
    int seen = 0;
    for (; row.next(); ++seen) {
        Article article;
        article.title = row.text(0);
        article.text = row.text(1);
        article.html = row.text(2);
        article.link = row.text(3);
        article.author = row.text(4);
        article.publishedAt = row.time(5);
        const ArrivalKeys keys = keysOf(article);
        QCOMPARE(row.text(6), keys.link);
        QCOMPARE(row.integer(7), keys.digest);
    }
    QVERIFY(seen > 3'000);
}

void MakeDeskTest::takesEdits()
{
    Store& store = m_desk.open();
    QueueView incoming;
    const QList<StoryId> ids = need(store.queuePage(incoming, {}, 20)).ids;
    QCOMPARE(ids.size(), 20);
    m_desk.edit(ids[0], StoryField::Headline, u"Zyxomatic words of a hand"_s);
    m_desk.edit(ids[1], StoryField::Score, u"7.5"_s, u"stakes"_s);
    const auto inverse = m_desk.edit(ids[2], StoryField::State, u"shortlisted"_s);
    need(store.applyEdits(inverse, {u"Ada"_s}));
    need(store.removeStories({ids[3]}));
    QueueView found;
    found.kind = QueueView::Kind::All;
    found.search = u"zyxomatic "_s;
    QCOMPARE(need(store.queuePage(found, {}, 10)).ids, QList<StoryId>{ids[0]});
    QCOMPARE(store.counts().all, 1'999);
    QCOMPARE(need(store.verify()), QStringList());
    m_desk.close();
}

void MakeDeskTest::isTheSameForTheSameSeed()
{
    const StoreFixture folder;
    QStringList texts;
    for (const QString& name : {u"one.sqlite"_s, u"two.sqlite"_s}) {
        need(makeDesk(folder.beside(name), plan(50)));
        const auto connection = need(Connection::open(folder.beside(name), {}));
        Statement row(*connection,
                      u"SELECT group_concat(hex(uuid) || headline || summary || tags) FROM story"_s);
        QVERIFY(row.next());
        texts.append(row.text(0));
    }
    QCOMPARE(texts[0], texts[1]);
}

void MakeDeskTest::refusesAFileThatIsThere()
{
    const auto made = makeDesk(m_desk.path(), plan(10));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(MakeDeskTest)
#include "tst_makedesk.moc"
