// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/queryreader.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// How a query is taken apart, and what is said of one that cannot be.
class QueryReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void keepsWhatWasTyped_data();
    void keepsWhatWasTyped();
    void plainWordsAreNoQuery_data();
    void plainWordsAreNoQuery();
};

namespace {

QueryTerms terms(bool isTyped = false)
{
    QueryTerms terms;
    terms.dimensions = {u"stakes"_s, u"fud_risk"_s};
    terms.now = QDateTime(QDate(2026, 4, 9), QTime(12, 0), Qt::UTC);
    terms.isTyped = isTyped;
    return terms;
}

/// "(gemma & !(tag=gpu | impact>=7))": what was understood, in brackets.
QString shown(const Query& query)
{
    static const QMap<QueryField, QString> fields = {
        {QueryField::Text, {}},
        {QueryField::Title, u"title"_s},
        {QueryField::Outlet, u"outlet"_s},
        {QueryField::Tag, u"tag"_s},
        {QueryField::Category, u"category"_s},
        {QueryField::Impact, u"impact"_s},
        {QueryField::Coverage, u"coverage"_s},
        {QueryField::Tier, u"tier"_s},
        {QueryField::Trust, u"trust"_s},
        {QueryField::State, u"state"_s},
        {QueryField::Has, u"has"_s},
        {QueryField::Is, u"is"_s},
        {QueryField::Analyst, u"analyst"_s},
        {QueryField::Before, u"before"_s},
        {QueryField::After, u"after"_s},
    };
    static const QMap<Comparison, QString> signs = {{Comparison::Equal, u"="_s},
                                                    {Comparison::Less, u"<"_s},
                                                    {Comparison::AtMost, u"<="_s},
                                                    {Comparison::More, u">"_s},
                                                    {Comparison::AtLeast, u">="_s}};
    QStringList parts;
    for (const Query& part : query.parts)
        parts.append(shown(part));
    switch (query.kind) {
    case Query::Kind::All:
        return u'(' + parts.join(u" & "_s) + u')';
    case Query::Kind::Any:
        return u'(' + parts.join(u" | "_s) + u')';
    case Query::Kind::Not:
        return u'!' + parts.join(QString());
    case Query::Kind::Term:
        break;
    }
    const QueryTerm& term = query.term;
    const QString words = term.isStart && !term.words.endsWith(u'*') ? term.words + u'~' : term.words;
    if (term.field == QueryField::Text)
        return words;
    const QString value = term.time.isValid() ? term.time.toString(Qt::ISODate)
                          : term.field == QueryField::Impact || term.field == QueryField::Dimension ||
                                  term.field == QueryField::Coverage || term.field == QueryField::Tier
                              ? QString::number(term.number)
                              : words;
    return (term.field == QueryField::Dimension ? term.dimension : fields.value(term.field)) +
           signs.value(term.comparison) + value;
}

} // namespace

