// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace Scoredesk {

class StallWatch;

/// The application, with each event that its thread handles told to a watch, where there is one.
class WatchedApplication : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;

    /// Null ends it. The watch must outlive its use here.
    void setWatch(StallWatch* watch) { m_watch = watch; }
    bool notify(QObject* receiver, QEvent* event) override;

private:
    StallWatch* m_watch = nullptr;
};

} // namespace Scoredesk
