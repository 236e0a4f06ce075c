// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/pagerenderer.h"

#include <QAbstractScrollArea>
#include <QCache>

namespace Scoredesk {

/// A PDF's pages below one another, rendered as they come into view.
class PagesView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PagesView(QWidget* parent = nullptr);

    /// Shows these very bytes; keeps the page it stands at where there is one.
    void showPdf(const QByteArray& pdf);
    void clear();

    int pageCount() const { return int(m_points.size()); }
    int currentPage() const { return m_current; } ///< from 0
    void goToPage(int page);
    /// 1 is the paper's own size at the screen's resolution; 0 fits the page's width.
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    /// The page as now shown; null until it has been rendered.
    QImage shownImage(int page) const;

Q_SIGNALS:
    void opened(int pages);
    void currentPageChanged(int page);
    void zoomStepRequested(int steps);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Shown {
        double dotsPerInch;
        QImage image;
    };

    void onOpened(const QList<QSizeF>& points);
    void onRendered(int page, double dotsPerInch, const QImage& image);
    void layOut();
    double dotsPerInch() const;
    QRect pageRect(int page) const; ///< in the viewport, where it is now
    int pageAt(int y) const;        ///< the page at this height of the whole
    void followScrolling();
    /// Asks for the next page in view that is not rendered as it should be; one at a time, so that scrolling
    /// past pages costs nothing.
    void askForNext();

    PageRenderer m_renderer;
    QList<QSizeF> m_points;
    QList<int> m_tops; ///< of each page, in pixels; one more for the end
    QCache<int, Shown> m_shown;
    double m_zoom = 0;
    double m_scale = 1; ///< pixels a point
    int m_current = 0;
    bool m_asked = false;
};

} // namespace Scoredesk