void QueryReaderTest::reads_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("is");
    QTest::newRow("word") << u"gemma"_s << u"gemma"_s;
    QTest::newRow("words") << u" gemma  open "_s << u"(gemma & open)"_s;
    QTest::newRow("phrase") << u"\"open weights\" gemma"_s << u"(open weights & gemma)"_s;
    QTest::newRow("start") << u"quant*"_s << u"quant*"_s;
    QTest::newRow("denied") << u"gemma -hype"_s << u"(gemma & !hype)"_s;
    QTest::newRow("denied phrase") << u"-\"open weights\""_s << u"!open weights"_s;
    QTest::newRow("denied group") << u"-(a OR b)"_s << u"!(a | b)"_s;
    QTest::newRow("denied twice") << u"--a"_s << u"!!a"_s;
    QTest::newRow("or binds less than and") << u"a b OR c"_s << u"((a & b) | c)"_s;
    QTest::newRow("three alternatives") << u"a OR b OR c"_s << u"(a | b | c)"_s;
    QTest::newRow("parentheses") << u"a (b OR c)"_s << u"(a & (b | c))"_s;
    QTest::newRow("parentheses without blanks") << u"a(b OR c)d"_s << u"(a & (b | c) & d)"_s;
    QTest::newRow("group of one") << u"((a))"_s << u"a"_s;
    QTest::newRow("or in lower case is a word") << u"a or b"_s << u"(a & or & b)"_s;
    QTest::newRow("starts like OR") << u"ORacle ORE"_s << u"(ORacle & ORE)"_s;
    QTest::newRow("hyphen within a word") << u"open-weights"_s << u"open-weights"_s;
    QTest::newRow("web address is a word") << u"https://a.example/b"_s << u"https://a.example/b"_s;
    QTest::newRow("time of day is a word") << u"12:30"_s << u"12:30"_s;
    QTest::newRow("at least") << u"impact>=7"_s << u"impact>=7"_s;
    QTest::newRow("more, decimal") << u"stakes>8.5"_s << u"stakes>8.5"_s;
    QTest::newRow("decimal comma") << u"stakes>8,5"_s << u"stakes>8.5"_s;
    QTest::newRow("at most") << u"fud_risk<=3"_s << u"fud_risk<=3"_s;
    QTest::newRow("less") << u"coverage<5"_s << u"coverage<5"_s;
    QTest::newRow("equal by colon") << u"tier:1"_s << u"tier=1"_s;
    QTest::newRow("equal") << u"tier=1"_s << u"tier=1"_s;
    QTest::newRow("field in capitals") << u"Impact>=7"_s << u"impact>=7"_s;
    QTest::newRow("trust") << u"trust:High"_s << u"trust=high"_s;
    QTest::newRow("state by its view") << u"state:shortlist"_s << u"state=shortlisted"_s;
    QTest::newRow("category") << u"category:\"AI chips\""_s << u"category=AI chips"_s;
    QTest::newRow("none") << u"tag:\"\""_s << u"tag="_s;
    QTest::newRow("has") << u"has:note"_s << u"has=note"_s;
    QTest::newRow("flag") << u"unscored"_s << u"is=unscored"_s;
    QTest::newRow("quoted flag is a word") << u"\"unscored\""_s << u"unscored"_s;
    QTest::newRow("analyst") << u"analyst:me"_s << u"analyst=me"_s;
    QTest::newRow("day") << u"before:2026-04-01"_s << u"before=2026-04-01T00:00:00Z"_s;
    QTest::newRow("month") << u"after:2026-04"_s << u"after=2026-04-01T00:00:00Z"_s;
    QTest::newRow("year") << u"after:2026"_s << u"after=2026-01-01T00:00:00Z"_s;
    QTest::newRow("today") << u"after:today"_s << u"after=2026-04-09T00:00:00Z"_s;
    QTest::newRow("yesterday") << u"after:yesterday"_s << u"after=2026-04-08T00:00:00Z"_s;
    QTest::newRow("hours ago") << u"after:-12h"_s << u"after=2026-04-09T00:00:00Z"_s;
    QTest::newRow("days ago") << u"after:-7d"_s << u"after=2026-04-02T12:00:00Z"_s;
    QTest::newRow("weeks ago") << u"before:-1w"_s << u"before=2026-04-02T12:00:00Z"_s;
    QTest::newRow("all of it") << u"impact>=7 (outlet:reuters OR tier:1) -tag:gpu \"open weights\""_s
                               << u"(impact>=7 & (outlet=reuters | tier=1) & !tag=gpu & open weights)"_s;
}

void QueryReaderTest::reads()
{
    QFETCH(QString, query);
    const auto read = readQuery(query, terms());
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QTEST(shown(*read), "is");
}

void QueryReaderTest::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << u" "_s << u"empty"_s;
    QTest::newRow("unknown field") << u"auther:ada"_s << u"\"auther\"; there are text, title"_s;
    QTest::newRow("unknown field compared") << u"stake>7"_s << u"stakes"_s;
    QTest::newRow("no number") << u"impact>=high"_s << u"needs a number"_s;
    QTest::newRow("number missing") << u"impact>="_s << u"needs a number"_s;
    QTest::newRow("words compared") << u"outlet>reuters"_s << u"outlet:"_s;
    QTest::newRow("no such day") << u"before:2026-02-30"_s << u"needs a date"_s;
    QTest::newRow("no date") << u"before:easter"_s << u"needs a date"_s;
    QTest::newRow("no such trust") << u"trust:full"_s << u"high, medium, low and none"_s;
    QTest::newRow("no such state") << u"state:done"_s << u"incoming"_s;
    QTest::newRow("nothing such to have") << u"has:cheese"_s << u"note"_s;
    QTest::newRow("parenthesis open") << u"(a OR b"_s << u"not closed"_s;
    QTest::newRow("parenthesis closed") << u"a) b"_s << u"not opened"_s;
    QTest::newRow("empty parentheses") << u"a ()"_s << u"between the parentheses"_s;
    QTest::newRow("OR before a parenthesis") << u"(a OR)"_s << u"after"_s;
    QTest::newRow("OR after a parenthesis") << u"(OR a)"_s << u"before"_s;
    QTest::newRow("a minus before nothing") << u"a -( )"_s << u"between"_s;
    QTest::newRow("nested without end") << u"("_s.repeated(3000) << u"too many"_s;
    QTest::newRow("denied without end") << u"-"_s.repeated(3000) + u"a"_s << u"too many"_s;
    QTest::newRow("more conditions than a query has") << u"-a "_s.repeated(300) << u"conditions"_s;
    QTest::newRow("no finite number") << u"impact>=inf"_s << u"needs a number"_s;
    QTest::newRow("not a number") << u"impact>=nan"_s << u"needs a number"_s;
    QTest::newRow("longer than a query is") << u"word "_s.repeated(2000) << u"longer"_s;
}

