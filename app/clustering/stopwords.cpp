// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/stopwords.h"

#include <unordered_map>

namespace Scoredesk {

namespace {

struct StopWords {
    Language language;
    std::u16string_view words; ///< a blank between words, apostrophes already gone
};

constexpr StopWords lists[] = {
    {Language::English,
     u"a about above after again against all also am an and any are as at be because been before being below "
     u"between both but by can could did do does doing down during each even few for from further get gets "
     u"got had "
     u"has have having he her here hers herself him himself his how i if in into is it its itself just like "
     u"made "
     u"make makes many may me might more most much must my myself new no nor not now of off on once one only "
     u"or "
     u"other our ours out over own per said same say says she should since so some still such than that the "
     u"their "
     u"theirs them then there these they this those through to told too two under until up upon us very via "
     u"was we "
     u"were what when where which while who whom why will with within without would yet you your yours "
     u"yourself "
     u"dont doesnt didnt cant wont isnt arent wasnt werent hasnt havent wouldnt shouldnt couldnt im ive "
     u"youre "
     u"theyre weve thats know today yesterday tomorrow here there "
     u"year years first last day days time week according monday tuesday wednesday thursday friday saturday "
     u"sunday"},
    {Language::German, u"aber als am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem "
                       u"den denn der des dich die "
                       u"dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen "
                       u"einer eines er es euch euer "
                       u"für gegen haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer "
                       u"im in ist ja jede jedem "
                       u"jeden jeder jetzt kann kein keine keinen können man mehr mein mit muss nach neue "
                       u"neuen nicht nichts noch nun "
                       u"nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit sich sie sind "
                       u"so soll sollen sowie über "
                       u"um und uns unser unter vom von vor war waren warum was weil wenn wer werden wie "
                       u"wieder will wir wird wo wurde "
                       u"wurden zu zum zur zwei zwischen jahr jahre jahren uhr montag dienstag mittwoch "
                       u"donnerstag freitag samstag "
                       u"sonntag"},
    {Language::French, u"à ai ainsi alors après au aucun aussi autre aux avaient avait avant avec avoir c ce "
                       u"cela ces cet cette ceux "
                       u"chez comme contre d dans de depuis des deux dont du elle elles en encore entre est "
                       u"et été être eu eux fait "
                       u"font il ils j je jusqu l la le les leur leurs lors lui mais même moins mon n ne nos "
                       u"notre nous on ont ou où "
                       u"par pas peu peut plus pour pourquoi qu quand que quel quelle qui s sa sans se selon "
                       u"sera ses si son sont sous "
                       u"sur ta te tous tout toute toutes très tu un une vers vos votre vous y était étaient "
                       u"an ans lundi mardi "
                       u"mercredi jeudi vendredi samedi dimanche"},
    {Language::Spanish, u"a al algo algunos ante antes aquí así aún años año cada casi como con contra cual "
                        u"cuando de del desde donde "
                        u"dos durante e el él ella ellas ellos en entre era eran es esa ese eso esta está "
                        u"estaba están estas este esto "
                        u"estos fue fueron ha había han hasta hay hoy la las le les lo los más me mi "
                        u"mientras mucho muy nada ni no nos "
                        u"nosotros o otra otro otros para pero poco por porque qué que quien se según ser si "
                        u"sí sido sin sobre solo son "
                        u"su sus también tan tanto tiene tienen todo todos tras tu un una uno unos y ya "
                        u"lunes martes miércoles jueves "
                        u"viernes sábado domingo"},
    {Language::Italian, u"a ad ai al alla alle allo anche ancora anni anno avere aveva c che chi ci come con "
                        u"contro così cosa cui d da "
                        u"dai dal dalla dalle dei del della delle dello degli di dopo dove due e è ed era "
                        u"erano essere fa fino fra gli "
                        u"ha hanno i il in io l la le lei lo loro lui ma mentre mi molto ne negli nei nel "
                        u"nella nelle no noi non o ogni "
                        u"oggi per perché più poi prima può quando quanto quella quelle quello questa queste "
                        u"questo sarà se senza si "
                        u"sia sono stata stato su sua sue sui sul sulla sulle suo suoi tra tutti tutto un "
                        u"una uno lunedì martedì "
                        u"mercoledì giovedì venerdì sabato domenica"},
    {Language::Portuguese, u"a à ainda ano anos ao aos após aquele as às até cada com como contra da das de "
                           u"dela dele depois desde deve "
                           u"do dois dos durante e é ela elas ele eles em entre era essa esse esta está "
                           u"estão este eu foi foram há isso "
                           u"isto já lhe mais mas me mesmo meu muito na não nas nem no nos nós o onde os ou "
                           u"para pela pelas pelo pelos por "
                           u"porque qual quando que quem se segundo sem ser será seu seus são só sobre sua "
                           u"suas também tem têm ter toda "
                           u"todo todos um uma você segunda terça quarta quinta sexta sábado domingo feira"},
    {Language::Dutch, u"aan al alle als altijd andere ben bij binnen dan dat de deze die dit doen door dus "
                      u"een eerste en er geen "
                      u"haar had hadden heb hebben heeft hem het hier hij hoe hun ik in is jaar je jullie "
                      u"kan kunnen maar mag me "
                      u"meer men met mij mijn moet moeten na naar niet niets nieuwe nog nu of om omdat onder "
                      u"ons onze ook op over "
                      u"sinds te tegen tijdens toch toen tot tussen twee u uit uw van veel voor waar waren "
                      u"was wat we wel werd werden "
                      u"wie wij wil wordt worden zal ze zich zij zijn zo zonder zou zouden maandag dinsdag "
                      u"woensdag donderdag vrijdag "
                      u"zaterdag zondag"},
    {Language::Swedish, u"alla att av bara bli blir blev de dem den denna deras dessa det detta dig din du "
                        u"där efter ej eller en ett "
                        u"från för före ha hade han hans har hela henne hennes hon honom här i icke in inför "
                        u"inte jag kan kommer man med "
                        u"mellan men mer mig min mot mycket någon något några när ni nu nya och om oss på "
                        u"sedan sig sin sina ska skulle "
                        u"som så till två under upp ut utan vad var vara vi vid vill är över år"},
    {Language::Danish,
     u"af alle andet at bare blev blive bliver da de dem den denne deres det dette dig din disse dog du "
     u"efter eller "
     u"en end er et for fra få får før ham han hans har havde hende hendes her hos hun hvad hvis hvor i ikke "
     u"ind jeg "
     u"kan kun man mange med meget mellem men mere mig min mod må ned nogle noget nok nu nye når og også om "
     u"op os "
     u"over på sig sin skal skulle som sådan så til to ud uden under var ved vi vil ville været år"},
    {Language::Norwegian, u"alle at av bare ble bli blir da de dem den denne der deres det dette din disse "
                          u"du eller en enn er et etter "
                          u"for fra få får før ha hadde ham han hans har henne hennes her hos hun hva hvis "
                          u"hvor i ikke inn jeg kan kun man "
                          u"mange med meg mellom men mer min mot mye må ned nei noe noen nå når og også om "
                          u"opp oss over på seg sier sin "
                          u"skal skulle som så til to under ut uten var ved vi vil ville vært være år"},
    {Language::Finnish, u"ei eivät eli en ennen ettei että he hän hänen ihan itse ja jo joita joka jos jossa "
                        u"jota jotka kaikki kanssa "
                        u"kautta koko koska kuin kun kuten kuitenkin luvun mikä mitä mukaan mutta myös myötä "
                        u"ne niiden niin noin nyt "
                        u"oli olisi olivat olla on ovat saa se sen siitä sitä sekä sillä tai tämä tämän "
                        u"tänään tuli vain vaikka vielä "
                        u"voi vuoden vuonna vuotta yli"},
    {Language::Romanian, u"a acest această acestea acum al ale am ani anul ar are asupra au avea că care cât "
                         u"către ce cea cei cele cel "
                         u"cu cum când către dar de decât despre din doar doi două după e ea ei el este eu "
                         u"fi fie fost în între într îl îi "
                         u"la lor lui mai mult nu o ori pe pentru prin până s sa să sale sau se si și sub "
                         u"sunt s-a ai un una unei unui va "
                         u"vor"},
    {Language::Hungarian, u"a abban ahogy aki akik akkor alatt ami amely amelyek az azért azon azonban azt "
                          u"be csak de e egy egyik el elő "
                          u"ellen először és ez ezek ezért ezt fel hanem hogy ha hozzá ilyen itt ki két kell "
                          u"le lehet lesz lett maga már "
                          u"meg még mert mi miatt milyen mint minden most nagy nagyon nem nincs olyan ő ön "
                          u"össze pedig s sem szerint után "
                          u"új utolsó van volt vagy vissza évben"},
    {Language::Turkish, u"acaba ama ancak arasında artık bazı belki ben beri bile bir biri birçok biz bu "
                        u"bunu bunun çok çünkü da daha "
                        u"dair de değil dedi diye dün eden en etti gibi göre hem hep her hiç için içinde iki "
                        u"ile ilgili ise kadar karşı "
                        u"kendi ki kim mi mı mu nasıl ne neden nin o olan olarak oldu olduğu olduğunu olması "
                        u"on onu onun sonra son şey şu "
                        u"tarafından tüm üzere üzerinde var ve veya ya yeni yok yıl"},
    {Language::Polish, u"a aby ale bardzo bez będzie był była było były być co czy czyli dla do gdy gdzie go "
                       u"i ich ile im innych ja "
                       u"jak jako jest jej jego jednak już która które którego której który których którzy "
                       u"lub ma mają między może "
                       u"można na nad nas nie nich nie niego nowy o od on ona one oraz po pod podczas przed "
                       u"przez przy roku są się "
                       u"także ta tak tam te tego tej ten też to tu tylko tym w we wie więc wszystko z za ze "
                       u"został została że lat"},
    {Language::Czech, u"a aby ale ani až bez bude budou by byl byla byli bylo být co další do ho i jak jako "
                      u"je jeho jejich její "
                      u"jen ještě již jsou k kde kdo když která které který kteří kvůli ma mají mezi mi může "
                      u"na nad ne nebo není než "
                      u"nové nový o od on ona pak po pod podle pro proti proto protože před při roce roku "
                      u"řekl s se si sice své svůj ta "
                      u"tak také tedy ten tento to tom tomu už u v ve však z za ze že let"},
    {Language::Indonesian, u"ada adalah agar akan antara atas atau bagi bahwa banyak baru bisa bukan dalam "
                           u"dan dapat dari dengan di dia "
                           u"hari harus hingga ia ini itu jadi juga kami karena ke kepada kita lagi lebih "
                           u"mereka meski oleh orang pada para "
                           u"pun saat saja salah sama sampai sangat saya sebagai sebuah secara sedang sejak "
                           u"sejumlah selama seorang seperti "
                           u"serta setelah sudah tahun tak telah tersebut tidak untuk yaitu yang"},
    {Language::Catalan, u"a al als amb aquest aquesta aquests així això any anys aquí ara cap com contra d "
                        u"de del dels des després dos "
                        u"durant el els ella en entre era es és està estan fa fins ha han hi ho i ja l la "
                        u"les li més meu molt no nou o on "
                        u"per però perquè pel pels qual quan que qui s sense ser seu seus seva seves si "
                        u"sobre són també tant tots un una "
                        u"va van"},
    {Language::Russian, u"а без более бы был была были было быть в вам вас весь во вот все всего всех вы где "
                        u"года году да даже для до "
                        u"его ее её если есть еще ещё же за здесь и из или им их к как когда который которые "
                        u"которых кто ли лет между "
                        u"меня мне может мы на над надо нас не него нее нет ни них но ну о об однако он она "
                        u"они оно от очень по под "
                        u"после при про с сам своей своих себя со так также там тем то того тоже той только "
                        u"том ты у уже чего чем что "
                        u"чтобы эта эти это этого этой этот этом я заявил сообщил рассказал"},
    {Language::Ukrainian,
     u"а або але без був була були було бути в вже ви від він вона вони воно все всі де для до є з за зі і "
     u"із її їх "
     u"його й коли котрі мене ми може на над нас не нього ні ніж о об один після по під при про року році "
     u"саме своє своїх себе та так також там те ти тільки то тому у усі хто це цей цього ці чи через час що "
     u"щоб як "
     u"яка який яких які якщо"},
    {Language::Bulgarian, u"без беше бъде в вече все във година години да дали до докато един една едно за "
                          u"заради и из или им има към "
                          u"както като което който която които когато колко ли между ми много може на над "
                          u"най не него нея ни никой но нито "
                          u"обаче от още по под пред през при само с са се след според срещу със също тази "
                          u"така такъв там те тези то това "
                          u"този той трябва тя че ще"},
    {Language::Greek, u"αλλά αν από αυτά αυτή αυτό αυτός για δεν δύο ενώ ένα έναν ένας είναι εκεί επί έχει "
                      u"έχουν η ή ήταν θα και κατά "
                      u"με μας μετά μέχρι μη μην μια μία μου να ο οι όμως όπως όταν ότι πιο που προς πως σε "
                      u"σας σαν στα στη στην στις "
                      u"στο στον στους στο τα τη την της τι τις το τον του τους των ως χρόνια"},
    {Language::Arabic, u"أن إن أو أي إلى إلا أنه أنها التي الذي الذين اليوم بعد بين تم ثم حتى حول خلال ذلك "
                       u"على عن عند غير في قال قالت "
                       u"قبل قد كان كانت كل كما لا لكن لم لن له لها ما مع من منذ هذا هذه هناك هو هي و وقال "
                       u"وفي وقد يتم يكون عام"},
    {Language::Persian, u"آن آنها از است اما اگر او ای این با باید بر برای به بود پس تا چه خود در دو را روز "
                        u"سال شد شده شود ما می نیز "
                        u"های هر هم همه و وی که کرد کرده کند گفت یا یک است"},
    {Language::Hebrew, u"את אבל אחרי אם אני אנחנו או אותו אין אך אל אלה אלו אמר גם הוא היא הם היה היו הזה זה "
                       u"זו יותר יש כבר כדי כי כל "
                       u"כך לא לו לפי מה מי עד על עם של שלו שלה רק"},
    {Language::Hindi,
     u"अब इस इसके इसे उस उसके एक ऐसे और कर करते करने कहा का कि किया की के को कोई गई गए गया जब जा जाता जो तक तो था "
     u"थी थे दिया दो द्वारा न नहीं ने पर फिर बाद भी में यह या ये रहा रही रहे लिए वह वे साथ से ही हुआ हुई हुए है हैं "
     u"हो होने"},
};

std::unordered_map<std::u16string_view, quint64> readLists()
{
    std::unordered_map<std::u16string_view, quint64> words;
    for (const StopWords& list : lists) {
        std::size_t start = 0;
        while (start < list.words.size()) {
            const std::size_t end = std::min(list.words.find(u' ', start), list.words.size());
            if (end > start)
                words[list.words.substr(start, end - start)] |= languageBit(list.language);
            start = end + 1;
        }
    }
    return words;
}

} // namespace

quint64 stopWordLanguages(std::u16string_view word)
{
    static const auto words = readLists();
    if (word.size() > 12)
        return 0;
    const auto it = words.find(word);
    return it == words.end() ? 0 : it->second;
}

} // namespace Scoredesk
