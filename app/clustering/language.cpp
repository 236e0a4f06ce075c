// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/language.h"

#include "app/clustering/stopwords.h"

#include <algorithm>
#include <array>

namespace Scoredesk {

namespace {

enum class Group {
    None,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Chinese,
    Japanese,
    Korean,
    Thai,
    Other
};

Group groupOf(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
        return Group::None;
    case QChar::Script_Latin:
        return Group::Latin;
    case QChar::Script_Cyrillic:
        return Group::Cyrillic;
    case QChar::Script_Greek:
        return Group::Greek;
    case QChar::Script_Arabic:
        return Group::Arabic;
    case QChar::Script_Hebrew:
        return Group::Hebrew;
    case QChar::Script_Devanagari:
        return Group::Devanagari;
    case QChar::Script_Han:
    case QChar::Script_Bopomofo:
        return Group::Chinese;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Group::Japanese;
    case QChar::Script_Hangul:
        return Group::Korean;
    case QChar::Script_Thai:
        return Group::Thai;
    default:
        return Group::Other;
    }
}

Group groupOf(Language language)
{
    const auto n = quint8(language);
    if (language == Language::Unknown)
        return Group::None;
    if (n < quint8(Language::Cyrillic))
        return Group::Latin;
    if (n < quint8(Language::Greek))
        return Group::Cyrillic;
    switch (language) {
    case Language::Arabic:
    case Language::Persian:
        return Group::Arabic;
    case Language::Greek:
        return Group::Greek;
    case Language::Hebrew:
        return Group::Hebrew;
    case Language::Hindi:
        return Group::Devanagari;
    case Language::Chinese:
        return Group::Chinese;
    case Language::Japanese:
        return Group::Japanese;
    case Language::Korean:
        return Group::Korean;
    case Language::Thai:
        return Group::Thai;
    default:
        return Group::Other;
    }
}

/// The group's language that most of the words are stop words of, `unsure` where no language leads by two
/// words or by half.
Language mostVoted(const std::array<int, languageNumbers>& votes, Group group, Language unsure)
{
    int best = 0;
    int second = 0;
    Language leader = unsure;
    for (int n = 0; n < languageNumbers; ++n) {
        const int count = votes[std::size_t(n)];
        if (count == 0 || groupOf(Language(n)) != group)
            continue;
        if (count > best) {
            second = best;
            best = count;
            leader = Language(n);
        } else {
            second = std::max(second, count);
        }
    }
    return best >= 2 && best - second >= std::min(2, (best + 1) / 2) ? leader : unsure;
}

} // namespace

Language detectLanguage(const WordList& words)
{
    std::array<int, 16> groups{};
    std::array<int, languageNumbers> votes{};
    for (const WordList::Word& word : words.words()) {
        groups[std::size_t(groupOf(word.script))] += 1;
        for (quint64 mask = stopWordLanguages(words.letters(word)); mask != 0; mask &= mask - 1)
            votes[std::size_t(__builtin_ctzll(mask))] += 1;
    }
    groups[std::size_t(Group::None)] = 0;
    const auto most = std::max_element(groups.begin(), groups.end());
    if (*most == 0)
        return Language::Unknown;
    // A Japanese text may hold more kanji than kana, a Chinese one holds no kana.
    const auto kana = groups[std::size_t(Group::Japanese)];
    auto group = Group(most - groups.begin());
    if (group == Group::Chinese && kana * 10 >= *most)
        group = Group::Japanese;
    switch (group) {
    case Group::Latin:
        return mostVoted(votes, group, Language::Latin);
    case Group::Cyrillic:
        return mostVoted(votes, group, Language::Cyrillic);
    case Group::Arabic:
        return mostVoted(votes, group, Language::Arabic);
    case Group::Greek:
        return Language::Greek;
    case Group::Hebrew:
        return Language::Hebrew;
    case Group::Devanagari:
        return Language::Hindi;
    case Group::Chinese:
        return Language::Chinese;
    case Group::Japanese:
        return Language::Japanese;
    case Group::Korean:
        return Language::Korean;
    case Group::Thai:
        return Language::Thai;
    case Group::None:
    case Group::Other:
        break;
    }
    return Language::OtherScript;
}

bool mayShareStory(Language a, Language b)
{
    if (a == b || a == Language::Unknown || b == Language::Unknown)
        return true;
    if (groupOf(a) != groupOf(b))
        return false;
    const auto unsure = [](Language l) {
        return l == Language::Latin || l == Language::Cyrillic || l == Language::OtherScript;
    };
    return unsure(a) || unsure(b);
}

bool isStopWord(Language language, std::u16string_view word)
{
    // What can't be told apart is treated as the commonest of its script.
    if (language == Language::Latin || language == Language::Unknown)
        language = Language::English;
    if (language == Language::Cyrillic)
        language = Language::Russian;
    return (stopWordLanguages(word) & languageBit(language)) != 0;
}

const char* stemmerName(Language language)
{
    switch (language) {
    case Language::Unknown:
    case Language::Latin:
    case Language::English:
        return "english";
    case Language::German:
        return "german";
    case Language::French:
        return "french";
    case Language::Spanish:
        return "spanish";
    case Language::Italian:
        return "italian";
    case Language::Portuguese:
        return "portuguese";
    case Language::Dutch:
        return "dutch";
    case Language::Swedish:
        return "swedish";
    case Language::Danish:
        return "danish";
    case Language::Norwegian:
        return "norwegian";
    case Language::Finnish:
        return "finnish";
    case Language::Romanian:
        return "romanian";
    case Language::Hungarian:
        return "hungarian";
    case Language::Turkish:
        return "turkish";
    case Language::Indonesian:
        return "indonesian";
    case Language::Catalan:
        return "catalan";
    case Language::Cyrillic:
    case Language::Russian:
        return "russian";
    case Language::Greek:
        return "greek";
    case Language::Arabic:
        return "arabic";
    case Language::Hindi:
        return "hindi";
    default:
        return nullptr;
    }
}

} // namespace Scoredesk
