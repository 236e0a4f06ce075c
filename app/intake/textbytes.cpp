// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/textbytes.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QString fromWindows1252(const QByteArray& bytes)
{
    static constexpr std::array<char16_t, 32> upper = {
        0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto u = static_cast<unsigned char>(byte);
        text.append(QChar(u >= 0x80 && u < 0xa0 ? upper[u - 0x80] : char16_t(u)));
    }
    return text;
}

// Text in a Latin script has a nought in every second byte of UTF-16.
std::optional<QStringConverter::Encoding> utf16WithoutMark(const QByteArray& bytes)
{
    constexpr qsizetype looked = 4096;
    const qsizetype size = std::min(bytes.size(), looked) & ~qsizetype(1);
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i + 1 < size; i += 2) {
        even += bytes[i] == '\0';
        odd += bytes[i + 1] == '\0';
    }
    const qsizetype pairs = size / 2;
    if (pairs >= 4 && odd * 10 >= pairs * 7 && even * 10 < pairs)
        return QStringConverter::Utf16LE;
    if (pairs >= 4 && even * 10 >= pairs * 7 && odd * 10 < pairs)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

QString decoded(const QByteArray& bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    return decoder.decode(bytes);
}

} // namespace

QString textFromBytes(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return decoded(bytes, *marked);
    if (const auto wide = utf16WithoutMark(bytes))
        return decoded(bytes, *wide);
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = utf8.decode(bytes);
    return utf8.hasError() ? fromWindows1252(bytes) : text;
}

namespace {

QString entity(const QString& name)
{
    static const QHash<QString, QString> named = {
        {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
        {u"apos"_s, u"'"_s},   {u"nbsp"_s, u" "_s},   {u"middot"_s, u"·"_s}, {u"bull"_s, u"•"_s},
        {u"hellip"_s, u"…"_s}, {u"mdash"_s, u"—"_s},  {u"ndash"_s, u"–"_s},  {u"rsquo"_s, u"’"_s},
        {u"lsquo"_s, u"‘"_s},  {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},  {u"euro"_s, u"€"_s},
        {u"pound"_s, u"£"_s},  {u"copy"_s, u"©"_s},   {u"reg"_s, u"®"_s},    {u"trade"_s, u"™"_s},
        {u"times"_s, u"×"_s},  {u"eacute"_s, u"é"_s}, {u"auml"_s, u"ä"_s},   {u"ouml"_s, u"ö"_s},
        {u"uuml"_s, u"ü"_s},   {u"szlig"_s, u"ß"_s}};
    if (!name.startsWith(u'#'))
        return named.value(name);
    const bool hex = name.size() > 2 && (name[1] == u'x' || name[1] == u'X');
    bool ok = false;
    const uint code = QStringView(name).mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    if (!ok || code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    const char32_t c = code;
    return QString::fromUcs4(&c, 1);
}

/// Walks an HTML fragment once, front to back.
class HtmlStripper {
public:
    explicit HtmlStripper(const QString& html) : m_html(html) {}

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == u'<')
                tag();
            else if (c == u'&')
                reference();
            else
                character(c);
        }
        return m_out;
    }

private:
    void character(QChar c)
    {
        ++m_at;
        if (!c.isSpace())
            m_out.append(c);
        else if (!m_out.isEmpty() && !m_out.back().isSpace())
            m_out.append(u' ');
    }

    void reference()
    {
        constexpr qsizetype longest = 12;
        const qsizetype end = m_html.indexOf(u';', m_at);
        if (end > m_at && end - m_at <= longest)
            if (const QString text = entity(m_html.mid(m_at + 1, end - m_at - 1)); !text.isEmpty()) {
                m_out.append(text);
                m_at = end + 1;
                return;
            }
        character(u'&');
    }

    void tag()
    {
        if (QStringView(m_html).mid(m_at, 4) == u"<!--") {
            const qsizetype end = m_html.indexOf("-->"_L1, m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        qsizetype nameStart = m_at + 1;
        const bool closing = nameStart < m_html.size() && m_html.at(nameStart) == u'/';
        nameStart += closing;
        qsizetype nameEnd = nameStart;
        while (nameEnd < m_html.size() && m_html.at(nameEnd).isLetterOrNumber() && nameEnd - nameStart < 20)
            ++nameEnd;
        if (nameEnd == nameStart && QStringView(m_html).mid(nameStart, 1) != u"!" &&
            QStringView(m_html).mid(nameStart, 1) != u"?") {
            character(u'<'); // "a < b"
            return;
        }
        const QString name = m_html.mid(nameStart, nameEnd - nameStart).toLower();
        const qsizetype end = m_html.indexOf(u'>', nameEnd);
        m_at = end < 0 ? m_html.size() : end + 1;
        if (!closing &&
            (name == "script"_L1 || name == "style"_L1 || name == "head"_L1 || name == "template"_L1))
            skipTo(u"</"_s + name);
        else
            breakAt(name, closing);
    }

    void skipTo(const QString& end)
    {
        const qsizetype at = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
        m_at = at < 0 ? m_html.size() : at;
    }

    void breakAt(const QString& name, bool closing)
    {
        static const QSet<QString> blocks = {
            u"p"_s,          u"div"_s,   u"br"_s,         u"li"_s,      u"ul"_s,     u"ol"_s,
            u"tr"_s,         u"table"_s, u"h1"_s,         u"h2"_s,      u"h3"_s,     u"h4"_s,
            u"h5"_s,         u"h6"_s,    u"section"_s,    u"article"_s, u"header"_s, u"footer"_s,
            u"blockquote"_s, u"dt"_s,    u"dd"_s,         u"dl"_s,      u"hr"_s,     u"pre"_s,
            u"main"_s,       u"aside"_s, u"figcaption"_s, u"button"_s};
        if (blocks.contains(name)) {
            while (!m_out.isEmpty() && m_out.back() == u' ')
                m_out.chop(1);
            if (!m_out.isEmpty() && m_out.back() != u'\n')
                m_out.append(u'\n');
        } else if ((name == "td"_L1 || name == "th"_L1) && closing) {
            m_out.append(u'\t');
        }
    }

    const QString& m_html;
    QString m_out;
    qsizetype m_at = 0;
};

} // namespace

QString textFromHtml(const QString& html)
{
    return HtmlStripper(html).run().trimmed();
}

} // namespace Scoredesk
