// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/dates/datewords.h"

#include "app/feeds/parse/text/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace Scoredesk::DateWords {

namespace {

struct MonthNames {
    int month;
    std::string_view starts; ///< each between spaces; longer ones that contain another's start come first
};

constexpr std::array monthNames{
    MonthNames{7, " červenec července "},
    MonthNames{1, " jan jän ene gen sty led ιαν янв oca "},
    MonthNames{2, " feb fév fev lut úno φεβ фев şub "},
    MonthNames{3, " mar mär maa mrz mrt már bře μαρ μάρ мар "},
    MonthNames{4, " apr avr abr ápr kwi dub απρ апр nis "},
    MonthNames{5, " may mai mag mei maj maí máj kvě μαι μαϊ μάι μαΐ май мая "},
    MonthNames{6, " jun juin jún giu cze červ ιουν ιούν июн haz "},
    MonthNames{7, " jul juil júl lug lip ιουλ ιούλ июл tem "},
    MonthNames{8, " aug aoû aou ago sie srp αυγ αύγ авг ağu "},
    MonthNames{9, " sep set szept wrz zář σεπ сен eyl "},
    MonthNames{10, " oct okt ott out paź říj οκτ окт eki "},
    MonthNames{11, " nov lis νοε νοέ ноя kas "},
    MonthNames{12, " dec dez dic déc dic gru pro δεκ дек ara "},
};

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr std::array zones{
    Zone{"gmt", 0},     Zone{"utc", 0},    Zone{"ut", 0},      Zone{"z", 0},       Zone{"wet", 0},
    Zone{"est", -300},  Zone{"edt", -240}, Zone{"et", -300},   Zone{"cst", -360},  Zone{"cdt", -300},
    Zone{"ct", -360},   Zone{"mst", -420}, Zone{"mdt", -360},  Zone{"mt", -420},   Zone{"pst", -480},
    Zone{"pdt", -420},  Zone{"pt", -480},  Zone{"ast", -240},  Zone{"adt", -180},  Zone{"at", -240},
    Zone{"nst", -210},  Zone{"ndt", -150}, Zone{"akst", -540}, Zone{"akdt", -480}, Zone{"hst", -600},
    Zone{"hast", -600}, Zone{"bst", 60},   Zone{"ist", 330},   Zone{"west", 60},   Zone{"cet", 60},
    Zone{"cest", 120},  Zone{"met", 60},   Zone{"mest", 120},  Zone{"mez", 60},    Zone{"mesz", 120},
    Zone{"eet", 120},   Zone{"eest", 180}, Zone{"msk", 180},   Zone{"msd", 240},   Zone{"sast", 120},
    Zone{"cat", 120},   Zone{"eat", 180},  Zone{"wat", 60},    Zone{"trt", 180},   Zone{"gst", 240},
    Zone{"pkt", 300},   Zone{"npt", 345},  Zone{"wib", 420},   Zone{"ict", 420},   Zone{"hkt", 480},
    Zone{"sgt", 480},   Zone{"myt", 480},  Zone{"pht", 480},   Zone{"awst", 480},  Zone{"jst", 540},
    Zone{"kst", 540},   Zone{"acst", 570}, Zone{"acdt", 630},  Zone{"aest", 600},  Zone{"aedt", 660},
    Zone{"nzst", 720},  Zone{"nzdt", 780}, Zone{"brt", -180},  Zone{"art", -180},  Zone{"clt", -240},
    Zone{"cot", -300},  Zone{"pet", -300}, Zone{"vet", -240},
};

constexpr std::array<std::string_view, 22> fillers{"th",  "st",  "nd", "rd", "at", "um", "uhr", "de",
                                                   "del", "of",  "à",  "a",  "às", "kl", "le",  "el",
                                                   "den", "the", "t",  "年", "月", "日"};

} // namespace

int month(std::string_view word)
{
    if (word.size() < 3)
        return 0;
    for (const MonthNames& names : monthNames) {
        std::string_view rest = names.starts.substr(1);
        while (!rest.empty()) {
            const std::size_t end = rest.find(' ');
            if (word.starts_with(rest.substr(0, end)))
                return names.month;
            rest.remove_prefix(end + 1);
        }
    }
    return 0;
}

std::optional<int> zone(std::string_view word)
{
    const auto* const found =
        std::find_if(zones.begin(), zones.end(), [&](const Zone& known) { return known.name == word; });
    if (found != zones.end())
        return found->minutes;
    if (word.size() != 1 || !Ascii::isLetter(word.front()) || word == "j")
        return std::nullopt;
    // RFC 822 has the military letters the wrong way round, and its feeds with it.
    const int letter = static_cast<unsigned char>(word.front());
    if (letter <= 'i')
        return -60 * (letter - 'a' + 1);
    if (letter <= 'm')
        return -60 * (letter - 'a');
    return 60 * (letter - 'n' + 1);
}

bool isFiller(std::string_view word)
{
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

std::optional<int> halfDay(std::string_view word)
{
    if (word == "am" || word == "오전" || word == "午前" || word == "上午" || word == "πμ")
        return 0;
    if (word == "pm" || word == "오후" || word == "午後" || word == "下午" || word == "μμ")
        return 12;
    return std::nullopt;
}

} // namespace Scoredesk::DateWords
