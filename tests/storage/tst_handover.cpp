// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// A change made so many minutes after ten o'clock.
struct Act {
    int minute = 0;
    StoryField field = StoryField::State;
    QString value;
    QString analyst = u"Ada"_s;
};

} // namespace

Q_DECLARE_METATYPE(QList<Act>)

/// Shifts, and what is handed over of one.
class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shiftBeginsAndEnds();
    void shiftLeftRunningGoesOn();
    void analystsHaveShiftsOfTheirOwn();
    void clockSetBackEndsNoShiftBeforeItBegan();
    void refusesShifts();
    void tellsWhatWasLeft_data();
    void tellsWhatWasLeft();
    void namesWhoElseMovedLast();
    void valuesAreThoseOfTheSpan();
    void exportsAreToldOnce();
    void exportedAndRemovedIsCounted();
    void ordersByTheLastAct();
    void nobodyDidNothing();

private:
    QDateTime at(int minute) const { return m_start.addSecs(60 * minute); }
    void act(StoryId story, const Act& act)
    {
        m_desk->now = at(act.minute);
        const QString dimension = act.field == StoryField::Score ? u"stakes"_s : QString();
        need(m_desk->store().applyEdits({{story, act.field, dimension, act.value, {}}}, {act.analyst}));
    }
    void sendOut(const QList<StoryId>& stories, int minute, const QString& format, const QString& analyst)
    {
        ExportRecord record;
        record.at = at(minute);
        record.analyst = analyst;
        record.format = format;
        record.path = u"/out"_s;
        need(m_desk->store().recordExport(stories, record));
    }
    Handover between(int from, int to) { return need(m_desk->store().handover(u"Ada"_s, at(from), at(to))); }

    std::unique_ptr<StoreFixture> m_desk;
    QDateTime m_start;
};

void HandoverTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_start = m_desk->now;
    m_desk->open();
}

void HandoverTest::shiftBeginsAndEnds()
{
    Store& store = m_desk->store();
    QVERIFY(store.lastShifts(u"Ada"_s, 5).isEmpty());
    QCOMPARE(need(store.beginShift(u"Ada"_s)), (Shift{u"Ada"_s, at(0), {}}));
    m_desk->now = at(480);
    QCOMPARE(need(store.endShift(u"Ada"_s)), (Shift{u"Ada"_s, at(0), at(480)}));
    m_desk->now = at(1440);
    QVERIFY(need(store.beginShift(u"Ada"_s)).isRunning());
    const QList<Shift> last = store.lastShifts(u"Ada"_s, 5);
    QCOMPARE(last, (QList<Shift>{{u"Ada"_s, at(1440), {}}, {u"Ada"_s, at(0), at(480)}}));
    QCOMPARE(store.lastShifts(u"Ada"_s, 1), last.mid(0, 1));
}

void HandoverTest::shiftLeftRunningGoesOn()
{
    need(m_desk->store().beginShift(u"Ada"_s));
    m_desk->now = at(60);
    m_desk->open(); // as after a crash
    QCOMPARE(need(m_desk->store().beginShift(u"Ada"_s)).beganAt, at(0));
    QCOMPARE(m_desk->store().lastShifts(u"Ada"_s, 5).size(), 1);
    QCOMPARE(need(m_desk->store().endShift(u"Ada"_s)).beganAt, at(0));
}

void HandoverTest::analystsHaveShiftsOfTheirOwn()
{
    Store& store = m_desk->store();
    need(store.beginShift(u"Ada"_s));
    QVERIFY(!store.endShift(u"Bea"_s));
    need(store.beginShift(u"Bea"_s));
    need(store.endShift(u"Bea"_s));
    QVERIFY(store.lastShifts(u"Ada"_s, 1).first().isRunning());
    QVERIFY(!store.lastShifts(u"Bea"_s, 1).first().isRunning());
}

