// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/brieftext.h"

#include "storage/domain/link.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct BriefText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::BriefText)
};

// The machine's locale must not change an export's bytes.
const QLocale& exportLocale()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

// Embeddings, overrides and isolates: left open, they would reorder what stands beside the text.
bool reorders(QChar c)
{
    return (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
}

} // namespace

QString shownTime(const QDateTime& time)
{
    return time.isValid() ? exportLocale().toString(time.toUTC(), u"d MMM yyyy, HH:mm"_s) + u" UTC"_s
                          : QString();
}

QString shownDay(const QDateTime& time)
{
    return time.isValid() ? exportLocale().toString(time.toUTC(), u"d MMMM yyyy"_s) : QString();
}

QString shownMethod(const Method& method)
{
    return BriefText::tr("%1, version %2").arg(cleanLine(method.name)).arg(method.version);
}

QString methodSentence(const Method& method)
{
    if (method.form == Method::Form::Trust)
        return BriefText::tr("Impact is the weighted mean of the dimensions, with 10 less each risk.");
    return BriefText::tr("Impact is the weighted mean of the dimensions, less %1 of each risk.")
        .arg(QString::number(method.penaltyPercent / 100.0));
}

QString tlpColour(const QString& label)
{
    // FIRST, Traffic Light Protocol 2.0, "TLP labels: colour-coding".
    if (label == "TLP:RED"_L1)
        return u"#ff2b2b"_s;
    if (label.startsWith("TLP:AMBER"_L1))
        return u"#ffc000"_s;
    if (label == "TLP:GREEN"_L1)
        return u"#33ff00"_s;
    return u"#ffffff"_s;
}

QString cleanText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate() || c.isNonCharacter()) {
            clean += QChar::ReplacementCharacter;
        } else if (c == u'\r') {
            if (i + 1 == text.size() || text[i + 1] != u'\n')
                clean += u'\n';
        } else if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            clean += u'\n';
        } else if (!reorders(c) && (c.category() != QChar::Other_Control || c == u'\n' || c == u'\t')) {
            clean += c;
        }
    }
    return clean;
}

QString cleanLine(const QString& text)
{
    return cleanText(text).simplified();
}

QString heldTogether(QString text)
{
    static const QRegularExpression blank(u"(?<=\\d) (?=\\p{L})|(?<=:) (?=\\d)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(blank, QString(QChar::Nbsp));
}

QString safeLink(const QString& address)
{
    const LinkFault fault = linkFault(address.trimmed());
    if (fault != LinkFault::None && fault != LinkFault::PrivateHost)
        return {};
    const QUrl url(address.trimmed());
    // Judged again as it will be written: an address must not be one thing to the check and another to a
    // reader.
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty())
        return {};
    return QString::fromLatin1(url.toEncoded());
}

QString publicLink(const QString& address)
{
    return linkFault(address.trimmed()) == LinkFault::PrivateHost ? QString() : safeLink(address);
}

QString hostOf(const QString& address)
{
    QString host = QUrl(address.trimmed()).host();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    return host;
}

} // namespace Scoredesk
