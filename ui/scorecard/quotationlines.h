// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace Scoredesk {

class QuotationLine;

/// The quotations that are pinned to one dimension: two lines, and the others on demand.
class QuotationLines : public QWidget {
    Q_OBJECT

public:
    QuotationLines(const Dimension& dimension, QWidget* parent = nullptr);

    /// Hidden where the story has none of its dimension.
    void showStory(const Dossier& dossier);
    /// Shows two again.
    void fold();

Q_SIGNALS:
    void jumpRequested(const Scoredesk::Quotation& quotation);
    void unpinRequested(const QUuid& quotation);
    void emptied(); ///< the line that had the keyboard went, and it was the last

private:
    QuotationLine* lineAt(qsizetype index);
    void arrange();

    Dimension m_dimension;
    QVBoxLayout* m_column;
    QToolButton* m_more;
    QList<QuotationLine*> m_lines; ///< as many as were ever needed; those without a quotation are hidden
    QList<Quotation> m_quotations;
    QStringList m_outlets; ///< of each
    bool m_unfolded = false;
};

} // namespace Scoredesk
