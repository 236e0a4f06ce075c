// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowactions.h"

#include <QPointer>
#include <QWidget>

namespace Scoredesk {

/// The keys, laid over the window until any key or click.
class KeysOverlay : public QWidget {
    Q_OBJECT

public:
    KeysOverlay(const WindowActions& actions, QWidget* window);

    void toggle();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QFont& font);

    const WindowActions& m_actions;
    QWidget* m_sheet = nullptr;
    QPointer<QWidget> m_before; ///< had the keys, and has them again afterwards
};

} // namespace Scoredesk
