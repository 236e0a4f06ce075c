// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks.h"

#include <QPalette>
#include <QWidget>

class QPainter;
class QRectF;

namespace Scoredesk {

/// Octagon, triangle or disc in the severity's tone: told apart by shape as well as by colour.
void paintSeverity(QPainter& painter, const QRectF& rect, Severity severity, const QPalette& palette);

/// The sign of a severity, as high as a line of text.
class SeverityIcon : public QWidget {
    Q_OBJECT

public:
    explicit SeverityIcon(QWidget* parent = nullptr);

    void setSeverity(Severity severity);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Severity m_severity = Severity::Note;
};

} // namespace Scoredesk
