// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/impact.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Which method a desk computes by, and that every story follows it.
class MethodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithTheBuiltIn();
    void recomputesEveryStory();
    void refusesUnknownMethods();
    void keepsItsOwnMethods();
    void refusesToReplaceABuiltIn();
    void recomputesWhenTheMethodInUseIsSaved();
    void followsTheSetting();
    void removesAVersion();

private:
    static Method house();
    std::optional<double> impact(StoryId id) const
    {
        return m_desk->store().queueRows({id})->first().impactLow;
    }

    std::unique_ptr<StoreFixture> m_desk;
};

void MethodsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

Method MethodsTest::house()
{
    Method method = *builtInMethod(u"impact"_s);
    method.key = u"house"_s;
    method.name = u"House method"_s;
    method.penaltyPercent = 0;
    return method;
}

void MethodsTest::beginsWithTheBuiltIn()
{
    QCOMPARE(m_desk->store().activeMethod(), builtInMethods().first());
    QCOMPARE(m_desk->store().methods(), builtInMethods());
}

void MethodsTest::recomputesEveryStory()
{
    const StoryId full = m_desk->add(fullDossier());
    const StoryId plain = m_desk->add(plainDossier(u"Plain"_s));
    QVERIFY(std::abs(*impact(full) - 7.389) < 0.0005);
    QList<StoryId> changed;
    connect(&m_desk->store(), &Store::storiesChanged, this, [&changed](const auto& ids) { changed += ids; });
    const QSignalSpy method(&m_desk->store(), &Store::methodChanged);
    need(m_desk->store().setActiveMethod(u"published"_s));
    QVERIFY(std::abs(*impact(full) - 7.770) < 0.0005);
    QVERIFY(!impact(plain));
    QCOMPARE(changed, QList<StoryId>({full}));
    QCOMPARE(method.size(), 1);
    QVERIFY(m_desk->store().queueRows({full})->first().vector.startsWith(u"published:1/"_s));
    m_desk->open();
    QCOMPARE(m_desk->store().activeMethod().key, u"published"_s);
    need(m_desk->store().setActiveMethod(u"impact"_s));
    const auto exact = impactOf(m_desk->store().activeMethod(), fullDossier().cards.first());
    QCOMPARE(impact(full), exact->low); // to the last bit
}

void MethodsTest::refusesUnknownMethods()
{
    const auto refused = m_desk->store().setActiveMethod(u"elsewhere"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->store().activeMethod().key, u"impact"_s);
}

void MethodsTest::keepsItsOwnMethods()
{
    need(m_desk->store().saveMethod(house()));
    Method next = house();
    next.version = 2;
    next.penaltyPercent = 10;
    need(m_desk->store().saveMethod(next));
    m_desk->open();
    const auto methods = m_desk->store().methods();
    QCOMPARE(methods.size(), builtInMethods().size() + 1);
    QCOMPARE(methods.last(), next); // the latest version of it
}

void MethodsTest::refusesToReplaceABuiltIn()
{
    QCOMPARE(m_desk->store().saveMethod(builtInMethods().first()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_desk->store().saveMethod({}).error().code, ErrorCode::InvalidInput);
    Method broken = house();
    broken.bands.clear();
    QVERIFY(!m_desk->store().saveMethod(broken));
    QCOMPARE(m_desk->store().methods(), builtInMethods());
}

void MethodsTest::recomputesWhenTheMethodInUseIsSaved()
{
    const StoryId id = m_desk->add(fullDossier());
    need(m_desk->store().saveMethod(house()));
    need(m_desk->store().setActiveMethod(u"house"_s));
    const double before = *impact(id);
    Method harsher = house();
    harsher.penaltyPercent = 100;
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    need(m_desk->store().saveMethod(harsher));
    QVERIFY(std::abs(*impact(id) - (before - 1.5)) < 1e-9);
    QCOMPARE(changed.size(), 1);
}

void MethodsTest::followsTheSetting()
{
    const StoryId id = m_desk->add(fullDossier());
    need(m_desk->store().setSetting(u"active_method"_s, u"published"_s)); // as an imported desk sets it
    QVERIFY(std::abs(*impact(id) - 7.770) < 0.0005);
    QVERIFY(!m_desk->store().setSetting(u"active_method"_s, u"elsewhere"_s));
}

void MethodsTest::removesAVersion()
{
    const StoryId id = m_desk->add(fullDossier());
    need(m_desk->store().saveMethod(house()));
    need(m_desk->store().setActiveMethod(u"house"_s));
    const double before = *impact(id);
    Method next = house();
    next.version = house().version + 1;
    next.penaltyPercent = 100;
    need(m_desk->store().saveMethod(next));
    QVERIFY(*impact(id) < before);
    need(m_desk->store().removeMethod(u"house"_s, next.version));
    QCOMPARE(m_desk->store().activeMethod(), house());
    QCOMPARE(*impact(id), before);
    const auto last = m_desk->store().removeMethod(u"house"_s, house().version); // it is in use
    QVERIFY(!last);
    QCOMPARE(last.error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_desk->store().activeMethod(), house());
    need(m_desk->store().setActiveMethod(u"impact"_s));
    need(m_desk->store().removeMethod(u"house"_s, house().version));
    QCOMPARE(m_desk->store().methods(), builtInMethods());
}

QTEST_GUILESS_MAIN(MethodsTest)
#include "tst_methods.moc"
