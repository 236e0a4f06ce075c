// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/queuesql.h"
#include "storage/sql/statement.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The queue: its views, orders and pages, its search, its counts, and that no page costs a scan.
class QueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesEveryView_data();
    void pagesEveryView();
    void showsEachKind();
    void picksACategory();
    void showsTheSpikedWithTheirReason();
    void searches_data();
    void searches();
    void survivesAnyQuery_data();
    void survivesAnyQuery();
    void matchesAsThePagesShow();
    void readsRowsInTheOrderAsked();
    void staysInPlaceWhileStoriesArrive();
    void countsWithoutScanning();
    void scansNothing_data();
    void scansNothing();

private:
    QList<StoryId> allPages(const QueueView& view, int most) const;

    StoreFixture m_desk;
    QList<StoryId> m_ids;
    QList<Dossier> m_dossiers;
};

void QueueTest::initTestCase()
{
    m_desk.open();
    const QStringList words = {u"quantum"_s, u"zeppelin"_s, u"gemma"_s, u"election"_s, u"battery"_s};
    const QStringList categories = {u"AI"_s, u"Research"_s, {}};
    for (int i = 0; i < 90; ++i) {
        Dossier dossier = plainDossier(u"Story %1 on the %2"_s.arg(i).arg(words[i % 5]));
        dossier.story.category = categories[i % 3];
        dossier.story.addedAt = m_desk.now.addSecs(i / 2); // some at the same instant
        dossier.story.changedAt = m_desk.now.addSecs(-(i / 3));
        dossier.story.state.stage = Stage(i % 4);
        if (dossier.story.state.stage == Stage::Spiked)
            dossier.story.state = StoryState{Stage::Shortlisted, {}, {}}.spiked(u"reason %1"_s.arg(i));
        if (i % 2) {
            Scorecard card;
            card.analyst = u"Ada"_s;
            card.methodKey = u"impact"_s;
            card.cells[u"stakes"_s] = {Score::fromTenths(i % 7 * 10), {}, m_desk.now};
            dossier.cards = {card};
        }
        if (i == 11) {
            Article article;
            article.title = u"A dispatch"_s;
            article.text = u"Only the article names the narwhal."_s;
            dossier.articles = {article};
        }
        m_dossiers.append(dossier);
    }
    m_ids = need(m_desk.store().addStories(m_dossiers, {u"Ada"_s}));
}

QList<StoryId> QueueTest::allPages(const QueueView& view, int most) const
{
    QList<StoryId> ids;
    QueueCursor cursor;
    for (bool more = true; more;) {
        const QueuePage page = need(m_desk.store().queuePage(view, cursor, most));
        ids += page.ids;
        cursor = page.next;
        more = page.more;
        if (more && page.ids.size() != most)
            return {};
    }
    return ids;
}

void QueueTest::pagesEveryView_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("category");
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("most");
    for (int kind = 0; kind < 5; ++kind)
        for (int order = 0; order < 3; ++order)
            for (const QString& category : {QString(), u"AI"_s})
                for (const int most : {1, 7, 1000})
                    QTest::addRow("kind %d order %d %s by %d", kind, order, qPrintable(category), most)
                        << kind << category << order << most;
}

void QueueTest::pagesEveryView()
{
    QFETCH(int, kind);
    QFETCH(QString, category);
    QFETCH(int, order);
    QFETCH(int, most);
    QueueView view;
    view.kind = QueueView::Kind(kind);
    view.order = QueueView::Order(order);
    view.category = category;

    QList<int> expected;
    for (int i = 0; i < m_dossiers.size(); ++i)
        if ((kind == 4 || int(m_dossiers[i].story.state.stage) == kind) &&
            (category.isEmpty() || m_dossiers[i].story.category == category))
            expected.append(i);
    const auto rows = need(m_desk.store().queueRows(m_ids));
    const auto key = [&](int i) -> double {
        switch (view.order) {
        case QueueView::Order::Newest:
            return double(m_dossiers[i].story.addedAt.toMSecsSinceEpoch());
        case QueueView::Order::LastChanged:
            return double(m_dossiers[i].story.changedAt.toMSecsSinceEpoch());
        default:
            break;
        }
        return rows[i].impactLow.value_or(-1);
    };
    std::stable_sort(expected.begin(), expected.end(),
                     [&](int a, int b) { return key(a) != key(b) ? key(a) > key(b) : m_ids[a] > m_ids[b]; });
    QList<StoryId> ids;
    for (const int i : std::as_const(expected))
        ids.append(m_ids[i]);
    QVERIFY(!ids.isEmpty());
    QCOMPARE(allPages(view, most), ids);
}

