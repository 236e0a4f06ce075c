// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/contentmarks.h"

#include "ui/pdf/typography.h"

#include <QtEndian>

#include <optional>

namespace Scoredesk {

namespace {

// A mark's code, where a line of the stream is "x 0 w h re" far off the page.
std::optional<int> codeOf(QByteArrayView line)
{
    if (!line.startsWith('-') || !line.endsWith(" re"))
        return std::nullopt;
    const qsizetype space = line.indexOf(' ');
    bool ok = false;
    const double x = line.first(space).toDouble(&ok);
    const int code = qRound(-x / pt);
    return ok && code >= artifactMark ? std::optional(code) : std::nullopt;
}

} // namespace

QByteArray pdfHexString(const QString& text)
{
    QByteArray utf16(2 * text.size() + 2, Qt::Uninitialized);
    qToBigEndian<char16_t>(u'\xfeff', utf16.data());
    for (qsizetype i = 0; i < text.size(); ++i)
        qToBigEndian<char16_t>(text[i].unicode(), utf16.data() + 2 * (i + 1));
    return '<' + utf16.toHex() + '>';
}

QByteArray replaceMarks(const QByteArray& content, const QList<ContentTag>& tags, int* found)
{
    QByteArray out;
    out.reserve(content.size());
    int contents = 0;
    bool open = false;
    bool skipFill = false;
    for (qsizetype start = 0; start < content.size();) {
        qsizetype end = content.indexOf('\n', start);
        if (end < 0)
            end = content.size();
        const QByteArrayView line = QByteArrayView(content).sliced(start, end - start);
        start = end + 1;
        if (const auto code = codeOf(line)) {
            if (open)
                out += "EMC\n";
            open = *code != endMark;
            if (*code == artifactMark) {
                out += "/Artifact BMC\n";
            } else if (*code >= contentMark && *code - contentMark < tags.size()) {
                const int id = *code - contentMark;
                const ContentTag& tag = tags[id];
                // Under the role's own name: on spans poppler takes it too, and sets right-to-left text
                // backwards.
                out += '/' + tag.role;
                out += " <</MCID " + QByteArray::number(id);
                if (!tag.actualText.isEmpty())
                    out += " /ActualText " + pdfHexString(tag.actualText);
                out += ">> BDC\n";
                ++contents;
            }
            skipFill = true;
        } else if (skipFill && (line == "f" || line == "f*")) {
            skipFill = false;
        } else {
            out += line;
            out += '\n';
        }
    }
    if (open)
        out += "EMC\n";
    if (found)
        *found = contents;
    return out;
}

} // namespace Scoredesk
