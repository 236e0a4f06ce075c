// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/exporter.h"

#include "ui/brief/briefbuilder.h"
#include "ui/brief/brieftext.h"

#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct FormatName {
    BriefFormat format;
    QString text;
    QString ending;
};

const std::array formats = {
    FormatName{BriefFormat::Pdf, u"pdf"_s, u"pdf"_s}, FormatName{BriefFormat::Html, u"html"_s, u"html"_s},
    FormatName{BriefFormat::Markdown, u"markdown"_s, u"md"_s},
    FormatName{BriefFormat::Json, u"json"_s, u"json"_s}, FormatName{BriefFormat::Csv, u"csv"_s, u"csv"_s}};

constexpr qsizetype longestName = 120; ///< bytes, ending included

// What no file system in use forbids, and no shell trips over.
QString safeName(const QString& text)
{
    QString name;
    for (const QChar c : cleanLine(text).normalized(QString::NormalizationForm_C)) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            name += c.toLower();
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

bool isReservedOnWindows(const QString& name)
{
    static const QStringList reserved = {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    if (reserved.contains(name))
        return true;
    return name.size() == 4 && (name.startsWith("com"_L1) || name.startsWith("lpt"_L1)) && name[3].isDigit();
}

// Cut between characters, never inside one.
QString cutToBytes(QString text, qsizetype most)
{
    while (text.toUtf8().size() > most)
        text.chop(text.size() > 1 && text.back().isLowSurrogate() ? 2 : 1);
    while (text.endsWith(u'-'))
        text.chop(1);
    return text;
}

} // namespace

std::optional<BriefFormat> briefFormatFromText(const QString& text)
{
    const QString wanted = text.trimmed().toLower();
    for (const FormatName& name : formats)
        if (wanted == name.text || wanted == name.ending)
            return name.format;
    if (wanted == "htm"_L1)
        return BriefFormat::Html;
    return std::nullopt;
}

QString toText(BriefFormat format)
{
    return formats[size_t(format)].text;
}

QString fileEnding(BriefFormat format)
{
    return formats[size_t(format)].ending;
}

QString suggestedFileName(const QList<Dossier>& dossiers, const BriefOptions& options, BriefFormat format)
{
    QString name;
    if (dossiers.size() == 1) {
        const Story& story = dossiers.first().story;
        name = safeName(story.slug);
        if (name.isEmpty())
            name = safeName(story.headline);
        if (name.isEmpty())
            name = u"brief"_s;
    } else {
        name = u"digest"_s;
        if (options.date.isValid())
            name += u'-' + options.date.toUTC().toString(u"yyyy-MM-dd"_s);
    }
    if (isReservedOnWindows(name))
        name += u"-brief"_s;
    const QString ending = u'.' + fileEnding(format);
    return cutToBytes(name, longestName - ending.size()) + ending;
}

QString tlpText(TlpMarking marking)
{
    switch (marking) {
    case TlpMarking::None:
        break;
    case TlpMarking::Clear:
        return u"TLP:CLEAR"_s;
    case TlpMarking::Green:
        return u"TLP:GREEN"_s;
    case TlpMarking::Amber:
        return u"TLP:AMBER"_s;
    case TlpMarking::AmberStrict:
        return u"TLP:AMBER+STRICT"_s;
    case TlpMarking::Red:
        return u"TLP:RED"_s;
    }
    return {};
}

std::optional<TlpMarking> tlpFromText(const QString& text)
{
    QString wanted = text.trimmed().toUpper();
    if (wanted.isEmpty() || wanted == "NONE"_L1)
        return TlpMarking::None;
    if (!wanted.startsWith("TLP:"_L1))
        wanted.prepend("TLP:"_L1);
    if (wanted == "TLP:WHITE"_L1) // its name in TLP 1.0
        return TlpMarking::Clear;
    for (const TlpMarking marking :
         {TlpMarking::Clear, TlpMarking::Green, TlpMarking::Amber, TlpMarking::AmberStrict, TlpMarking::Red})
        if (wanted == tlpText(marking))
            return marking;
    return std::nullopt;
}

} // namespace Scoredesk
