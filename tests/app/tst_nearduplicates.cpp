// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"
#include "tests/support/clustering/clusterdata.h"
#include "tests/support/clustering/edits.h"

#include <QSet>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60 * 1000;

QString madeUpText(quint32 seed, int words)
{
    QStringList text;
    for (int i = 0; i < words; ++i) {
        seed = seed * 1664525U + 1013904223U;
        text.append(Test::madeUpWord(seed >> 14));
    }
    return text.join(u' ');
}

ClusterArticle article(qint64 id, const QString& text, qint64 time = 0)
{
    return {id, time != 0 ? time : id * minute, 1, Test::madeUpWord(quint32(id)) + u" headline"_s, text};
}

/// Share of runs of three words that two texts have in common.
double commonRuns(const QString& one, const QString& other)
{
    const auto runs = [](const QString& text) {
        const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
        QSet<QString> set;
        for (qsizetype i = 0; i + 3 <= words.size(); ++i)
            set.insert(words.mid(i, 3).join(u' '));
        return set;
    };
    const QSet<QString> a = runs(one);
    const QSet<QString> b = runs(other);
    const auto common = QSet<QString>(a).intersect(b).size();
    const auto all = a.size() + b.size() - common;
    return all > 0 ? double(common) / double(all) : 0;
}

} // namespace

/// Who copied whom.
class NearDuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheOriginal_data();
    void findsTheOriginal();
    void aReprintJoinsItsOriginal();
    void reprintsOfReprintsHaveOneOrigin();
    void theEarlierPublishedIsTheOriginal();
    void shortTextsAreNoReprints_data();
    void shortTextsAreNoReprints();
    void originalsAreForgotten();
    void precisionAndRecall_data();
    void precisionAndRecall();
};

void NearDuplicatesTest::findsTheOriginal_data()
{
    QTest::addColumn<int>("edit");
    for (int edit = 0; edit < Test::editKinds; ++edit)
        QTest::newRow(Test::editName(Test::Edit(edit))) << edit;
}

void NearDuplicatesTest::findsTheOriginal()
{
    QFETCH(int, edit);
    Clusterer clusterer;
    for (int i = 1; i <= 50; ++i)
        QCOMPARE(clusterer.place(article(i, madeUpText(quint32(i), 300)), i).origin, i);
    for (int i = 1; i <= 50; ++i) {
        const QString copy = Test::edited(madeUpText(quint32(i), 300), Test::Edit(edit), quint32(i));
        const Placement placement = clusterer.place(article(100 + i, copy), 100 + i);
        QCOMPARE(placement.origin, i);
        QVERIFY(placement.resemblance >= 0.3);
        if (Test::Edit(edit) == Test::Edit::None)
            QCOMPARE(placement.resemblance, 1.0);
    }
}

void NearDuplicatesTest::aReprintJoinsItsOriginal()
{
    Clusterer clusterer;
    const QString text = madeUpText(7, 200);
    clusterer.place(article(1, text), 1);
    ClusterArticle reprint = article(2, text);
    reprint.title = u"Under quite another headline"_s;
    const Placement placement = clusterer.place(reprint, 2);
    QVERIFY(!placement.isNew);
    QCOMPARE(placement.story, 1);
    const QList<StoryArticle> articles = clusterer.articlesOf(1);
    QCOMPARE(articles.size(), 2);
    QCOMPARE(articles[0].origin, 1);
    QCOMPARE(articles[1].origin, 1);
}

void NearDuplicatesTest::reprintsOfReprintsHaveOneOrigin()
{
    Clusterer clusterer;
    const QString text = madeUpText(8, 300);
    const QString second = Test::edited(text, Test::Edit::TailCut, 1);
    clusterer.place(article(1, text), 1);
    clusterer.place(article(2, second), 2);
    QCOMPARE(clusterer.place(article(3, Test::edited(second, Test::Edit::WordsReplaced, 2)), 3).origin, 1);
}

void NearDuplicatesTest::theEarlierPublishedIsTheOriginal()
{
    Clusterer clusterer;
    const QString text = madeUpText(9, 200);
    clusterer.place(article(1, text, 50 * minute), 1);
    clusterer.place(article(2, text, 60 * minute), 2);
    const Placement placement = clusterer.place(article(3, text, 40 * minute), 3);
    QCOMPARE(placement.origin, 3);
    QCOMPARE(placement.reprints, (QList<qint64>{1, 2}));
    QCOMPARE(placement.story, 1);
    for (const StoryArticle& member : clusterer.articlesOf(1))
        QCOMPARE(member.origin, 3);
    QCOMPARE(clusterer.place(article(4, text, 70 * minute), 4).origin, 3);
}

