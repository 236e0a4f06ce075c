// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"

#include <QWidget>

namespace Scoredesk {

class BandScale;
class ToneLabel;

/// The impact of the analyst's card as it stands: number or range, band, what the card states of itself, and
/// how others judged.
class ImpactHeader : public QWidget {
    Q_OBJECT

public:
    explicit ImpactHeader(QWidget* parent = nullptr);

    void showCard(const Method& method, const Scorecard& card, const QList<Scorecard>& all);

private:
    void showStated(const Method& method, const Scorecard& card);
    void showOthers(const Method& method, const Scorecard& card, const QList<Scorecard>& all);

    ToneLabel* m_figure;
    ToneLabel* m_outOf;
    ToneLabel* m_band;
    ToneLabel* m_unset;
    BandScale* m_scale;
    ToneLabel* m_stated;
    ToneLabel* m_others;
};

} // namespace Scoredesk