void QueueTest::showsEachKind()
{
    QCOMPARE(stageOf(QueueView::Kind::Incoming), Stage::Incoming);
    QCOMPARE(stageOf(QueueView::Kind::Shortlist), Stage::Shortlisted);
    QCOMPARE(stageOf(QueueView::Kind::Ready), Stage::Ready);
    QCOMPARE(stageOf(QueueView::Kind::Spiked), Stage::Spiked);
    QVERIFY(!stageOf(QueueView::Kind::All));
    QVERIFY(need(m_desk.store().queuePage({}, {}, 0)).ids.isEmpty());
}

void QueueTest::picksACategory()
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.category = u"research"_s; // in whatever case
    QCOMPARE(allPages(view, 100).size(), 30);
    view.category = u"No such"_s;
    QCOMPARE(allPages(view, 100).size(), 0);
    QVERIFY(need(m_desk.store().matching(view, m_ids)).isEmpty());
}

void QueueTest::showsTheSpikedWithTheirReason()
{
    const auto row = need(m_desk.store().queueRows({m_ids[3]})).first();
    QCOMPARE(row.state.stage, Stage::Spiked);
    QCOMPARE(row.state.before, Stage::Shortlisted);
    QCOMPARE(row.state.spikeReason, u"reason 3"_s);
}

void QueueTest::searches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("one word") << u"zeppelin"_s << 18;
    QTest::newRow("in capitals") << u"ZEPPELIN"_s << 18;
    QTest::newRow("beginning of a word") << u"zepp"_s << 18;
    QTest::newRow("two words") << u"story zeppelin"_s << 18;
    QTest::newRow("only the last may be a beginning") << u"zepp story"_s << 0;
    QTest::newRow("a blank ends the word") << u"zepp "_s << 0;
    QTest::newRow("whole word and a blank") << u"zeppelin "_s << 18;
    QTest::newRow("both must occur") << u"zeppelin gemma"_s << 0;
    QTest::newRow("number") << u"story 89"_s << 1;
    QTest::newRow("article's text") << u"narwhal"_s << 1;
    QTest::newRow("blank is no search") << u"  "_s << 90;
}

void QueueTest::searches()
{
    QFETCH(QString, words);
    QFETCH(int, found);
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = words;
    view.isTyped = true;
    const auto ids = allPages(view, 5);
    QCOMPARE(ids.size(), found);
    QList<StoryId> sorted = ids;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QCOMPARE(ids, sorted);
    QList<StoryId> matching = need(m_desk.store().matching(view, m_ids));
    std::sort(matching.begin(), matching.end(), std::greater<>());
    QCOMPARE(matching, sorted);
    view.kind = QueueView::Kind::Ready;
    QVERIFY(allPages(view, 100).size() <= ids.size());
}

void QueueTest::survivesAnyQuery_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"\"",        "\"\"",
                              "'",         "*",
                              "a*",        "(",
                              ")",         "a AND",
                              "NOT",       "OR OR",
                              "NEAR(a b)", "headline:",
                              "-a",        "^a",
                              "a^",        "{a}",
                              "a + b",     "--",
                              ";",         "\\",
                              "%",         "\xf0\x9f\x98\x80",
                              "a\"b",      "rank",
                              "\xcc\x81",  "COL : x"})
        QTest::addRow("%s", typed) << QString::fromUtf8(typed);
    QTest::newRow("a nul") << u"a%1b"_s.arg(QChar(0));
    QTest::newRow("half a surrogate") << QString(QChar(0xd83d));
    QTest::newRow("very long") << u"word "_s.repeated(5000);
}

void QueueTest::survivesAnyQuery()
{
    QFETCH(QString, typed);
    QueueView view;
    view.search = typed;
    view.isTyped = true;
    // What cannot be read is said so; nothing that is typed is SQLite's own error.
    const auto page = m_desk.store().queuePage(view, {}, 10);
    QVERIFY2(page || page.error().code == ErrorCode::InvalidInput,
             page ? "" : qPrintable(page.error().message));
    QCOMPARE(m_desk.store().matching(view, m_ids).has_value(), page.has_value());
    QVERIFY(m_desk.store().queuePage({}, {}, 10));
}

void QueueTest::matchesAsThePagesShow()
{
    QueueView view;
    view.kind = QueueView::Kind::Ready;
    view.category = u"AI"_s;
    QList<StoryId> shown = allPages(view, 100);
    QList<StoryId> asked = m_ids;
    std::reverse(asked.begin(), asked.end());
    const QList<StoryId> matching = need(m_desk.store().matching(view, asked));
    QCOMPARE(matching.size(), shown.size());
    QList<StoryId> inOrder;
    for (const StoryId id : std::as_const(asked))
        if (shown.contains(id))
            inOrder.append(id);
    QCOMPARE(matching, inOrder);
    QVERIFY(need(m_desk.store().matching(view, {})).isEmpty());
    QVERIFY(need(m_desk.store().matching(view, {StoryId(5000)})).isEmpty());
}

