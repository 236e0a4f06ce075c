// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/arrival.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Scoredesk {

qint64 contentDigest(const Article& article)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    const auto add = [&hash](const QString& text) {
        const qsizetype size = text.size();
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&size), sizeof size));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(text.constData()), 2 * text.size()));
    };
    add(article.title);
    add(article.text);
    add(article.html);
    add(article.link);
    add(article.author);
    // A guessed time is that of the fetch, which is another each time.
    const qint64 stated = article.publishedIsGuess || !article.publishedAt.isValid()
                              ? 0
                              : article.publishedAt.toMSecsSinceEpoch();
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&stated), sizeof stated));
    const qint64 digest = qFromBigEndian<qint64>(hash.result().constData());
    return digest == 0 ? 1 : digest;
}

} // namespace Scoredesk
