// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/suggestionbar.h"

#include "storage/grouping/groupingstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/widgets/tonelabel.h"

#include <QGridLayout>
#include <QToolButton>

namespace Scoredesk {

using namespace Qt::StringLiterals;

SuggestionBar::SuggestionBar(Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_text(new ToneLabel(ToneLabel::Rank::Body, this)),
      m_words(new ToneLabel(ToneLabel::Rank::Small, this)),
      m_merge(new QToolButton(this)),
      m_apart(new QToolButton(this))
{
    setObjectName(u"coverage.suggestion"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"coverage.suggested"_s);
    m_words->setObjectName(u"coverage.sharedWords"_s);
    m_text->setWrapping();
    m_words->setWrapping();
    m_merge->setObjectName(u"coverage.acceptMerge"_s);
    m_merge->setText(tr("Merge"));
    m_merge->setToolTip(tr("Make the two one story (Y)"));
    m_apart->setObjectName(u"coverage.dismissMerge"_s);
    m_apart->setText(tr("Keep apart"));
    m_apart->setToolTip(tr("Keep the two apart for good (Shift+Y)"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 4, 4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_text, 0, 0);
    grid->addWidget(m_words, 1, 0);
    grid->addWidget(m_merge, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_apart, 0, 2, 2, 1, Qt::AlignVCenter);
    connect(m_merge, &QToolButton::clicked, this, &SuggestionBar::mergeRequested);
    connect(m_apart, &QToolButton::clicked, this, &SuggestionBar::apartRequested);
    hide();
}

void SuggestionBar::refresh()
{
    m_shown = {};
    if (m_desk.hasCurrent())
        if (const auto found = m_desk.store().grouping().suggestionsFor(m_desk.current());
            found && !found->isEmpty())
            m_shown = found->first();
    if (m_shown.other != noStory) {
        m_text->setText(tr("Perhaps one story with “%1”").arg(m_shown.headline));
        m_words->setText(tr("Both say: %1").arg(m_shown.words.join(u", "_s)));
        m_words->setVisible(!m_shown.words.isEmpty());
    }
    setVisible(m_shown.other != noStory);
}

} // namespace Scoredesk
