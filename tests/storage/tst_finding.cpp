// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// One story found: by what a person types, by link or headline, and as another's likely duplicate.
class FindingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsByHandle();
    void refusesHandles();
    void findsByLink();
    void findsByHeadlineAndUuid();
    void judgesLikeness_data();
    void judgesLikeness();
    void sameLinkIsADuplicate();
    void spikedStoriesAreNoDuplicates();

private:
    std::unique_ptr<StoreFixture> m_desk;
};

void FindingTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

static Dossier storyOf(const QString& uuid, const QString& slug)
{
    Dossier dossier = plainDossier(u"Story "_s + slug);
    dossier.story.uuid = QUuid(uuid);
    dossier.story.slug = slug;
    return dossier;
}

void FindingTest::findsByHandle()
{
    const StoryId a = m_desk->add(storyOf(u"{abcd1234-0000-4000-8000-000000000001}"_s, u"first"_s));
    const StoryId b = m_desk->add(storyOf(u"{abcd5678-0000-4000-8000-000000000002}"_s, u"second"_s));
    Store& store = m_desk->store();
    QCOMPARE(need(store.findStory(QString::number(number(a)))), a);
    QCOMPARE(need(store.findStory(u"second"_s)), b);
    QCOMPARE(need(store.findStory(u" abcd5678-0000-4000-8000-000000000002 "_s)), b);
    QCOMPARE(need(store.findStory(u"{ABCD5678-0000-4000-8000-000000000002}"_s)), b);
    QCOMPARE(need(store.findStory(u"abcd1"_s)), a);
    QCOMPARE(need(store.findStory(u"ABCD5678-00"_s)), b);
}

void FindingTest::refusesHandles()
{
    m_desk->add(storyOf(u"{abcd1234-0000-4000-8000-000000000001}"_s, u"same"_s));
    m_desk->add(storyOf(u"{abcd5678-0000-4000-8000-000000000002}"_s, u"same"_s));
    Store& store = m_desk->store();
    QCOMPARE(store.findStory(u"abcd"_s).error().code, ErrorCode::InvalidInput);
    QCOMPARE(store.findStory(u"same"_s).error().code, ErrorCode::InvalidInput);
    for (const QString& handle :
         {u"99"_s, u"nothing"_s, QString(), u"ffff"_s, u"-1"_s, u"'; DROP TABLE story; --"_s})
        QCOMPARE(store.findStory(handle).error().code, ErrorCode::NotFound);
}

void FindingTest::findsByLink()
{
    const StoryId id = m_desk->add(fullDossier());
    Store& store = m_desk->store();
    QCOMPARE(store.storyWithLink(u"http://www.x.example/status/1/?utm_source=a#b"_s), id);
    QCOMPARE(store.storyWithLink(u"https://techcrunch.example/open-model"_s), id); // one of its articles
    QVERIFY(!store.storyWithLink(u"https://x.example/status/2"_s));
    m_desk->add(plainDossier(u"Without link"_s));
    QVERIFY(!store.storyWithLink({}));
}

void FindingTest::findsByHeadlineAndUuid()
{
    const StoryId id = m_desk->add(fullDossier());
    Store& store = m_desk->store();
    QCOMPARE(store.storyWithHeadline(u"OPEN model passes 10M downloads, in a week: family reaches 500M."_s),
             id);
    QVERIFY(!store.storyWithHeadline(u"Open model passes 20M downloads in a week; family reaches 500M"_s));
    QVERIFY(!store.storyWithHeadline({}));
    QVERIFY(!store.storyWithHeadline(u"…"_s));
    QCOMPARE(store.storyWithUuid(fullDossier().story.uuid), id);
    QVERIFY(!store.storyWithUuid(QUuid::createUuid()));
    QVERIFY(!store.storyWithUuid({}));
}

void FindingTest::judgesLikeness_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("alike");
    QTest::newRow("the same") << u"Lab releases open model with ten million downloads"_s
                              << u"Lab releases open model with ten million downloads"_s << true;
    QTest::newRow("punctuation and case")
        << u"Lab Releases Open Model!"_s << u"lab: releases 'open' model"_s << true;
    QTest::newRow("one word more") << u"Lab releases open model with ten million downloads"_s
                                   << u"Lab releases new open model with ten million downloads"_s << true;
    QTest::newRow("half of it") << u"Lab releases open model with ten million downloads"_s
                                << u"Lab closes office after ten years"_s << false;
    QTest::newRow("other subject") << u"Lab releases open model with ten million downloads"_s
                                   << u"Central bank keeps its rate for a third month"_s << false;
    QTest::newRow("short and the same") << u"Model released"_s << u"Model released."_s << true;
    QTest::newRow("short and near") << u"Model released"_s << u"Model recalled"_s << false;
    QTest::newRow("no words") << u"…"_s << u"?!"_s << false;
}

void FindingTest::judgesLikeness()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, alike);
    Dossier second = plainDossier(other);
    second.story.uuid = QUuid::createUuid();
    const StoryId a = m_desk->add(plainDossier(one));
    QCOMPARE(m_desk->store().likelyDuplicateOf(a), QString()); // never itself
    const StoryId b = m_desk->add(second);
    QCOMPARE(m_desk->store().likelyDuplicateOf(a), alike ? other : QString());
    QCOMPARE(m_desk->store().likelyDuplicateOf(b), alike ? one : QString());
    QCOMPARE(m_desk->store().likelyDuplicateOf(StoryId(99)), QString());
}

void FindingTest::sameLinkIsADuplicate()
{
    Dossier one = plainDossier(u"One way to say it"_s);
    Dossier other = plainDossier(u"Quite another way"_s);
    one.story.link = u"https://example.com/a?utm_source=x"_s;
    other.story.link = u"http://www.example.com/a"_s;
    const StoryId id = m_desk->add(one);
    m_desk->add(other);
    QCOMPARE(m_desk->store().likelyDuplicateOf(id), other.story.headline);
}

void FindingTest::spikedStoriesAreNoDuplicates()
{
    Dossier other = plainDossier(u"Lab releases open model with ten million downloads"_s);
    const StoryId spiked = m_desk->add(other);
    other.story.uuid = QUuid::createUuid();
    const StoryId id = m_desk->add(other);
    QVERIFY(!m_desk->store().likelyDuplicateOf(id).isEmpty());
    m_desk->edit(spiked, StoryField::State, u"spiked|incoming|merged"_s);
    QVERIFY(m_desk->store().likelyDuplicateOf(id).isEmpty());
}

QTEST_GUILESS_MAIN(FindingTest)
#include "tst_finding.moc"
