// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/systemtheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const QString service = u"org.freedesktop.portal.Desktop"_s;
static const QString path = u"/org/freedesktop/portal/desktop"_s;
static const QString interface = u"org.freedesktop.portal.Settings"_s;
static const QString group = u"org.freedesktop.appearance"_s;
static const QString key = u"color-scheme"_s;

SystemTheme::SystemTheme(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // The one string-based connect: QtDBus has no other.
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    ask << group << key;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid()) // the portal wraps the number in two variants
            set(reply.value().variant().value<QDBusVariant>().variant().toUInt());
        answer->deleteLater();
    });
}

void SystemTheme::onSettingChanged(const QString& changedGroup, const QString& changedKey,
                                   const QDBusVariant& value)
{
    if (changedGroup == group && changedKey == key)
        set(value.variant().toUInt());
}

void SystemTheme::set(uint scheme)
{
    const bool dark = scheme == 1; // 0 no preference, 1 dark, 2 light
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed(dark);
}

} // namespace Scoredesk
