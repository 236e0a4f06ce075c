// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QObject>

#include <functional>

namespace Scoredesk {

/// Shows notifications by the desktop's service (org.freedesktop.Notifications), one at a time: a new one
/// takes the place of the last. Nothing here waits for the service; without one nothing is shown, and nobody
/// told.
class DesktopNotifier : public QObject {
    Q_OBJECT

public:
    /// `service` is empty on a connection between two programs without a bus.
    explicit DesktopNotifier(QDBusConnection bus = QDBusConnection::sessionBus(),
                             QString service = QStringLiteral("org.freedesktop.Notifications"),
                             QObject* parent = nullptr);

    /// Plain text; where the service reads markup, it is escaped.
    void show(const QString& title, const QString& body);

Q_SIGNALS:
    /// Somebody chose what was shown last.
    void chosen();

private Q_SLOTS: // found on the bus by their names
    void onActionInvoked(uint id, const QString& action);

private:
    using Answered = std::function<void(const QDBusPendingCall&)>;

    void call(const QString& method, const QVariantList& arguments, const Answered& answered);
    void send(const QString& title, const QString& body, const QStringList& abilities);

    QDBusConnection m_bus;
    QString m_service;
    bool m_listens = false;
    uint m_shown = 0; // the service's number of the last; 0: none
};

} // namespace Scoredesk
