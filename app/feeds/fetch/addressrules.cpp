// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/addressrules.h"

#include "storage/domain/link.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QString addressFault(const QUrl& url)
{
    if (!url.isValid())
        return Words::tr("This is no address that can be read.");
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return Words::tr("Only http and https addresses are fetched.");
    if (url.host().isEmpty())
        return Words::tr("The address names no server.");
    if (!url.userInfo().isEmpty())
        return Words::tr("The address holds a name or password.");
    return {};
}

RedirectStep redirectStep(const QUrl& from, const QByteArray& location)
{
    if (location.isEmpty())
        return {{}, Words::tr("The server redirects without saying where to.")};
    QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::TolerantMode));
    if (!to.hasFragment() && from.hasFragment())
        to.setFragment(from.fragment());
    to.setUserInfo({});
    if (const QString fault = addressFault(to); !fault.isEmpty())
        return {to, Words::tr("The server redirects to an address that is not fetched: %1").arg(fault)};
    if (from.scheme() == "https"_L1 && to.scheme() == "http"_L1)
        return {to,
                Words::tr("The server redirects from https to http (%1), which others could read and change.")
                    .arg(to.toDisplayString())};
    if (leadsInward(from.host(), to.host()))
        return {to, Words::tr("The server redirects into a private network (%1).").arg(to.host())};
    return {to, {}};
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 &&
           portOf(a) == portOf(b);
}

} // namespace Scoredesk
