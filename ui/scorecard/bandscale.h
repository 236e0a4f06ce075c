// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/impact.h"

#include <QWidget>

#include <optional>

namespace Scoredesk {

/// Impact on its way from 0 to 10 through the method's bands: a mark, or a stretch while it is a range.
class BandScale : public QWidget {
    Q_OBJECT

public:
    explicit BandScale(QWidget* parent = nullptr);

    void showImpact(const Method& method, const std::optional<Impact>& impact, std::optional<double> stated);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    qreal at(double impact) const;

    Method m_method;
    std::optional<Impact> m_impact;
    std::optional<double> m_stated;
};

} // namespace Scoredesk
