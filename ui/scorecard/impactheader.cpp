// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/impactheader.h"

#include "storage/method/impact.h"
#include "ui/scorecard/bandscale.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/impacttext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

ImpactHeader::ImpactHeader(QWidget* parent)
    : QWidget(parent),
      m_figure(new ToneLabel(Rank::Figure, this)),
      m_outOf(new ToneLabel(Rank::Quiet, this)),
      m_band(new ToneLabel(Rank::Title, this)),
      m_unset(new ToneLabel(Rank::Quiet, this)),
      m_scale(new BandScale(this)),
      m_stated(new ToneLabel(Rank::Small, this)),
      m_others(new ToneLabel(Rank::Small, this))
{
    m_figure->setObjectName(u"impact.value"_s);
    m_band->setObjectName(u"impact.band"_s);
    m_unset->setObjectName(u"impact.unset"_s);
    m_stated->setObjectName(u"impact.stated"_s);
    m_others->setObjectName(u"impact.others"_s);
    m_scale->setObjectName(u"impact.scale"_s);
    m_scale->setAccessibleName(tr("Impact"));
    m_outOf->setText(tr("/10"));
    m_stated->setWrapping();
    m_others->setWrapping();

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_band);
    words->addWidget(m_unset);
    words->addStretch();
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_figure);
    line->addWidget(m_outOf, 0, Qt::AlignBottom);
    line->addSpacing(8);
    line->addLayout(words, 1);
    // The small "/10" stands on the big number's line of writing.
    m_outOf->setContentsMargins(0, 0, 0,
                                m_figure->fontMetrics().descent() - m_outOf->fontMetrics().descent());

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_scale);
    column->addWidget(m_stated);
    column->addWidget(m_others);
}

void ImpactHeader::showCard(const Method& method, const Scorecard& card, const QList<Scorecard>& all)
{
    const auto impact = impactOf(method, card);
    m_figure->setText(shownImpact(impact));
    m_outOf->setVisible(impact.has_value());
    QString band;
    QString unset;
    if (impact) {
        band = bandText(method, impact);
        const bool sure = method.bandOf(impact->low) == method.bandOf(impact->high);
        const int dimensions = int(method.dimensions.size());
        if (impact->unset > 0)
            unset = impact->unset == dimensions ? tr("not judged yet")
                                                : tr("%1 of %2 unset").arg(impact->unset).arg(dimensions);
        const double toned = impact->low;
        m_band->setTone([method, toned, sure](const QPalette& colors) {
            return sure ? bandTone(method, toned, colors) : quietTone(colors);
        });
    } else {
        band = tr("Nothing applies");
        m_band->setTone({});
    }
    m_band->setText(band);
    m_unset->setText(unset);
    m_unset->setVisible(!unset.isEmpty());
    m_scale->showImpact(method, impact, card.statedImpact);
    m_scale->setAccessibleDescription(tr("%1 of 10, %2 %3").arg(m_figure->text(), band, unset).trimmed());
    showStated(method, card);
    showOthers(method, card, all);
}

void ImpactHeader::showStated(const Method& method, const Scorecard& card)
{
    m_stated->setVisible(card.statedImpact.has_value());
    if (!card.statedImpact)
        return;
    const QString stated = tr("Stated %1").arg(shownImpact(*card.statedImpact));
    const auto drift = driftOf(method, card);
    if (drift && isDrift(*drift)) {
        // Two decimals: a drift of 0.05 must not read as 0.1 or 0.0.
        const QString amount = QString::number(std::abs(*drift), 'f', 2);
        m_stated->setText(*drift > 0 ? tr("%1 · drift: %2 above the computed").arg(stated, amount)
                                     : tr("%1 · drift: %2 below the computed").arg(stated, amount));
        m_stated->setTone([](const QPalette& colors) { return severityTone(Severity::Warning, colors); });
    } else {
        m_stated->setText(drift ? tr("%1 · agrees with the computed").arg(stated) : stated);
        m_stated->setTone({});
    }
}

void ImpactHeader::showOthers(const Method& method, const Scorecard& card, const QList<Scorecard>& all)
{
    QStringList others;
    for (const Scorecard& other : all)
        if (other.analyst != card.analyst && !other.isBlank())
            others.append(tr("%1 %2").arg(other.analyst, shownImpact(impactOf(method, other))));
    m_others->setVisible(!others.isEmpty());
    m_others->setText(tr("Also judged by: %1").arg(others.join(tr(" · "))));
}

} // namespace Scoredesk