void QueueTest::readsRowsInTheOrderAsked()
{
    const auto rows = need(m_desk.store().queueRows({m_ids[9], StoryId(5000), m_ids[2], m_ids[40]}));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].id, m_ids[9]);
    QCOMPARE(rows[1].id, m_ids[2]);
    QCOMPARE(rows[2].id, m_ids[40]);
    QCOMPARE(rows[0].headline, m_dossiers[9].story.headline);
    QCOMPARE(rows[0].category, u"AI"_s);
    QCOMPARE(rows[1].category, QString());
    QCOMPARE(rows[0].sortedAt, m_dossiers[9].story.addedAt);
    QVERIFY(need(m_desk.store().queueRows({})).isEmpty());
}

void QueueTest::staysInPlaceWhileStoriesArrive()
{
    StoreFixture desk;
    desk.open();
    for (int i = 0; i < 6; ++i)
        desk.add(plainDossier(u"Story %1"_s.arg(i)));
    const QueuePage first = need(desk.store().queuePage({}, {}, 3));
    Dossier late = plainDossier(u"Late"_s);
    late.story.publishedAt = desk.now;
    desk.add(late); // on top, before where the first page ended
    const QueuePage second = need(desk.store().queuePage({}, first.next, 3));
    QVERIFY(!second.more);
    QSet<StoryId> seen;
    for (const StoryId id : first.ids + second.ids)
        seen.insert(id);
    QCOMPARE(seen.size(), 6);
}

void QueueTest::countsWithoutScanning()
{
    const QueueCounts counts = m_desk.store().counts();
    QCOMPARE(counts.all, 90);
    QCOMPARE(counts.incoming, 23);
    QCOMPARE(counts.shortlist, 23);
    QCOMPARE(counts.ready, 22);
    QCOMPARE(counts.spiked, 22);
    QCOMPARE(counts.categories, (QMap<QString, int>{{u"AI"_s, 30}, {u"Research"_s, 30}}));
}

void QueueTest::scansNothing_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("binds");
    for (int order = 0; order < 3; ++order)
        for (int kind = 0; kind < 7; ++kind)
            for (const bool oneCategory : {false, true})
                for (int part = 0; part < 3; ++part) {
                    QueueShape shape;
                    shape.order = QueueView::Order(order);
                    shape.kind = QueueView::Kind(kind);
                    shape.oneCategory = oneCategory;
                    shape.part = QueuePart(part);
                    const int binds = (stageOf(shape.kind) ? 1 : 0) + oneCategory + 1;
                    QTest::addRow("page order %d kind %d part %d%s", order, kind, part,
                                  oneCategory ? " category" : "")
                        << queuePageSql(shape) << binds + (part > 0) + (part % 2);
                }
    for (int kind = 0; kind < 7; ++kind) {
        QueueView view;
        view.kind = QueueView::Kind(kind);
        view.category = u"AI"_s;
        view.feed = FeedId(1);
        view.outlet = OutletId(1);
        view.addedAfter = m_desk.now;
        const SqlPiece piece = queueMatchingSql(view, 1, {}, u"[1]"_s);
        QTest::addRow("matching kind %d", kind) << piece.sql << int(piece.values.size());
    }
    QTest::newRow("rows") << queueRowsSql() << 1;
}

void QueueTest::scansNothing()
{
    QFETCH(QString, sql);
    QFETCH(int, binds);
    const auto connection = need(Connection::open(m_desk.path(), {.readOnly = true}));
    Statement plan(*connection, u"EXPLAIN QUERY PLAN "_s + sql);
    for (int i = 0; i < binds; ++i)
        plan.bind(u"1"_s);
    int lines = 0;
    while (plan.next()) {
        const QString line = plan.text(3);
        ++lines;
        QVERIFY2(!line.startsWith(u"SCAN s"_s) || line.contains(u" USING INDEX story_"_s) ||
                     line.contains(u" USING COVERING INDEX story_"_s),
                 qPrintable(line)); // walking an index in its order is no scan: it stops after a page
        QVERIFY2(!line.startsWith(u"SCAN a"_s), qPrintable(line));
        QVERIFY2(!line.contains(u"TEMP B-TREE"_s), qPrintable(line));
        // A page is sought to, not walked to.
        if (sql.contains(u" = ? AND s.id < ?"_s))
            QVERIFY2(line.contains(u"=? AND id<?)"_s), qPrintable(line));
        else if (sql.contains(u" < ?"_s))
            QVERIFY2(line.contains(u"<?)"_s), qPrintable(line));
        if (sql.contains(u"+s.stage = ? AND s.category_id"_s))
            QVERIFY2(line.contains(u"COVERING INDEX story_by_category"_s), qPrintable(line));
    }
    QVERIFY(lines > 0);
    QVERIFY(!connection->hasFailed());
}

QTEST_GUILESS_MAIN(QueueTest)
#include "tst_queue.moc"
