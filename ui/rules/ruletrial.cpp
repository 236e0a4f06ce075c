// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/ruletrial.h"

#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"
#include "ui/words/rulewords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// Lines of a list that nobody reads to its end.
static constexpr qsizetype mostListed = 500;

RuleTrial::RuleTrial(QWidget* parent)
    : QWidget(parent),
      m_try(new QPushButton(tr("&Try on stored stories"), this)),
      m_apply(new QPushButton(tr("Appl&y to stored stories"), this)),
      m_one(new QCheckBox(tr("On&ly the chosen rule"), this)),
      m_status(new ToneLabel(ToneLabel::Rank::Quiet, this)),
      m_list(new TwoLineList(this))
{
    setObjectName(u"ruleTrial"_s);
    m_try->setObjectName(u"tryRules"_s);
    m_try->setToolTip(tr("Tell what the rules would change in Incoming and Shortlist; nothing is changed"));
    m_apply->setObjectName(u"applyRules"_s);
    m_apply->setToolTip(tr("Change what is in Incoming and Shortlist already, as one step that undoes"));
    m_one->setObjectName(u"oneRule"_s);
    m_one->setToolTip(tr("Be it on or off; otherwise all that are on"));
    m_status->setObjectName(u"ruleTrialStatus"_s);
    m_status->setWrapping();
    m_list->setObjectName(u"ruleEffects"_s);
    m_list->setAccessibleName(tr("Stories that the rules would change"));
    m_list->setFrameShape(QFrame::NoFrame);
    for (QPushButton* button : {m_try, m_apply})
        button->setAutoDefault(false); // Enter belongs to the fields
    auto* row = new QHBoxLayout;
    row->addWidget(m_try);
    row->addWidget(m_apply);
    row->addWidget(m_one);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, fontMetrics().height() / 2, 0, 0); // off the handle above
    column->addLayout(row);
    column->addWidget(m_status);
    column->addWidget(m_list, 1);
    connect(m_try, &QPushButton::clicked, this, &RuleTrial::tryRequested);
    connect(m_apply, &QPushButton::clicked, this, &RuleTrial::applyRequested);
    connect(m_one, &QCheckBox::toggled, this, &RuleTrial::scopeChanged);
    clear();
    judge();
}

bool RuleTrial::isOfOneRule() const
{
    return m_one->isChecked();
}

void RuleTrial::setReady(bool ready)
{
    m_ready = ready;
    judge();
}

void RuleTrial::setApplying(bool applying)
{
    m_applying = applying;
    judge();
}

void RuleTrial::judge()
{
    m_try->setEnabled(m_ready);
    m_apply->setEnabled(m_ready && !m_applying);
}

void RuleTrial::clear()
{
    m_status->clear();
    m_list->setItems({});
    m_list->setEmptyText(
        tr("Rules are asked when stories come in. What they would make of the stories that are here "
           "already, “Try” tells."));
}

void RuleTrial::showWaiting()
{
    showTold(tr("Looking through the stories …"));
}

void RuleTrial::showTold(const QString& sentence)
{
    m_status->setText(sentence);
    m_list->setItems({});
    m_list->setEmptyText({});
}

void RuleTrial::showEffects(const QList<RuleEffect>& effects)
{
    if (effects.isEmpty())
        return showTold(tr("No stored story would change."));
    QList<TwoLineItem> items;
    items.reserve(qMin(effects.size(), mostListed));
    for (const RuleEffect& effect : effects.first(qMin(effects.size(), mostListed)))
        items.append({effect.headline, effectText(effect), {}});
    m_list->setItems(items);
    QString text = tr("%n stories would change", nullptr, int(effects.size()));
    if (effects.size() > mostListed)
        text += tr("; the first %1 are listed").arg(QLocale().toString(mostListed));
    m_status->setText(text + u'.');
}

} // namespace Scoredesk