void QueryReaderTest::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, says);
    const auto read = readQuery(query, terms());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void QueryReaderTest::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("is"); ///< empty: an error
    QTest::newRow("a word that may go on") << u"open gem"_s << u"(open & gem~)"_s;
    QTest::newRow("a word that is whole") << u"open gem "_s << u"(open & gem)"_s;
    QTest::newRow("a phrase that is not closed yet") << u"\"open wei"_s << u"open wei"_s;
    QTest::newRow("marks between words") << u"chips & fabs — now "_s << u"(chips & fabs & now)"_s;
    QTest::newRow("marks alone") << u"*** &"_s << QString();
    QTest::newRow("a minus so far") << u"gemma -"_s << u"gemma"_s;
    QTest::newRow("a field so far") << u"tag:"_s << QString();
    QTest::newRow("tags are whole") << u"tag:gp"_s << u"tag=gp"_s;
}

void QueryReaderTest::readsWhatIsTyped()
{
    QFETCH(QString, query);
    QFETCH(QString, is);
    const auto read = readQuery(query, terms(true));
    QCOMPARE(read ? shown(*read) : QString(), is);
}

void QueryReaderTest::keepsWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("a word that goes on") << u"open quant"_s << u"open quant*"_s;
    QTest::newRow("a whole word") << u"quantum "_s << u"quantum"_s;
    QTest::newRow("denied") << u"a -quant"_s << u"a -quant*"_s;
    QTest::newRow("in a group") << u"(a OR quant"_s << u"(a OR quant*"_s;
    QTest::newRow("a group") << u"(a OR b)"_s << u"(a OR b)"_s;
    QTest::newRow("a field") << u"tag:gpu"_s << u"tag:gpu"_s;
    QTest::newRow("a number") << u"impact>=7"_s << u"impact>=7"_s;
    QTest::newRow("a start") << u"quant*"_s << u"quant*"_s;
    QTest::newRow("a phrase") << u"\"open weights\""_s << u"\"open weights\""_s;
    QTest::newRow("a phrase so far") << u"\"open wei"_s << u"\"open wei\""_s;
    QTest::newRow("a flag") << u"unscored"_s << u"unscored"_s;
}

void QueryReaderTest::keepsWhatWasTyped()
{
    QFETCH(QString, typed);
    QTEST(wholeQuery(typed), "kept");
}

void QueryReaderTest::plainWordsAreNoQuery_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("is");
    QTest::newRow("words") << u"Open gem"_s << u"(open & gem*)"_s;
    QTest::newRow("whole words") << u"Open gem "_s << u"(open & gem)"_s;
    QTest::newRow("a headline") << u"AI: (the) \"unscored\" OR-gate, impact>=7!"_s
                                << u"(ai & the & unscored & or & gate & impact & 7)"_s;
    QTest::newRow("nothing") << u"!?"_s << QString();
}

void QueryReaderTest::plainWordsAreNoQuery()
{
    QFETCH(QString, words);
    QFETCH(QString, is);
    const QString query = plainQuery(words);
    if (is.isEmpty()) {
        QVERIFY(query.isEmpty());
        return;
    }
    const auto read = readQuery(query, terms());
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(shown(*read), is);
}

QTEST_GUILESS_MAIN(QueryReaderTest)
#include "tst_queryreader.moc"
