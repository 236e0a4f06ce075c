// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/statededitor.h"

#include "ui/desk/desk.h"
#include "ui/editor/commalist.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QSignalBlocker>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int mostOutlets = 99999;

static std::optional<int> numberIn(const QString& text)
{
    bool ok = false;
    const int number = text.trimmed().toInt(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

static QString numberText(std::optional<int> number)
{
    return number ? QString::number(*number) : QString();
}

StatedEditor::StatedEditor(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_outlets(new LineField(this)),
      m_tierOne(new LineField(this)),
      m_named(new LineField(this)),
      m_more(new QCheckBox(tr("and more"), this)),
      m_typing(desk)
{
    m_outlets->setObjectName(u"stated.outlets"_s);
    m_tierOne->setObjectName(u"stated.tier1"_s);
    m_named->setObjectName(u"stated.named"_s);
    m_more->setObjectName(u"stated.more"_s);
    m_outlets->setAccessibleName(tr("Stated outlets"));
    m_tierOne->setAccessibleName(tr("Stated tier-1 outlets"));
    m_named->setAccessibleName(tr("Outlets named, separated by commas"));
    m_named->setPlaceholderText(tr("named, by commas"));
    m_more->setToolTip(plainTip(tr("The brief's list of outlets goes on (“…”)")));
    for (LineField* count : {m_outlets, m_tierOne}) {
        count->setValidator(new QIntValidator(0, mostOutlets, count));
        count->setAlignment(Qt::AlignRight);
        count->setFixedWidth(count->fontMetrics().horizontalAdvance(u"00000"_s) + 16);
    }

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_outlets, 0, 0);
    grid->addWidget(new ToneLabel(ToneLabel::Rank::Quiet, tr("outlets"), this), 0, 1);
    grid->addWidget(m_tierOne, 0, 2);
    grid->addWidget(new ToneLabel(ToneLabel::Rank::Quiet, tr("tier-1"), this), 0, 3);
    auto* names = new QHBoxLayout;
    names->setSpacing(6);
    names->addWidget(m_named, 1);
    names->addWidget(m_more);
    grid->addLayout(names, 1, 0, 1, 5);
    grid->setColumnStretch(4, 1);

    for (LineField* field : {m_outlets, m_tierOne, m_named}) {
        connect(field, &LineField::textEdited, this, &StatedEditor::save);
        connect(field, &LineField::left, this, [this] {
            m_typing.end();
            refresh(); // "a,,b " becomes what was understood
        });
    }
    connect(m_more, &QCheckBox::toggled, this, [this] {
        m_typing.end();
        save();
        m_typing.end();
    });
    connect(&m_desk, &Desk::currentChanged, this, [this] { m_typing.end(); });
    connect(&m_desk, &Desk::dossierChanged, this, &StatedEditor::refresh);
    refresh();
}

StatedCoverage StatedEditor::typed() const
{
    StatedCoverage stated;
    stated.outlets = numberIn(m_outlets->text());
    stated.tierOne = numberIn(m_tierOne->text());
    stated.named = commaList(m_named->text());
    stated.namesMore = m_more->isChecked();
    return stated;
}

void StatedEditor::save()
{
    const QString before = toText(m_desk.dossier().story.stated);
    const QString after = toText(typed());
    if (after != before)
        m_desk.setText(StoryField::StatedCoverage, after, m_typing.next({}, before, after));
}

void StatedEditor::refresh()
{
    const StatedCoverage& stated = m_desk.dossier().story.stated;
    const StatedCoverage shown = typed();
    // What is being typed stays as it is typed ("Reuters, ") while it means the same.
    if (shown.outlets != stated.outlets || !m_outlets->hasFocus())
        m_outlets->showText(numberText(stated.outlets));
    if (shown.tierOne != stated.tierOne || !m_tierOne->hasFocus())
        m_tierOne->showText(numberText(stated.tierOne));
    if (shown.named != stated.named || !m_named->hasFocus())
        m_named->showText(commaText(stated.named));
    const QSignalBlocker blocker(m_more);
    m_more->setChecked(stated.namesMore);
}

} // namespace Scoredesk
