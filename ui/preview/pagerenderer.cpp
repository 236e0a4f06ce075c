// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/pagerenderer.h"

#include <QtConcurrent>

#include <poppler-qt6.h>

namespace Scoredesk {

namespace {

struct OpenedPdf {
    std::shared_ptr<Poppler::Document> document;
    QList<QSizeF> points;
};

OpenedPdf openPdf(const QByteArray& pdf)
{
    OpenedPdf opened;
    opened.document = Poppler::Document::loadFromData(pdf);
    if (!opened.document)
        return opened;
    opened.document->setRenderHint(Poppler::Document::Antialiasing);
    opened.document->setRenderHint(Poppler::Document::TextAntialiasing);
    for (int i = 0; i < opened.document->numPages(); ++i) {
        const std::unique_ptr<Poppler::Page> page(opened.document->page(i));
        opened.points.append(page ? page->pageSizeF() : QSizeF());
    }
    return opened;
}

} // namespace

PageRenderer::PageRenderer(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

PageRenderer::~PageRenderer()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void PageRenderer::open(const QByteArray& pdf)
{
    close();
    const int generation = m_generation;
    QtConcurrent::run(&m_thread, openPdf, pdf).then(this, [this, generation](const OpenedPdf& opened) {
        if (generation != m_generation)
            return;
        m_document = opened.document;
        Q_EMIT this->opened(opened.points);
    });
}

void PageRenderer::close()
{
    m_thread.clear();
    m_document.reset();
    ++m_generation;
}

void PageRenderer::render(int page, double dotsPerInch)
{
    if (!m_document)
        return;
    const int generation = m_generation;
    QtConcurrent::run(&m_thread, [document = m_document, page, dotsPerInch] {
        const std::unique_ptr<Poppler::Page> opened(document->page(page));
        return opened ? opened->renderToImage(dotsPerInch, dotsPerInch) : QImage();
    }).then(this, [this, generation, page, dotsPerInch](const QImage& image) {
        if (generation == m_generation)
            Q_EMIT rendered(page, dotsPerInch, image);
    });
}

} // namespace Scoredesk
