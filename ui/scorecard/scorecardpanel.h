// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/quotation.h"
#include "storage/method/method.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace Scoredesk {

class ComparablesList;
class Desk;
class DimensionRow;
class ImpactHeader;
class VectorLine;

/// The analyst's card of the current story: impact as it stands, a row a dimension, the score vector.
class ScorecardPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScorecardPanel(Desk& desk, QWidget* parent = nullptr);

    /// Counted from 0 in the method's order; anything else does nothing.
    void focusDimension(int index);
    /// The story that is chosen among those like the current one, else the first of them; none: nothing.
    void openComparable();

Q_SIGNALS:
    /// A row unfolded: whoever scrolls may bring it into view.
    void rowActivated(QWidget* row);
    void quotationRequested(const Scoredesk::Quotation& quotation); ///< to be seen in its article

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildRows();
    void refresh();
    void showSuggestions();
    void activate(int index);
    void leaveComparables();
    void showComparables();
    void alignNames();

    Desk& m_desk;
    ImpactHeader* m_impact;
    QVBoxLayout* m_column;
    VectorLine* m_vector;
    ComparablesList* m_comparables;
    QList<DimensionRow*> m_rows;
    Method m_method; ///< that the rows are built for
    int m_active = -1;
    int m_toActivate = -1;
    QTimer m_untilReleased;
    QTimer m_untilSettled; ///< the focus: what is asked of the desk for it must not hold up a key
};

} // namespace Scoredesk
