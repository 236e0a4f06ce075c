// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifying/desktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const QString path = u"/org/freedesktop/Notifications"_s;
const QString interface = u"org.freedesktop.Notifications"_s;
const QString defaultAction = u"default"_s; // a click on the notification itself
constexpr int serversOwnTime = -1;

} // namespace

DesktopNotifier::DesktopNotifier(QDBusConnection bus, QString service, QObject* parent)
    : QObject(parent), m_bus(std::move(bus)), m_service(std::move(service))
{
}

void DesktopNotifier::call(const QString& method, const QVariantList& arguments, const Answered& answered)
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, path, interface, method);
    message.setArguments(arguments);
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [answered](QDBusPendingCallWatcher* done) {
        answered(*done);
        done->deleteLater();
    });
}

void DesktopNotifier::show(const QString& title, const QString& body)
{
    if (!m_bus.isConnected())
        return;
    // Not before the first: whoever wants no notifications asks the bus for nothing. Qt finds a slot on the
    // bus by its signature in text; there is no other way.
    if (!m_listens)
        m_listens = m_bus.connect(m_service, path, interface, u"ActionInvoked"_s, this,
                                  SLOT(onActionInvoked(uint, QString)));
    // Asked each time: the service may have been replaced, and starts when it is first needed.
    call(u"GetCapabilities"_s, {}, [this, title, body](const QDBusPendingCall& done) {
        const QDBusPendingReply<QStringList> abilities = done;
        if (!abilities.isError())
            send(title, body, abilities.value());
    });
}

void DesktopNotifier::send(const QString& title, const QString& body, const QStringList& abilities)
{
    const QString shown = abilities.contains("body-markup"_L1) ? body.toHtmlEscaped() : body;
    QStringList actions;
    if (abilities.contains("actions"_L1))
        actions = {defaultAction, tr("Show")};
    const QVariantMap hints = {{u"desktop-entry"_s, u"scoredesk"_s}};
    call(u"Notify"_s,
         {tr("Scoredesk"), m_shown, u"scoredesk"_s, title, shown, actions, hints, serversOwnTime},
         [this](const QDBusPendingCall& done) {
             const QDBusPendingReply<uint> id = done;
             m_shown = id.isError() ? 0 : id.value();
         });
}

void DesktopNotifier::onActionInvoked(uint id, const QString& action)
{
    if (id != 0 && id == m_shown && action == defaultAction)
        Q_EMIT chosen();
}

} // namespace Scoredesk
