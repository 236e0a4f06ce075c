// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QSizeF>
#include <QThreadPool>

#include <memory>

namespace Poppler {
class Document;
}

namespace Scoredesk {

/// Turns a PDF's pages into images on a thread of its own, with the library that other readers use.
///
/// The document is touched by that one thread only, as poppler demands.
class PageRenderer : public QObject {
    Q_OBJECT

public:
    explicit PageRenderer(QObject* parent = nullptr);
    ~PageRenderer() override;

    /// Replaces the document; what was asked of the one before is not answered any more.
    void open(const QByteArray& pdf);
    void close();
    void render(int page, double dotsPerInch);

Q_SIGNALS:
    void opened(const QList<QSizeF>& points); ///< of each page; empty where it is no PDF
    void rendered(int page, double dotsPerInch, const QImage& image);

private:
    QThreadPool m_thread;
    std::shared_ptr<Poppler::Document> m_document; ///< handed from task to task
    int m_generation = 0;
};

} // namespace Scoredesk
