// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

using Spoil = std::function<void(QJsonObject&)>;
Q_DECLARE_METATYPE(Spoil)

/// Methods as files: the two the program ships, and what is refused.
class MethodFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shipsTwoMethods();
    void rubricsAreComplete();
    void writesWhatItReads();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void unknownDimensionsAreNull();
};

void MethodFileTest::shipsTwoMethods()
{
    QCOMPARE(builtInMethods().size(), 2);
    const Method& impact = builtInMethods().first();
    QCOMPARE(impact.key, u"impact"_s);
    QCOMPARE(impact.name, u"Impact scorecard"_s);
    QCOMPARE(impact.form, Method::Form::Penalty);
    QCOMPARE(impact.penaltyPercent, 20);
    const Method* const published = builtInMethod(u"published"_s);
    QVERIFY(published);
    QCOMPARE(published->name, u"Published methodology"_s);
    QCOMPARE(published->form, Method::Form::Trust);
    QVERIFY(!builtInMethod(u"none"_s));

    const QList<int> weights = {22, 18, 15, 12, 12, 11};
    int sum = 0;
    for (const Method& method : builtInMethods()) {
        QCOMPARE(method.dimensions.size(), 7);
        for (qsizetype i = 0; i < weights.size(); ++i) {
            QCOMPARE(method.dimensions.at(i).weight, weights.at(i));
            QCOMPARE(method.dimensions.at(i).polarity, Dimension::Polarity::Benefit);
        }
        QCOMPARE(method.dimensions.last().polarity, Dimension::Polarity::Risk);
    }
    for (const Dimension& dimension : published->dimensions)
        sum += dimension.weight;
    QCOMPARE(sum, 100);
}

void MethodFileTest::rubricsAreComplete()
{
    for (const Method& method : builtInMethods())
        for (const Dimension& dimension : method.dimensions) {
            QCOMPARE(dimension.rubric.keys(), (QList<int>{2, 4, 6, 8, 10}));
            for (const QString& sentence : dimension.rubric)
                QVERIFY2(sentence.size() > 20 && sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY(dimension.highMeans.endsWith(u'.'));
        }
}

void MethodFileTest::writesWhatItReads()
{
    for (const Method& method : builtInMethods()) {
        const Result<Method> again = parseMethod(methodToJson(method));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(*again, method);
    }
}

static void editDimension(QJsonObject& method, int index, const std::function<void(QJsonObject&)>& edit)
{
    QJsonArray dimensions = method.value(u"dimensions"_s).toArray();
    QJsonObject dimension = dimensions.at(index).toObject();
    edit(dimension);
    dimensions[index] = dimension;
    method.insert(u"dimensions"_s, dimensions);
}

static QJsonObject band(double from)
{
    return {{u"from"_s, from}, {u"label"_s, u"Band"_s}};
}

void MethodFileTest::refuses_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QString& named, const Spoil& spoil) {
        QTest::newRow(name) << spoil << named;
    };
    row("no key", u"key"_s, [](QJsonObject& m) { m.remove(u"key"_s); });
    row("a key that would break the vector", u"key"_s, [](QJsonObject& m) { m[u"key"_s] = u"a/b:c"_s; });
    row("no name", u"name"_s, [](QJsonObject& m) { m[u"name"_s] = u" "_s; });
    row("unknown form", u"form"_s, [](QJsonObject& m) { m[u"form"_s] = u"median"_s; });
    row("version nought", u"version"_s, [](QJsonObject& m) { m[u"version"_s] = 0; });
    row("version with a fraction", u"version"_s, [](QJsonObject& m) { m[u"version"_s] = 1.5; });
    row("penalty below nought", u"penalty_percent"_s, [](QJsonObject& m) { m[u"penalty_percent"_s] = -1; });
    row("no dimensions", u"dimensions"_s, [](QJsonObject& m) { m.remove(u"dimensions"_s); });
    row("weight below nought", u"weight"_s,
        [](QJsonObject& m) { editDimension(m, 1, [](QJsonObject& d) { d[u"weight"_s] = -2; }); });
    row("weight as text", u"weight"_s,
        [](QJsonObject& m) { editDimension(m, 1, [](QJsonObject& d) { d[u"weight"_s] = u"22"_s; }); });
    row("doubled key", u"stakes"_s,
        [](QJsonObject& m) { editDimension(m, 1, [](QJsonObject& d) { d[u"key"_s] = u"stakes"_s; }); });
    row("doubled code", u"ST"_s,
        [](QJsonObject& m) { editDimension(m, 1, [](QJsonObject& d) { d[u"code"_s] = u"ST"_s; }); });
    row("code in small letters", u"code"_s,
        [](QJsonObject& m) { editDimension(m, 0, [](QJsonObject& d) { d[u"code"_s] = u"st"_s; }); });
    row("unknown polarity", u"polarity"_s,
        [](QJsonObject& m) { editDimension(m, 0, [](QJsonObject& d) { d[u"polarity"_s] = u"neutral"_s; }); });
    row("anchor off the scale", u"rubric"_s, [](QJsonObject& m) {
        editDimension(m, 0, [](QJsonObject& d) { d[u"rubric"_s] = QJsonObject{{u"12"_s, u"x"_s}}; });
    });
    row("only risks", u"benefit"_s, [](QJsonObject& m) {
        for (int i = 0; i < 6; ++i)
            editDimension(m, i, [](QJsonObject& d) { d[u"polarity"_s] = u"risk"_s; });
    });
    row("no benefit with a weight", u"benefit"_s, [](QJsonObject& m) {
        for (int i = 0; i < 6; ++i)
            editDimension(m, i, [](QJsonObject& d) { d[u"weight"_s] = 0; });
    });
    row("no bands", u"bands"_s, [](QJsonObject& m) { m.remove(u"bands"_s); });
    row("first band above nought", u"band 1"_s, [](QJsonObject& m) { m[u"bands"_s] = QJsonArray{band(1)}; });
    row("bands that do not ascend", u"band 3"_s, [](QJsonObject& m) {
        m[u"bands"_s] = QJsonArray{band(0), band(4), band(4)};
    });
    row("band above ten", u"band 2"_s, [](QJsonObject& m) { m[u"bands"_s] = QJsonArray{band(0), band(11)}; });
}

void MethodFileTest::refuses()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, named);
    QJsonObject json = QJsonDocument::fromJson(methodToJson(builtInMethods().first())).object();
    spoil(json);
    const Result<Method> method = parseMethod(QJsonDocument(json).toJson());
    QVERIFY(!method);
    QCOMPARE(method.error().code, ErrorCode::InvalidInput);
    QVERIFY2(method.error().message.contains(named), qPrintable(method.error().message));
}

void MethodFileTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("cut short") << methodToJson(builtInMethods().first()).left(300);
    QTest::newRow("binary") << QByteArray("\0\xff\xfe", 3);
    QTest::newRow("deeply nested") << QByteArray(100'000, '[');
}

void MethodFileTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, bytes);
    const Result<Method> method = parseMethod(bytes);
    QVERIFY(!method);
    QCOMPARE(method.error().code, ErrorCode::InvalidInput);
}

void MethodFileTest::unknownDimensionsAreNull()
{
    const Method& method = builtInMethods().first();
    QCOMPARE(method.byKey(u"novelty"_s), &method.dimensions.at(1));
    QCOMPARE(method.byCode(u"NO"_s), &method.dimensions.at(1));
    QVERIFY(!method.byKey(u"NO"_s));
    QVERIFY(!method.byCode(u"novelty"_s));
}

QTEST_APPLESS_MAIN(MethodFileTest)
#include "tst_methodfile.moc"
