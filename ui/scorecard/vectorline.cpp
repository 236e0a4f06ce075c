// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/vectorline.h"

#include "storage/method/scorevector.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>

namespace Scoredesk {

using namespace Qt::StringLiterals;

VectorLine::VectorLine(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_vector(new ToneLabel(ToneLabel::Rank::Small, this)),
      m_copy(new QPushButton(tr("Copy"), this)),
      m_paste(new QPushButton(tr("Paste"), this)),
      m_problem(new ToneLabel(ToneLabel::Rank::Small, this))
{
    m_vector->setObjectName(u"vector.text"_s);
    m_copy->setObjectName(u"vector.copy"_s);
    m_paste->setObjectName(u"vector.paste"_s);
    m_problem->setObjectName(u"vector.problem"_s);
    m_vector->setAccessibleName(tr("Score vector"));
    m_vector->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_vector->setWrapping();
    m_copy->setToolTip(tr("Copy the score vector"));
    m_paste->setToolTip(tr("Set the whole card from the score vector on the clipboard"));
    m_problem->setWrapping();
    m_problem->setTone([](const QPalette& colors) { return severityTone(Severity::Blocker, colors); });
    m_problem->hide();
    for (QPushButton* button : {m_copy, m_paste}) {
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->addWidget(new ToneLabel(ToneLabel::Rank::Title, tr("Score vector"), this), 0, 0);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_paste, 0, 2);
    grid->addWidget(m_vector, 1, 0, 1, 3);
    grid->addWidget(m_problem, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);

    connect(m_copy, &QPushButton::clicked, this, &VectorLine::copy);
    connect(m_paste, &QPushButton::clicked, this, &VectorLine::paste);
}

void VectorLine::refresh()
{
    const QString vector = toVector(m_desk.method(), m_desk.card());
    if (vector != m_shown) {
        m_shown = vector;
        m_problem->hide();
    }
    m_vector->setText(vector.isEmpty() ? tr("nothing judged yet") : vector);
    m_copy->setEnabled(!vector.isEmpty());
}

void VectorLine::copy()
{
    QGuiApplication::clipboard()->setText(m_shown);
}

void VectorLine::paste()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty()) {
        tell(tr("There is no text on the clipboard."));
        return;
    }
    const auto card = parseVector(text, m_desk.store().methods());
    if (!card) {
        tell(card.error().message);
        return;
    }
    for (auto it = card->cells.begin(); it != card->cells.end(); ++it)
        if (!m_desk.method().byKey(it.key())) {
            tell(tr("This vector is of the method “%1”, which judges what “%2” does not.")
                     .arg(card->methodKey, m_desk.method().name));
            return;
        }
    m_problem->hide();
    m_desk.setCard(*card);
}

void VectorLine::tell(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

} // namespace Scoredesk
