// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"
#include "app/clustering/wordlist.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// How texts are cut into words, told apart by language, and kept apart by it.
class WordListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void readsNoFurther();
    void tellsTheLanguage_data();
    void tellsTheLanguage();
    void storiesKeepToTheirLanguage_data();
    void storiesKeepToTheirLanguage();
};

void WordListTest::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("case and punctuation") << u"“Stop!”, SHE said — twice."_s << u"stop she said twice"_s;
    QTest::newRow("possessive") << u"Apple's plan, Apple’s plan"_s << u"apple plan apple plan"_s;
    QTest::newRow("possessive of many") << u"the workers' strike"_s << u"the workers strike"_s;
    QTest::newRow("apostrophe inside") << u"don't O'Neill"_s << u"dont oneill"_s;
    QTest::newRow("initials") << u"U.K. and U.S.A. agree"_s << u"uk and usa agree"_s;
    QTest::newRow("end of sentence") << u"plan b. Then"_s << u"plan b then"_s;
    QTest::newRow("numbers") << u"3.2 billion, 1,000 and 5."_s << u"3.2 billion 1000 and 5"_s;
    QTest::newRow("version and range") << u"Qt6 2024-05"_s << u"qt6 2024 05"_s;
    QTest::newRow("digits of another script") << u"٣٤"_s << u"34"_s;
    QTest::newRow("hyphen") << u"e-mail well-known"_s << u"e mail well known"_s;
    QTest::newRow("soft hyphen") << u"co\u00adoperate"_s << u"cooperate"_s;
    QTest::newRow("accents in two parts") << u"Cafe\u0301"_s << u"café"_s;
    QTest::newRow("Cyrillic") << u"Паром «Заря» сел"_s << u"паром заря сел"_s;
    QTest::newRow("Chinese pairs") << u"新华社北京"_s << u"新华 华社 社北 北京"_s;
    QTest::newRow("one character alone") << u"新 x"_s << u"新 x"_s;
    QTest::newRow("Chinese beside Latin") << u"在iPhone上市"_s << u"在 iphone 上市"_s;
    QTest::newRow("Thai triples") << u"กขคง"_s << u"กขค ขคง"_s;
    QTest::newRow("beyond the basic plane") << u"𠮷野家"_s << u"𠮷野 野家"_s;
    QTest::newRow("emoji") << u"rain 🌧️ again"_s << u"rain again"_s;
    QTest::newRow("no word is so long") << QString(65, u'a') + u" b"_s << u"b"_s;
}

void WordListTest::cuts()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    WordList list;
    list.split(u"left over from before"_s, 1000);
    list.split(text, 1000);
    QStringList found;
    for (const WordList::Word& word : list.words()) {
        const auto letters = list.letters(word);
        found.append(QString::fromUtf16(letters.data(), qsizetype(letters.size())));
    }
    QCOMPARE(found.join(u' '), words);
}

void WordListTest::readsNoFurther()
{
    WordList list;
    list.split(u"one two three"_s, 7);
    QCOMPARE(list.words().size(), 2U);
    list.split(u"新华社"_s, 2);
    QCOMPARE(list.words().size(), 1U);
}

void WordListTest::tellsTheLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("language");
    const auto row = [](const char* name, const QString& text, Language language) {
        QTest::newRow(name) << text << int(language);
    };
    row("nothing", u""_s, Language::Unknown);
    row("numbers", u"10 000 2024"_s, Language::Unknown);
    row("names alone", u"Boeing Airbus Toulouse"_s, Language::Latin);
    row("English", u"The ferry was on its way to the island when it hit the rocks"_s, Language::English);
    row("German", u"Die Fähre war auf dem Weg zur Insel, als sie auf die Felsen lief"_s, Language::German);
    row("French", u"Le ferry était en route vers l’île quand il a heurté les rochers"_s, Language::French);
    row("Spanish", u"El ferry se dirigía a la isla cuando chocó con las rocas del puerto"_s,
        Language::Spanish);
    row("Italian", u"Il traghetto era diretto verso l’isola quando ha urtato gli scogli della costa"_s,
        Language::Italian);
    row("Portuguese", u"O barco seguia para a ilha quando bateu nas rochas e não foi mais visto"_s,
        Language::Portuguese);
    row("Dutch", u"De veerboot was op weg naar het eiland toen hij op de rotsen liep"_s, Language::Dutch);
    row("Swedish", u"Färjan var på väg till ön när den gick på grund och inte kom loss"_s, Language::Swedish);
    row("Polish", u"Prom był w drodze na wyspę, kiedy nie udało się go zatrzymać przed skałami, które są"_s,
        Language::Polish);
    row("Turkish", u"Feribot adaya giderken kayalara çarptı ve bu kaza için bir soruşturma ile"_s,
        Language::Turkish);
    row("Russian", u"Паром шёл на остров, когда он сел на мель и не смог сойти"_s, Language::Russian);
    row("Ukrainian", u"Пором ішов на острів, коли він сів на мілину і не зміг зійти, що й сказали"_s,
        Language::Ukrainian);
    row("Greek", u"Το πλοίο πήγαινε στο νησί"_s, Language::Greek);
    row("Arabic", u"كانت العبارة في طريقها إلى الجزيرة عندما اصطدمت من بعد"_s, Language::Arabic);
    row("Hebrew", u"המעבורת הייתה בדרך לאי"_s, Language::Hebrew);
    row("Hindi", u"नौका द्वीप की ओर जा रही थी"_s, Language::Hindi);
    row("Chinese", u"渡轮在前往岛屿途中触礁"_s, Language::Chinese);
    row("Japanese", u"フェリーが島へ向かう途中で座礁した"_s, Language::Japanese);
    row("Japanese, mostly kanji", u"東京都知事選挙、本日投票が開始"_s, Language::Japanese);
    row("Korean", u"여객선이 섬으로 가던 중 좌초했다"_s, Language::Korean);
    row("Thai", u"เรือข้ามฟากเกยตื้น"_s, Language::Thai);
    row("Georgian", u"ბორანი კუნძულზე მიდიოდა"_s, Language::OtherScript);
}

