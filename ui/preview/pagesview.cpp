// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/pagesview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr int margin = 14;
constexpr int cacheKilobytes = 96 * 1024;

} // namespace

PagesView::PagesView(QWidget* parent) : QAbstractScrollArea(parent)
{
    m_shown.setMaxCost(cacheKilobytes);
    setFocusPolicy(Qt::StrongFocus);
    // Always there, so that fitting the width does not depend on what fits the height.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
    setAccessibleName(tr("Pages"));
    connect(&m_renderer, &PageRenderer::opened, this, &PagesView::onOpened);
    connect(&m_renderer, &PageRenderer::rendered, this, &PagesView::onRendered);
}

void PagesView::showPdf(const QByteArray& pdf)
{
    m_asked = false;
    m_renderer.open(pdf);
}

void PagesView::clear()
{
    m_asked = false;
    m_renderer.close();
    m_points.clear();
    m_shown.clear();
    layOut();
}

void PagesView::onOpened(const QList<QSizeF>& points)
{
    const int page = m_current;
    m_points = points;
    m_shown.clear();
    layOut();
    goToPage(std::min(page, std::max(0, pageCount() - 1)));
    Q_EMIT opened(pageCount());
}

void PagesView::goToPage(int page)
{
    if (page >= 0 && page < pageCount())
        verticalScrollBar()->setValue(m_tops[page] - margin);
    followScrolling();
}

void PagesView::setZoom(double zoom)
{
    m_zoom = zoom;
    layOut();
}

QImage PagesView::shownImage(int page) const
{
    const Shown* const shown = m_shown.object(page);
    return shown ? shown->image : QImage();
}

double PagesView::dotsPerInch() const
{
    return m_scale * 72 * devicePixelRatioF();
}

void PagesView::layOut()
{
    // Relative to the page, so that zooming keeps the place that is read.
    const QScrollBar* const bar = verticalScrollBar();
    const int page = m_current;
    const double before = m_scale;
    const double within =
        page < pageCount() && m_tops.size() > page ? (bar->value() - m_tops[page]) / before : 0;

    double widest = 1;
    for (const QSizeF& size : std::as_const(m_points))
        widest = std::max(widest, size.width());
    m_scale = m_zoom > 0 ? m_zoom * logicalDpiX() / 72.0 : (viewport()->width() - 2 * margin) / widest;
    m_scale = std::clamp(m_scale, 0.1, 10.0);
    m_tops.clear();
    int y = margin;
    for (const QSizeF& size : std::as_const(m_points)) {
        m_tops.append(y);
        y += qRound(size.height() * m_scale) + margin;
    }
    m_tops.append(y);

    const QSize room = viewport()->size();
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(std::max(20, room.height() / 12));
    verticalScrollBar()->setRange(0, std::max(0, y - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, std::max(0, qRound(widest * m_scale) + 2 * margin - room.width()));
    if (page < pageCount())
        verticalScrollBar()->setValue(m_tops[page] + qRound(within * m_scale));
    viewport()->update();
    askForNext();
}

QRect PagesView::pageRect(int page) const
{
    const QSize size = (m_points[page] * m_scale).toSize();
    const int x = std::max(margin, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    return {QPoint(x, m_tops[page] - verticalScrollBar()->value()), size};
}

int PagesView::pageAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return std::clamp(int(after - m_tops.begin()) - 1, 0, std::max(0, pageCount() - 1));
}

void PagesView::followScrolling()
{
    // The page in the middle is the one that is read.
    const int page = pageAt(verticalScrollBar()->value() + viewport()->height() / 2);
    if (page != m_current) {
        m_current = page;
        setAccessibleDescription(tr("Page %1 of %2").arg(page + 1).arg(pageCount()));
        Q_EMIT currentPageChanged(page);
    }
    askForNext();
}

void PagesView::askForNext()
{
    if (m_asked || m_points.isEmpty() || !isVisible())
        return;
    const int top = verticalScrollBar()->value();
    const int last = pageAt(top + viewport()->height());
    for (int page = pageAt(top); page <= last; ++page) {
        const Shown* const shown = m_shown.object(page);
        if (shown && qFuzzyCompare(shown->dotsPerInch, dotsPerInch()))
            continue;
        m_asked = true;
        m_renderer.render(page, dotsPerInch());
        return;
    }
}

void PagesView::onRendered(int page, double dotsPerInch, const QImage& image)
{
    m_asked = false;
    // The cost bounds memory; a page larger than all of it is still shown.
    const qsizetype cost = std::min<qsizetype>(image.sizeInBytes() / 1024, cacheKilobytes / 2);
    m_shown.insert(page, new Shown{dotsPerInch, image}, cost);
    if (page < pageCount())
        viewport()->update(pageRect(page));
    askForNext();
}

bool PagesView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Show)
        askForNext();
    return QAbstractScrollArea::viewportEvent(event);
}

void PagesView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_points.isEmpty())
        return;
    const int top = verticalScrollBar()->value();
    const int last = pageAt(top + event->rect().bottom());
    for (int page = pageAt(top + event->rect().top() - margin); page <= last; ++page) {
        const QRect rect = pageRect(page);
        painter.fillRect(rect, Qt::white);
        if (const Shown* const shown = m_shown.object(page))
            painter.drawImage(rect, shown->image);
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
}

void PagesView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PagesView::scrollContentsBy(int, int)
{
    viewport()->update();
    followScrolling();
}

void PagesView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        break;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        break;
    case Qt::Key_Space:
        verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier
                                               ? QAbstractSlider::SliderPageStepSub
                                               : QAbstractSlider::SliderPageStepAdd);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagesView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomStepRequested(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace Scoredesk
