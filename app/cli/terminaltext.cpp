// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminaltext.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool steers(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x2028 ||
           code == 0x2029;
}

QString printable(const QString& text)
{
    QString clean = text;
    for (QChar& c : clean)
        if (steers(c))
            c = u' ';
    return clean.simplified();
}

QString printableLines(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        lines.append(printable(line));
    return lines.join(u'\n');
}

QString cut(const QString& text, int most)
{
    if (text.size() <= most)
        return text;
    QString shortened = text.left(most - 1);
    if (shortened.back().isHighSurrogate())
        shortened.chop(1);
    return shortened.trimmed() + u'…';
}

QString wrapped(const QString& text, int width, const QString& indent)
{
    QStringList lines;
    for (const QString& paragraph : text.split(u'\n')) {
        QString line;
        for (const QString& word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > width) {
                lines.append(indent + line);
                line.clear();
            }
            line += (line.isEmpty() ? QString() : u" "_s) + word;
        }
        lines.append(line.isEmpty() ? QString() : indent + line);
    }
    return lines.join(u'\n');
}

QString columns(const QList<QStringList>& rows, const QList<int>& rightAligned)
{
    QList<qsizetype> widths;
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                line += u"  "_s;
            if (rightAligned.contains(int(i)))
                line += row.at(i).rightJustified(widths.at(i));
            else
                line += i + 1 == row.size() ? row.at(i) : row.at(i).leftJustified(widths.at(i));
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace Scoredesk