void WordListTest::tellsTheLanguage()
{
    QFETCH(QString, text);
    QFETCH(int, language);
    WordList list;
    list.split(text, 1000);
    QCOMPARE(int(detectLanguage(list)), language);
}

void WordListTest::storiesKeepToTheirLanguage_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("same");
    QTest::addColumn<QString>("unrelated");
    QTest::newRow("Russian") << u"Паром сел на мель у мыса Северный, пассажиров эвакуировали"_s
                             << u"Пассажиров парома, севшего на мель у мыса Северный, эвакуируют"_s
                             << u"Центральный банк повысил ключевую ставку из-за инфляции"_s;
    QTest::newRow("German") << u"Fähre läuft vor der Insel Norderau auf Grund, Passagiere gerettet"_s
                            << u"Passagiere nach Unfall der Fähre vor der Insel Norderau gerettet"_s
                            << u"Zentralbank erhöht den Leitzins wegen der hohen Inflation"_s;
    QTest::newRow("Greek") << u"Πλοίο προσάραξε στη Νάξο, σώοι οι επιβάτες"_s
                           << u"Σώοι οι επιβάτες του πλοίου που προσάραξε στη Νάξο"_s
                           << u"Η κεντρική τράπεζα αυξάνει τα επιτόκια για τον πληθωρισμό"_s;
    QTest::newRow("Arabic") << u"جنوح عبارة قرب جزيرة فرسان وإجلاء الركاب"_s
                            << u"إجلاء ركاب عبارة بعد جنوحها قرب جزيرة فرسان"_s
                            << u"البنك المركزي يرفع أسعار الفائدة لمواجهة التضخم"_s;
    QTest::newRow("Hindi") << u"सागर द्वीप के पास नौका फंसी, यात्री सुरक्षित निकाले गए"_s
                           << u"सागर द्वीप के पास फंसी नौका के यात्री सुरक्षित"_s
                           << u"रिजर्व बैंक ने महंगाई के कारण ब्याज दर बढ़ाई"_s;
    QTest::newRow("Chinese") << u"渡轮在南澳岛附近触礁 三百名乘客获救"_s << u"南澳岛渡轮触礁 乘客全部获救"_s
                             << u"中央银行宣布加息以抑制通货膨胀"_s;
    QTest::newRow("Japanese") << u"瀬戸内海でフェリーが座礁、乗客全員を救助"_s
                              << u"座礁したフェリーの乗客全員を救助 瀬戸内海"_s
                              << u"中央銀行が物価上昇で金利を引き上げ"_s;
    QTest::newRow("Korean") << u"거문도 앞바다 여객선 좌초, 승객 전원 구조"_s
                            << u"거문도 여객선 좌초 승객 모두 구조"_s
                            << u"중앙은행 물가 상승에 기준금리 인상"_s;
    QTest::newRow("Thai") << u"เรือข้ามฟากเกยตื้นใกล้เกาะสมุย ผู้โดยสารปลอดภัย"_s
                          << u"ผู้โดยสารปลอดภัยหลังเรือข้ามฟากเกยตื้นใกล้เกาะสมุย"_s
                          << u"ธนาคารกลางขึ้นดอกเบี้ยเพื่อคุมเงินเฟ้อ"_s;
}

void WordListTest::storiesKeepToTheirLanguage()
{
    QFETCH(QString, first);
    QFETCH(QString, same);
    QFETCH(QString, unrelated);
    Clusterer clusterer;
    const auto article = [](qint64 id, const QString& title) {
        return ClusterArticle{id, id * 1000, 1, title, {}};
    };
    clusterer.place(article(1, u"Ferry runs aground off Harlow Point with 300 aboard"_s), 1);
    QVERIFY(clusterer.place(article(2, first), 2).isNew);
    QVERIFY(clusterer.place(article(3, unrelated), 3).isNew);
    QCOMPARE(clusterer.place(article(4, same), 4).story, 2);
    QCOMPARE(clusterer.place(article(5, u"Ferry aground off Harlow Point refloated"_s), 5).story, 1);
}

QTEST_APPLESS_MAIN(WordListTest)

#include "tst_wordlist.moc"
