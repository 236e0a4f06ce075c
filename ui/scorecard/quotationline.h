// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/quotation.h"

#include <QAbstractButton>

class QToolButton;

namespace Scoredesk {

/// A quotation in one line, with its outlet, elided to the width. A click or Enter asks for it in its
/// article, Delete or its cross unpins it.
class QuotationLine : public QAbstractButton {
    Q_OBJECT

public:
    explicit QuotationLine(QWidget* parent = nullptr);

    /// `outlet` empty: its article is not with the story any more. `dimension` is what it is pinned to.
    void showQuotation(const Quotation& quotation, const QString& outlet, const QString& dimension);
    const Quotation& quotation() const { return m_quotation; }
    /// As it stands in a line of that many pixels.
    QString lineText(int width) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void unpinRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    int roomForText() const;

    Quotation m_quotation;
    QString m_outlet;
    QToolButton* m_unpin;
};

} // namespace Scoredesk
