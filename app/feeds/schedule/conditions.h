// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusPendingCallWatcher;

namespace Scoredesk {

/// What the system says of power and network, for what need not happen now. Where it says nothing, all is
/// well.
class Conditions : public QObject {
    Q_OBJECT

public:
    explicit Conditions(QObject* parent = nullptr);

    bool onBattery() const { return m_onBattery; }
    bool metered() const { return m_metered; }
    bool offline() const { return m_offline; }
    /// Whether feeds may be read by themselves.
    bool areGood() const { return !m_onBattery && !m_metered && !m_offline; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPowerChanged(const QString& interface, const QVariantMap& changed);

private:
    void watchPower();
    void watchNetwork();
    void set(bool& which, bool value);

    bool m_onBattery = false;
    bool m_metered = false;
    bool m_offline = false;
};

} // namespace Scoredesk
