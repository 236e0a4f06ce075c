// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Scoredesk::Test {

inline quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int i = 0; i < 4; ++i)
        bytes += char(value >> (8 * i));
    return bytes;
}

inline QByteArray zlibOf(const QByteArray& bytes)
{
    return qCompress(bytes, 9).mid(4);
}

inline QByteArray gzipOf(const QByteArray& bytes)
{
    const QByteArray zlib = zlibOf(bytes);
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.mid(2, zlib.size() - 6) +
           littleEndian(crcOf(bytes)) + littleEndian(quint32(bytes.size()));
}

} // namespace Scoredesk::Test
