// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/csvtable.h"

#include <QStringDecoder>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// What a spreadsheet would run, whether or not quotation marks keep it from that already.
static bool isFormula(QStringView cell)
{
    static const QString starts = u"=+-@\t\r\n＝＋－＠"_s;
    while (cell.startsWith(u'\''))
        cell = cell.mid(1);
    return !cell.isEmpty() && starts.contains(cell.front());
}

static QChar separatorOf(const QString& text)
{
    const QString head = text.left(std::max(text.indexOf(u'\n'), qsizetype(0)));
    QChar best = u',';
    for (const QChar candidate : {u';', u'\t'})
        if (head.count(candidate) > head.count(best))
            best = candidate;
    return best;
}

static QString withoutGuard(const QString& cell)
{
    return cell.startsWith(u'\'') && isFormula(cell) ? cell.mid(1) : cell;
}

Result<QList<CsvLine>> csvLines(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // passes over a byte order mark
    QString text = decoder(bytes);
    if (decoder.hasError())
        return fail(u"The file is no UTF-8 text; save it as CSV in UTF-8."_s, ErrorCode::InvalidInput);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const QChar separator = separatorOf(text);
    QList<CsvLine> lines;
    CsvLine line;
    QString cell;
    int number = 1;
    line.number = 1;
    const auto endCell = [&] {
        line.cells.append(withoutGuard(cell));
        cell.clear();
    };
    const auto endLine = [&] {
        endCell();
        const bool isBlank = std::all_of(line.cells.begin(), line.cells.end(),
                                         [](const QString& content) { return content.trimmed().isEmpty(); });
        if (!isBlank)
            lines.append(line);
        line = {{}, number};
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"' && cell.isEmpty()) {
            const int opened = number;
            for (++at;; ++at) {
                if (at >= text.size())
                    return fail(u"Line %1: a quotation mark is not closed."_s.arg(opened),
                                ErrorCode::InvalidInput);
                if (text.at(at) == u'"') {
                    if (at + 1 >= text.size() || text.at(at + 1) != u'"')
                        break;
                    ++at; // two of them are one
                }
                number += text.at(at) == u'\n' ? 1 : 0;
                cell += text.at(at);
            }
        } else if (c == separator) {
            endCell();
        } else if (c == u'\n') {
            ++number;
            endLine();
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !line.cells.isEmpty())
        endLine();
    return lines;
}

QString csvLine(const QStringList& cells)
{
    QStringList written;
    for (QString cell : cells) {
        if (isFormula(cell))
            cell.prepend(u'\'');
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u';') || cell.contains(u'\t') ||
            cell.contains(u'\n') || cell.contains(u'\r'))
            cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
        written.append(cell);
    }
    return written.join(u',') + u"\r\n"_s;
}

} // namespace Scoredesk
