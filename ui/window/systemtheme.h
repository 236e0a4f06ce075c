// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Scoredesk {

/// Whether the system prefers dark colours, as the desktop portal tells it, now and when it changes.
///
/// Asked without waiting: until the answer comes, and where there is no portal, light.
class SystemTheme : public QObject {
    Q_OBJECT

public:
    explicit SystemTheme(QObject* parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void set(uint scheme);

    bool m_dark = false;
};

} // namespace Scoredesk
