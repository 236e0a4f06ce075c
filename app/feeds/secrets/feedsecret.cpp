// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/secrets/feedsecret.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

} // namespace

QByteArray toBytes(const FeedSecret& secret)
{
    QJsonArray headers;
    for (const auto& [name, value] : secret.headers)
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    return QJsonDocument(QJsonObject{{u"user"_s, secret.user},
                                     {u"password"_s, secret.password},
                                     {u"headers"_s, headers}})
        .toJson(QJsonDocument::Compact);
}

Result<FeedSecret> feedSecretFromBytes(const QByteArray& bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return fail(Words::tr("The keychain's entry for this feed is not one of Scoredesk's."));
    FeedSecret secret;
    secret.user = document["user"_L1].toString();
    secret.password = document["password"_L1].toString();
    for (const QJsonValue entry : document["headers"_L1].toArray()) {
        const QByteArray name = entry[0].toString().toLatin1();
        const QByteArray value = entry[1].toString().toLatin1();
        if (headerFault(name, value).isEmpty())
            secret.headers.append({name, value});
    }
    return secret;
}

QString headerFault(const QByteArray& name, const QByteArray& value)
{
    static const std::array<QByteArrayView, 10> ours = {
        "host",       "connection", "content-length", "transfer-encoding", "upgrade",
        "keep-alive", "te",         "trailer",        "if-none-match",     "if-modified-since"};
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isTokenCharacter))
        return Words::tr("“%1” is no name of a header field.").arg(QString::fromLatin1(name.left(60)));
    const QByteArray lower = name.toLower();
    if (std::find(ours.begin(), ours.end(), QByteArrayView(lower)) != ours.end())
        return Words::tr("The header field “%1” is the program's own.").arg(QString::fromLatin1(name));
    const bool clean = std::all_of(value.begin(), value.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    });
    return clean ? QString()
                 : Words::tr("The value of the header field “%1” holds control characters.")
                       .arg(QString::fromLatin1(name));
}

} // namespace Scoredesk