void HandoverTest::clockSetBackEndsNoShiftBeforeItBegan()
{
    need(m_desk->store().beginShift(u"Ada"_s));
    m_desk->now = at(-30);
    QCOMPARE(need(m_desk->store().endShift(u"Ada"_s)).endedAt, at(0));
    QCOMPARE(m_desk->store().lastShifts(u"Ada"_s, 1).first().endedAt, at(0));
}

void HandoverTest::refusesShifts()
{
    const auto none = m_desk->store().endShift(u"Ada"_s);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(none.error().message.contains(u"Ada"_s));
    const auto nameless = m_desk->store().beginShift(u" "_s);
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().code, ErrorCode::InvalidInput);
    QVERIFY(m_desk->store().lastShifts(u" "_s, 1).isEmpty());
}

void HandoverTest::tellsWhatWasLeft_data()
{
    QTest::addColumn<QList<Act>>("acts");
    QTest::addColumn<QString>("state"); // empty: the story is not handed over
    QTest::addColumn<bool>("moved");
    QTest::addColumn<bool>("scored");
    const auto state = StoryField::State;
    const auto score = StoryField::Score;
    const QString kept = u"shortlisted"_s;
    const QString spiked = u"spiked|shortlisted|rehash"_s;

    QTest::newRow("kept") << QList<Act>{{70, state, kept}} << kept << true << false;
    QTest::newRow("kept, then spiked")
        << QList<Act>{{70, state, kept}, {80, state, spiked}} << spiked << true << false;
    QTest::newRow("spiked, then kept again")
        << QList<Act>{{70, state, u"spiked|incoming|dull"_s}, {80, state, kept}} << kept << true << false;
    QTest::newRow("done and taken back")
        << QList<Act>{{70, state, kept}, {80, state, u"incoming"_s}} << QString() << false << false;
    QTest::newRow("before the span") << QList<Act>{{50, state, kept}} << QString() << false << false;
    QTest::newRow("after the span") << QList<Act>{{130, state, kept}} << QString() << false << false;
    QTest::newRow("at its first instant") << QList<Act>{{60, state, kept}} << kept << true << false;
    QTest::newRow("at its last instant") << QList<Act>{{120, state, kept}} << kept << true << false;
    QTest::newRow("moved on after it")
        << QList<Act>{{70, state, kept}, {130, state, spiked}, {140, state, u"ready"_s}} << kept << true
        << false;
    QTest::newRow("another's") << QList<Act>{{70, state, kept, u"Bea"_s}} << QString() << false << false;
    QTest::newRow("kept, another moved it on")
        << QList<Act>{{70, state, kept}, {80, state, u"ready"_s, u"Bea"_s}} << u"ready"_s << true << false;
    QTest::newRow("scored") << QList<Act>{{70, score, u"7"_s}} << u"incoming"_s << false << true;
    QTest::newRow("scored and unset again")
        << QList<Act>{{70, score, u"7"_s}, {80, score, QString()}} << QString() << false << false;
    QTest::newRow("scored and kept") << QList<Act>{{70, score, u"7"_s}, {80, state, kept}} << kept << true
                                     << true;
    QTest::newRow("another scored") << QList<Act>{{70, score, u"7"_s, u"Bea"_s}} << QString() << false
                                    << false;
    QTest::newRow("only a headline edited")
        << QList<Act>{{70, StoryField::Headline, u"Other"_s}} << QString() << false << false;
}

void HandoverTest::tellsWhatWasLeft()
{
    QFETCH(const QList<Act>, acts);
    QFETCH(const QString, state);
    QFETCH(const bool, moved);
    QFETCH(const bool, scored);
    const StoryId story = m_desk->add(plainDossier(u"Port strike ends"_s));
    for (const Act& step : acts)
        act(story, step);
    const Handover handover = between(60, 120);
    QCOMPARE(handover.stories.size(), state.isEmpty() ? 0 : 1); // however much was done to it
    if (state.isEmpty())
        return;
    const HandoverStory& told = handover.stories.first();
    QCOMPARE(told.id, story);
    QCOMPARE(told.headline, u"Port strike ends"_s);
    QCOMPARE(toText(told.state), state);
    QCOMPARE(told.moved, moved);
    QCOMPARE(told.scored, scored);
}

