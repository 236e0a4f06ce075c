// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QWidget>

namespace Scoredesk {

/// How many articles came in each span of time, as bars; a span is an hour, or several where a story lasts
/// long.
struct HourCounts {
    QDateTime start;   ///< UTC, of the first bar; invalid where there is nothing
    int hours = 1;     ///< a bar stands for
    QList<int> counts; ///< none in a span where none came

    int most() const;

    bool operator==(const HourCounts&) const = default;
};

/// At most so many bars. Invalid times are left out.
HourCounts countByHour(const QList<QDateTime>& times, int mostBars);

/// A story's articles per hour, small. Says in words what it shows.
class HourPlot : public QWidget {
    Q_OBJECT

public:
    explicit HourPlot(QWidget* parent = nullptr);

    void setTimes(const QList<QDateTime>& times);
    const HourCounts& counts() const { return m_counts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString spanText(qsizetype bar) const;
    QRectF barRect(qsizetype bar) const;

    HourCounts m_counts;
};

} // namespace Scoredesk
