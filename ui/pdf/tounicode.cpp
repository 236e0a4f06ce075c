// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/tounicode.h"

#include <QHash>
#include <QString>

namespace Scoredesk {

namespace {

// Radicals that Unicode does not decompose, with the ideographs that fonts draw alike (Unicode's
// EquivalentUnifiedIdeograph).
const QHash<char16_t, char16_t>& radicals()
{
    static const QHash<char16_t, char16_t> table = {
        {0x2e8e, 0x5140}, {0x2e92, 0x5df3}, {0x2e9d, 0x6708}, {0x2e9f, 0x6bcd}, {0x2ea0, 0x6c11},
        {0x2eb6, 0x7f8a}, {0x2ebc, 0x8089}, {0x2ec1, 0x864e}, {0x2ec4, 0x897f}, {0x2ec5, 0x89c1},
        {0x2ec6, 0x89d2}, {0x2ec9, 0x8d1d}, {0x2ecb, 0x8f66}, {0x2ed1, 0x9577}, {0x2ed3, 0x957f},
        {0x2ed4, 0x95e8}, {0x2ed8, 0x9752}, {0x2eda, 0x9875}, {0x2edb, 0x98ce}, {0x2edc, 0x98de},
        {0x2edd, 0x98df}, {0x2ee2, 0x9a6c}, {0x2ee4, 0x9b3c}, {0x2ee5, 0x9c7c}, {0x2ee6, 0x9e1f},
        {0x2ee8, 0x9ea6}, {0x2ee9, 0x9ec4}, {0x2eeb, 0x6589}, {0x2eec, 0x9f50}, {0x2eed, 0x6b6f},
        {0x2eee, 0x9f7f}, {0x2eef, 0x7adc}, {0x2ef0, 0x9f99}};
    return table;
}

QString written(char16_t character)
{
    switch (character) {
    case u'\t':
    case 0x00a0:
        return QString(u' ');
    case 0x00ad:
        return QString(u'-');
    default:
        break;
    }
    const bool kangxi = character >= 0x2f00 && character < 0x2fe0;
    const bool arabicForm =
        (character >= 0xfb50 && character <= 0xfdff) || (character >= 0xfe70 && character <= 0xfefc);
    if (kangxi || arabicForm) {
        // Of two letters joined in one glyph, readers disagree about which comes first in right-to-left text.
        const QString letters = QString(QChar(character)).normalized(QString::NormalizationForm_KC);
        return letters.size() == 1 ? letters : QString(QChar(character));
    }
    const auto radical = radicals().constFind(character);
    return QString(QChar(radical == radicals().constEnd() ? character : *radical));
}

QByteArray hexCode(const QString& text)
{
    QByteArray code = "<";
    for (const QChar c : text)
        code += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return code + '>';
}

} // namespace

QByteArray mendedToUnicode(const QByteArray& map)
{
    // Characters stand between brackets; elsewhere four hex digits are a glyph.
    QByteArray mended;
    mended.reserve(map.size());
    bool inList = false;
    for (qsizetype i = 0; i < map.size(); ++i) {
        const char c = map[i];
        inList = c == '[' || (inList && c != ']');
        bool isCode = false;
        const int code = inList && c == '<' && i + 5 < map.size() && map[i + 5] == '>'
                             ? map.mid(i + 1, 4).toInt(&isCode, 16)
                             : 0;
        if (isCode) {
            mended += hexCode(written(char16_t(code)));
            i += 5;
        } else {
            mended += c;
        }
    }
    return mended;
}

} // namespace Scoredesk
