// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/fetchwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

namespace Scoredesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

QString dayOf(const QDateTime& time)
{
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

QString tlsReason(const QSslError& error, const QString& host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("The certificate of %1 expired on %2.").arg(host, dayOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return Words::tr("The certificate of %1 is valid only from %2; is this machine's clock right?")
            .arg(host, dayOf(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return Words::tr("The certificate that %1 shows was given to another server (%2).")
            .arg(host, certificate.subjectInfo(QSslCertificate::CommonName).join(u", "));
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("%1 has signed its certificate itself, so that nothing proves it is %1.").arg(host);
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("The certificate of %1 comes from nobody whom this machine trusts.").arg(host);
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Words::tr("The certificate of %1 was revoked.").arg(host);
    default:
        return Words::tr("The connection to %1 cannot be trusted: %2.").arg(host, error.errorString());
    }
}

} // namespace

FetchFault faultOfStatus(int status)
{
    switch (status) {
    case 401:
        return {FetchFailure::Status, Words::tr("The server wants a name and password (401).")};
    case 403:
        return {FetchFailure::Status, Words::tr("The server refuses to give it (403).")};
    case 404:
        return {FetchFailure::Status, Words::tr("There is nothing at this address (404).")};
    case 407:
        return {FetchFailure::Status, Words::tr("The proxy wants a name and password (407).")};
    case 410:
        return {FetchFailure::Status, Words::tr("The feed is gone for good, the server says (410).")};
    case 429:
        return {FetchFailure::Status, Words::tr("The server was asked too often (429).")};
    case 503:
        return {FetchFailure::Status, Words::tr("The server is busy or being worked on (503).")};
    default:
        break;
    }
    if (status >= 500)
        return {FetchFailure::Status, Words::tr("The server has a fault of its own (%1).").arg(status)};
    return {FetchFailure::Status, Words::tr("The server answered with status %1.").arg(status)};
}

FetchFault faultOfError(QNetworkReply::NetworkError error, const QString& text, const QString& host,
                        const QList<QSslError>& tls)
{
    if (!tls.isEmpty())
        return {FetchFailure::Tls, tlsReason(tls.first(), host)};
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return {FetchFailure::Tls, Words::tr("No secure connection to %1 came about: %2.").arg(host, text)};
    case QNetworkReply::HostNotFoundError:
        return {FetchFailure::NoHost, Words::tr("There is no server named %1, or no network.").arg(host)};
    case QNetworkReply::ConnectionRefusedError:
        return {FetchFailure::Network, Words::tr("%1 refuses connections.").arg(host)};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return {FetchFailure::Timeout, Words::tr("%1 did not answer in time.").arg(host)};
    case QNetworkReply::RemoteHostClosedError:
        return {FetchFailure::Damaged, Words::tr("%1 broke off before the end.").arg(host)};
    case QNetworkReply::UnknownContentError: // of which Qt says no more
        return {FetchFailure::Damaged,
                Words::tr("What %1 sent is damaged: it cannot be unpacked.").arg(host)};
    case QNetworkReply::ProtocolFailure:
        return {FetchFailure::Damaged, Words::tr("What %1 sent is damaged: %2.").arg(host, text)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
        return {FetchFailure::Network, Words::tr("The system's proxy cannot be reached.")};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {FetchFailure::Network, Words::tr("The system's proxy wants a name and password.")};
    default:
        return {FetchFailure::Network, Words::tr("%1 could not be reached: %2.").arg(host, text)};
    }
}

} // namespace Scoredesk
