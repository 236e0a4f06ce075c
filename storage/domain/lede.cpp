// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/lede.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qsizetype most = 600;
static constexpr qsizetype wanted = 500;

static bool endsSentence(const QString& text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c == u'\u3002' || c == u'\uff01' || c == u'\uff1f') // full-width marks stand before no blank
        return true;
    return (c == u'.' || c == u'!' || c == u'?' || c == u'\u2026' || c == u'\u0964') &&
           at + 1 < text.size() && text.at(at + 1) == u' ';
}

QString ledeOf(const QString& text)
{
    QString plain = text.left(4 * most).simplified();
    if (plain.size() <= most)
        return plain;
    qsizetype cut = -1;
    for (qsizetype at = wanted / 2; at < most; ++at) {
        if (!endsSentence(plain, at))
            continue;
        if (cut >= 0 && at >= wanted)
            break;
        cut = at + 1;
    }
    if (cut > 0)
        return plain.left(cut);
    cut = plain.lastIndexOf(u' ', wanted);
    if (cut < wanted / 2)
        cut = plain.at(wanted - 1).isHighSurrogate() ? wanted - 1 : wanted;
    return plain.left(cut) + u'…';
}

QString headlineFrom(const Article& article)
{
    if (!article.title.isEmpty())
        return article.title;
    const QString lede = ledeOf(article.text);
    return lede.isEmpty() ? article.link : lede.left(120);
}

} // namespace Scoredesk
