// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/trusteditor.h"

#include "ui/desk/desk.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/trusttext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr std::array verdicts = {TrustVerdict::High, TrustVerdict::Medium, TrustVerdict::Low,
                                        TrustVerdict::Unset};

QString trustRule(TrustVerdict verdict)
{
    switch (verdict) {
    case TrustVerdict::High:
        return TrustEditor::tr(
            "Safe to cite: primary source, tier-1 corroboration, concrete numbers, no FUD flag.");
    case TrustVerdict::Medium:
        return TrustEditor::tr("With gaps: no primary source, a single outlet, or modest flags.");
    case TrustVerdict::Low:
        return TrustEditor::tr("Treat as rumour: anonymous, sensational or contradicted.");
    case TrustVerdict::Unset:
        break;
    }
    return TrustEditor::tr("Nobody has given a verdict yet.");
}

TrustEditor::TrustEditor(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_rule(new ToneLabel(ToneLabel::Rank::Small, this)),
      m_note(new TextField(this)),
      m_typing(desk)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(14);
    for (const TrustVerdict verdict : verdicts) {
        auto* button = new QRadioButton(trustText(verdict), this);
        button->setObjectName(u"trust."_s + (verdict == TrustVerdict::Unset ? u"unset"_s : toText(verdict)));
        button->setToolTip(plainTip(trustRule(verdict)));
        button->setAccessibleName(tr("Trust verdict: %1").arg(trustText(verdict)));
        button->setAccessibleDescription(trustRule(verdict));
        connect(button, &QRadioButton::toggled, this, [this, verdict](bool on) {
            if (on)
                m_desk.setTrust(verdict);
        });
        line->addWidget(button);
        m_verdicts.append(button);
    }
    line->addStretch();
    m_rule->setObjectName(u"trust.rule"_s);
    m_rule->setWrapping();
    m_note->setObjectName(u"trust.note"_s);
    m_note->setAccessibleName(tr("Trust note"));
    m_note->setPlaceholderText(tr("What is verified, and what is not"));
    m_note->setLines(2, 10);
    connect(m_note, &TextField::edited, this, [this](const QString& text) {
        m_desk.setText(StoryField::TrustNote, text,
                       m_typing.next({}, m_desk.dossier().story.trustNote, text));
    });
    connect(m_note, &TextField::left, this, [this] { m_typing.end(); });
    connect(&m_desk, &Desk::currentChanged, this, [this] { m_typing.end(); });
    connect(&m_desk, &Desk::dossierChanged, this, &TrustEditor::refresh);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_rule);
    column->addWidget(m_note);
    tone();
    refresh();
}

void TrustEditor::focusVerdict()
{
    for (QRadioButton* button : std::as_const(m_verdicts))
        if (button->isChecked())
            button->setFocus(Qt::OtherFocusReason);
}

void TrustEditor::refresh()
{
    const Story& story = m_desk.dossier().story;
    for (size_t i = 0; i < verdicts.size(); ++i) {
        const QSignalBlocker blocker(m_verdicts[qsizetype(i)]);
        if (verdicts[i] == story.trust)
            m_verdicts[qsizetype(i)]->setChecked(true);
    }
    // Unchecking comes with checking another, whose blocker does not cover the rest.
    m_rule->setText(trustRule(story.trust));
    m_note->showText(story.trustNote);
}

void TrustEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tone();
}

void TrustEditor::tone()
{
    if (m_toning)
        return;
    m_toning = true;
    for (size_t i = 0; i < verdicts.size(); ++i) {
        QPalette own;
        own.setColor(QPalette::WindowText, trustTone(verdicts[i], palette()));
        m_verdicts[qsizetype(i)]->setPalette(own);
    }
    m_toning = false;
}

} // namespace Scoredesk