void HandoverTest::namesWhoElseMovedLast()
{
    const StoryId story = m_desk->add(plainDossier(u"Port strike ends"_s));
    act(story, {70, StoryField::State, u"shortlisted"_s});
    act(story, {80, StoryField::State, u"ready"_s, u"Bea"_s});
    act(story, {100, StoryField::State, u"shortlisted"_s});
    act(story, {130, StoryField::State, u"ready"_s, u"Bea"_s});
    QCOMPARE(between(60, 75).stories.value(0).movedBy, QString());
    QCOMPARE(between(60, 90).stories.value(0).movedBy, u"Bea"_s);
    QCOMPARE(between(60, 120).stories.value(0).movedBy, QString());
}

void HandoverTest::valuesAreThoseOfTheSpan()
{
    const StoryId story = m_desk->add(plainDossier(u"Port strike ends"_s));
    act(story, {50, StoryField::Score, u"3"_s});
    act(story, {70, StoryField::Score, u"6.5"_s});
    act(story, {130, StoryField::Score, u"9"_s});
    act(story, {140, StoryField::Score, QString()});
    const HandoverStory told = between(60, 120).stories.value(0);
    QCOMPARE(told.card.value(u"stakes"_s), Score::fromTenths(65));
    QCOMPARE(told.card.analyst, u"Ada"_s);
    QCOMPARE(between(125, 135).stories.value(0).card.value(u"stakes"_s), Score::fromTenths(90));
}

void HandoverTest::exportsAreToldOnce()
{
    const StoryId story = m_desk->add(fullDossier());
    sendOut({story}, 50, u"html"_s, u"Ada"_s);
    sendOut({story}, 70, u"pdf"_s, u"Ada"_s);
    sendOut({story}, 80, u"markdown"_s, u"Ada"_s);
    sendOut({story}, 90, u"pdf"_s, u"Ada"_s);
    sendOut({story}, 100, u"csv"_s, u"Bea"_s);
    const Handover handover = between(60, 120);
    QCOMPARE(handover.stories.size(), 1);
    QCOMPARE(handover.stories.first().exportedAt, at(90));
    QCOMPARE(handover.stories.first().formats, (QStringList{u"pdf"_s, u"markdown"_s}));
    QVERIFY(!handover.stories.first().scored);
    QCOMPARE(handover.stories.first().card.value(u"stakes"_s), Score::fromTenths(70));
    QCOMPARE(handover.exportedAndGone, 0);
}

void HandoverTest::exportedAndRemovedIsCounted()
{
    const StoryId story = m_desk->add(fullDossier());
    sendOut({story}, 70, u"pdf"_s, u"Ada"_s);
    sendOut({story}, 80, u"html"_s, u"Ada"_s);
    need(m_desk->store().removeStories({story}));
    const Handover handover = between(60, 120);
    QVERIFY(handover.stories.isEmpty());
    QCOMPARE(handover.exportedAndGone, 1);
}

void HandoverTest::ordersByTheLastAct()
{
    const StoryId first = m_desk->add(plainDossier(u"First"_s));
    const StoryId second = m_desk->add(plainDossier(u"Second"_s));
    act(first, {70, StoryField::State, u"shortlisted"_s});
    act(second, {80, StoryField::State, u"shortlisted"_s});
    act(first, {90, StoryField::State, u"ready"_s});
    QList<StoryId> ids;
    for (const HandoverStory& story : between(60, 120).stories)
        ids.append(story.id);
    QCOMPARE(ids, (QList<StoryId>{second, first}));
}

void HandoverTest::nobodyDidNothing()
{
    const StoryId story = m_desk->add(plainDossier(u"First"_s));
    act(story, {70, StoryField::State, u"shortlisted"_s});
    const Handover nobody = need(m_desk->store().handover(u"Nobody"_s, at(0), at(200)));
    QVERIFY(nobody.stories.isEmpty());
    QCOMPARE(nobody.analyst, u"Nobody"_s);
    QVERIFY(between(120, 60).stories.isEmpty());
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
