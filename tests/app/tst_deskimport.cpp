// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deskcontents.h"
#include "tests/app/intakedesk.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A desk export taken in: as the desk that it was, or as another's.
class DeskImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsAWholeDeskBack();
    void tellsStoriesOfADeskApart();
    void bringsSettingsAndOutletsBack();
    void foreignStoriesComeArmed_data();
    void foreignStoriesComeArmed();
};

void DeskImportTest::bringsAWholeDeskBack()
{
    const auto store = emptyDesk();
    const auto ids =
        store->addStories({fullDossier(), plainDossier(u"A"_s), plainDossier(u"B"_s)}, {u"Ada"_s, 0});
    QVERIFY(ids);
    QVERIFY(store->applyEdits({{ids->at(1), StoryField::State, {}, u"spiked|incoming|old news"_s, {}},
                               {ids->at(2), StoryField::Score, u"stakes"_s, u"7.5"_s, {}},
                               {ids->at(2), StoryField::Rationale, u"stakes"_s, u"it is law"_s, {}},
                               {ids->at(2), StoryField::Overrule, u"drift"_s, u"rounded"_s, {}}},
                              {u"Ben"_s, 0}));
    ExportRecord record{now, u"Ada"_s, u"pdf"_s, u"/tmp/x.pdf"_s, QString(64, u'a'), {}, 7.4};
    QVERIFY(store->recordExport({ids->first()}, record));
    const auto exported = contentsOf(*store);
    QVERIFY(exported);
    QCOMPARE(exported->dossiers.size(), 3);
    const auto other = emptyDesk();
    const auto plan = planFromBytes(deskToJson(*exported), u"desk.json"_s, at(*other));
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    applied(*other, *plan);
    const auto back = contentsOf(*other);
    QVERIFY(back);
    QCOMPARE(deskToJson(*back), deskToJson(*exported));
}

void DeskImportTest::tellsStoriesOfADeskApart()
{
    const auto store = emptyDesk();
    Dossier first = fullDossier();
    Dossier second = plainDossier(u"Another"_s);
    second.story.headline = first.story.headline;
    second.story.link = first.story.link;
    second.storySignals = {{u"points"_s, u"Hacker News"_s, 12.0, {}, now}}; // worth a merge
    const QByteArray exported = deskExport({first, second});
    const auto plan = planFromBytes(exported, u"desk.json"_s, at(*store));
    QVERIFY(plan);
    QCOMPARE(acts(*plan), QList<Act>(2, Act::Add));
    QCOMPARE(applied(*store, *plan).added.size(), 2);
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*store))), QList<Act>(2, Act::Skip));

    // On a desk that has one of them, or one that looks like both.
    const auto half = emptyDesk();
    QVERIFY(half->addStories({first}, {u"Ada"_s, 0}));
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*half))), QList<Act>({Act::Skip, Act::Add}));
    QCOMPARE(acts(*planFromBytes(deskExport({second}), u"desk.json"_s, at(*half))), QList<Act>{Act::Merge});
    const auto alike = emptyDesk();
    Dossier third = second;
    third.story.uuid = QUuid::createUuid();
    QVERIFY(alike->addStories({third}, {u"Ada"_s, 0}));
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*alike))), QList<Act>(2, Act::Add));

    // The same story in two files is one; text is still told by its words.
    QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    const QStringList files = {
        write(u"a.json"_s, exported), write(u"b.json"_s, exported),
        write(u"c.txt"_s, first.story.headline.toUtf8() + "\n" + first.story.summary.toUtf8())};
    const auto fresh = emptyDesk();
    const auto several = planFromFiles(files, at(*fresh));
    QVERIFY(several);
    QCOMPARE(acts(*several), QList<Act>({Act::Add, Act::Add, Act::Skip, Act::Skip, Act::Skip}));
}

