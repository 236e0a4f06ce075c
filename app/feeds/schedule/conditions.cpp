// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/schedule/conditions.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QNetworkInformation>
#include <QVariantMap>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const QString powerService = u"org.freedesktop.UPower"_s;
const QString powerPath = u"/org/freedesktop/UPower"_s;
const QString properties = u"org.freedesktop.DBus.Properties"_s;

} // namespace

Conditions::Conditions(QObject* parent) : QObject(parent)
{
    watchPower();
    watchNetwork();
}

void Conditions::watchPower()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    // Qt finds a slot on the bus by its signature in text; there is no other way.
    bus.connect(powerService, powerPath, properties, u"PropertiesChanged"_s, this,
                SLOT(onPowerChanged(QString, QVariantMap)));
    QDBusMessage ask = QDBusMessage::createMethodCall(powerService, powerPath, properties, u"Get"_s);
    ask << powerService << u"OnBattery"_s;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            set(m_onBattery, reply.value().variant().toBool());
        done->deleteLater();
    });
}

void Conditions::onPowerChanged(const QString& interface, const QVariantMap& changed)
{
    if (interface == powerService && changed.contains(u"OnBattery"_s))
        set(m_onBattery, changed.value(u"OnBattery"_s).toBool());
}

void Conditions::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QNetworkInformation* network = QNetworkInformation::instance();
    if (network->supports(QNetworkInformation::Feature::Metered)) {
        set(m_metered, network->isMetered());
        connect(network, &QNetworkInformation::isMeteredChanged, this,
                [this](bool metered) { set(m_metered, metered); });
    }
    if (network->supports(QNetworkInformation::Feature::Reachability)) {
        const auto isOffline = [](QNetworkInformation::Reachability reach) {
            return reach == QNetworkInformation::Reachability::Disconnected;
        };
        set(m_offline, isOffline(network->reachability()));
        connect(
            network, &QNetworkInformation::reachabilityChanged, this,
            [this, isOffline](QNetworkInformation::Reachability reach) { set(m_offline, isOffline(reach)); });
    }
}

void Conditions::set(bool& which, bool value)
{
    if (which == value)
        return;
    which = value;
    Q_EMIT changed();
}

} // namespace Scoredesk
