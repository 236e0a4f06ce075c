// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/keys.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool isTracking(const QString& name)
{
    static const QSet<QString> names = {
        u"fbclid"_s,    u"gclid"_s,       u"gclsrc"_s,   u"dclid"_s,   u"gbraid"_s,   u"wbraid"_s,
        u"msclkid"_s,   u"yclid"_s,       u"twclid"_s,   u"ttclid"_s,  u"igshid"_s,   u"igsh"_s,
        u"mc_cid"_s,    u"mc_eid"_s,      u"mkt_tok"_s,  u"_hsenc"_s,  u"_hsmi"_s,    u"ref_src"_s,
        u"ref_url"_s,   u"cmpid"_s,       u"cmp"_s,      u"ocid"_s,    u"smid"_s,     u"xtor"_s,
        u"s_cid"_s,     u"ncid"_s,        u"sr_share"_s, u"vero_id"_s, u"wickedid"_s, u"guccounter"_s,
        u"at_medium"_s, u"at_campaign"_s,
    };
    const QString lower = name.toLower();
    return lower.startsWith("utm_"_L1) || lower.startsWith("guce_"_L1) || lower.startsWith("ns_"_L1) ||
           lower.startsWith("oly_"_L1) || names.contains(lower);
}

static QUrl webUrl(const QString& link)
{
    QString text = link.trimmed();
    if (text.startsWith("//"_L1))
        text.prepend("https:"_L1);
    else if (!text.contains("://"_L1) && text.section(u'/', 0, 0).contains(u'.') && !text.contains(u' ') &&
             !text.section(u'/', 0, 0).contains(u'@') && !text.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        text.prepend("https://"_L1);
    const QUrl url(text, QUrl::TolerantMode);
    const QString scheme = url.scheme().toLower();
    const bool web = (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
    return web ? url : QUrl();
}

static QString bareHost(const QUrl& url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

QString linkKey(const QString& link)
{
    const QUrl url = webUrl(link);
    if (!url.isValid())
        return link.trimmed();
    QString key = bareHost(url);
    const int port = url.port();
    if (port > 0 && port != 80 && port != 443)
        key += u':' + QString::number(port);

    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    key += path;

    QStringList parameters;
    const QStringList given = url.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts);
    for (const QString& parameter : given)
        if (!isTracking(parameter.section(u'=', 0, 0)))
            parameters.append(parameter);
    std::sort(parameters.begin(), parameters.end());
    if (!parameters.isEmpty())
        key += u'?' + parameters.join(u'&');
    return key;
}

QString headlineKey(const QString& headline)
{
    const QString text = headline.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        // A vowel sign of an Indic script is part of the word, an accent that was split off is not.
        const bool ofWord =
            c.isLetterOrNumber() || c.isSurrogate() || (c.isMark() && !(c >= u'\u0300' && c <= u'\u036f'));
        const bool decimalPoint =
            c == u'.' && i > 0 && text.at(i - 1).isDigit() && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (ofWord || decimalPoint)
            key += c;
    }
    return key;
}

QString linkHost(const QString& link)
{
    const QUrl url = webUrl(link);
    return url.isValid() ? bareHost(url) : QString();
}

} // namespace Scoredesk