void DeskImportTest::bringsSettingsAndOutletsBack()
{
    const auto store = emptyDesk();
    QVERIFY(store->addStories({fullDossier()}, {u"Ada"_s, 0}));
    QVERIFY(store->setActiveMethod(u"published"_s));
    QVERIFY(store->setSetting(u"desk_name"_s, u"Night desk"_s));
    for (Outlet outlet : store->outlets()) {
        if (outlet.name == u"Reuters"_s)
            outlet.tier = 0;
        else if (outlet.name == u"OpenAI"_s)
            outlet.firstParty = false;
        else
            continue;
        QVERIFY(store->saveOutlet(outlet));
    }
    const QByteArray exported = deskToJson(*contentsOf(*store));
    const auto other = emptyDesk();
    const auto plan = planFromBytes(exported, u"desk.json"_s, at(*other));
    QVERIFY(plan);
    applied(*other, *plan);
    QCOMPARE(other->activeMethod().key, u"published"_s);
    QCOMPARE(deskToJson(*contentsOf(*other)), exported);
}

void DeskImportTest::foreignStoriesComeArmed_data()
{
    QTest::addColumn<QByteArray>("id"); ///< the desk that the export names
    QTest::addColumn<bool>("pdf");
    QTest::addColumn<bool>("empty"); ///< the desk that takes it in
    QTest::addColumn<QString>("analyst");
    QTest::addColumn<bool>("armed");
    const QByteArray other = QUuid::createUuid().toByteArray();
    QTest::newRow("own") << QByteArray("own") << false << false << u"Ada"_s << false;
    QTest::newRow("own, as PDF") << QByteArray("own") << true << false << u"Ada"_s << true;
    QTest::newRow("unnamed") << QByteArray() << false << true << u"Ada"_s << true;
    QTest::newRow("another desk's") << other << false << false << u"Ada"_s << true;
    QTest::newRow("of a desk that starts again") << other << false << true << u"Ada"_s << false;
    QTest::newRow("the same by somebody else") << other << false << true << u"Eve"_s << true;
    QTest::newRow("into an empty desk, as PDF") << other << true << true << u"Ada"_s << true;
}

void DeskImportTest::foreignStoriesComeArmed()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, pdf);
    QFETCH(bool, empty);
    QFETCH(QString, analyst);
    QFETCH(bool, armed);
    const auto store = emptyDesk();
    if (!empty)
        QVERIFY(store->addStories({plainDossier(u"There"_s)}, {u"Ada"_s, 0}));
    DeskContents contents;
    contents.desk = id == "own" ? store->deskId() : QUuid::fromString(QString::fromLatin1(id));
    Dossier fit = fullDossier();
    fit.cards.first().analyst = u"Ada"_s;
    fit.story.state.stage = Stage::Ready;
    Dossier unfit = plainDossier(u"Pay at\u202e once"_s);
    unfit.cards = fit.cards;
    unfit.story.state.stage = Stage::Ready;
    unfit.overrules = {{u"hidden-characters"_s, u"trust me"_s}};
    Dossier spiked = plainDossier(u"Spiked\u202e"_s);
    spiked.story.state = unfit.story.state.spiked(u"old"_s);
    contents.dossiers = {fit, unfit, spiked};
    const QByteArray json = deskToJson(contents);
    const QByteArray bytes = pdf ? pdfCarrying(json, "scoredesk-stories.json") : json;
    const auto plan = planFromBytes(bytes, u"desk.json"_s, {*store, analyst, now});
    QVERIFY(plan);
    QCOMPARE(plan->items.size(), 3);
    const Dossier& came = plan->items[1].dossier;
    QCOMPARE(came.overrules.isEmpty(), armed);
    QCOMPARE(came.story.state.stage, armed ? Stage::Shortlisted : Stage::Ready);
    QCOMPARE(plan->items[1].why.isEmpty(), !armed);
    QCOMPARE(plan->items[2].dossier.story.state.before, armed ? Stage::Shortlisted : Stage::Ready);
    if (analyst == u"Ada"_s) // whose card makes it fit to be ready
        QCOMPARE(plan->items[0].dossier.story.state.stage, Stage::Ready);
}

QTEST_GUILESS_MAIN(DeskImportTest)
#include "tst_deskimport.moc"