void NearDuplicatesTest::shortTextsAreNoReprints_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("reprint");
    QTest::newRow("headlines alike") << u"Central bank raises interest rates to curb inflation"_s
                                     << u"Central bank raises interest rates to fight inflation"_s << false;
    QTest::newRow("one headline, word for word")
        << u"Central bank raises interest rates to curb inflation"_s
        << u"Central bank raises interest rates to curb inflation"_s << true;
    QTest::newRow("three words") << u"Morning news briefing"_s << u"Morning news briefing"_s << false;
    QTest::newRow("nothing") << QString() << QString() << false;
}

void NearDuplicatesTest::shortTextsAreNoReprints()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, reprint);
    Clusterer clusterer;
    clusterer.place({1, minute, 1, one, {}}, 1);
    QCOMPARE(clusterer.place({2, 2 * minute, 2, other, {}}, 2).origin, reprint ? 1 : 2);
}

void NearDuplicatesTest::originalsAreForgotten()
{
    Clusterer clusterer;
    const QString text = madeUpText(10, 200);
    clusterer.place(article(1, text), 1);
    clusterer.place(article(2, text), 2);
    clusterer.forgetBefore(minute + 1);
    // The original has left, what is known of it has not.
    QCOMPARE(clusterer.place(article(3, text), 3).origin, 1);
    clusterer.forgetBefore(100 * minute);
    QCOMPARE(clusterer.place(article(4, text, 200 * minute), 4).origin, 4);
}

void NearDuplicatesTest::precisionAndRecall_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::newRow("full texts") << int(Test::TextKind::Full) << 0.95 << 0.95;
    QTest::newRow("ledes") << int(Test::TextKind::Lede) << 0.95 << 0.85;
}

void NearDuplicatesTest::precisionAndRecall()
{
    QFETCH(int, kind);
    QFETCH(double, precision);
    QFETCH(double, recall);
    QList<Test::LabelledArticle> originals = Test::readLabelled({u"mixfull"_s, Test::TextKind(kind), true});
    if (originals.isEmpty())
        QSKIP("the labelled streams are not beside the project");
    originals.removeIf([](const Test::LabelledArticle& a) { return a.article.text.size() < 200; });
    Clusterer clusterer;
    // Two thirds are in the window; copies of half of these come, and the last third, which copies nothing
    // but what real outlets copied.
    const qsizetype known = originals.size() * 2 / 3;
    for (qsizetype i = 0; i < known; ++i)
        clusterer.place(originals[i].article, originals[i].article.id);
    int found = 0;
    int right = 0;
    int copies = 0;
    QMap<QString, std::pair<int, int>> byEdit;
    qint64 id = 100000;
    for (qsizetype i = 0; i < known; i += 2) {
        const auto edit = Test::Edit(i / 2 % Test::editKinds);
        ClusterArticle copy = originals[i].article;
        copy.id = ++id;
        copy.text = Test::edited(copy.text, edit, quint32(i));
        const Placement placement = clusterer.place(copy, copy.id);
        copies += 1;
        found += placement.origin != copy.id;
        // Where an original is itself a reprint, its own origin is meant.
        const qint64 wanted =
            clusterer.index().article(clusterer.index().slotOf(originals[i].article.id)).origin;
        const bool hit = placement.origin == wanted;
        right += hit;
        byEdit[QString::fromLatin1(Test::editName(edit))].first += hit;
        byEdit[QString::fromLatin1(Test::editName(edit))].second += 1;
    }
    for (qsizetype i = known; i < originals.size(); ++i) {
        const Placement placement = clusterer.place(originals[i].article, originals[i].article.id);
        if (placement.origin == originals[i].article.id)
            continue;
        double common = 0;
        for (const Test::LabelledArticle& other : originals) {
            if (other.article.id != originals[i].article.id)
                common = std::max(common, commonRuns(other.article.text, originals[i].article.text));
        }
        found += 1;
        right += common >= 0.25;
        copies += common >= 0.25;
    }
    for (auto it = byEdit.cbegin(); it != byEdit.cend(); ++it)
        qInfo("%s: %d of %d", qPrintable(it.key()), it->first, it->second);
    qInfo("precision %.3f recall %.3f of %d", double(right) / found, double(right) / copies, copies);
    QVERIFY(double(right) / found >= precision);
    QVERIFY(double(right) / copies >= recall);
}

QTEST_APPLESS_MAIN(NearDuplicatesTest)

#include "tst_nearduplicates.moc"
