// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/aboutdialog.h"

#include "storage/store.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QLabel* fact(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

AboutDialog::AboutDialog(const Store& store, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"about"_s);
    setWindowTitle(tr("About Scoredesk"));
    auto* title = new QLabel(tr("Scoredesk %1").arg(QStringLiteral(SCOREDESK_VERSION)), this);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.5);
    big.setBold(true);
    title->setFont(big);
    auto* facts = new QFormLayout;
    QLabel* path = fact(store.path(), this);
    path->setObjectName(u"deskPath"_s);
    facts->addRow(tr("Desk file"), path);
    facts->addRow(tr("Desk"), fact(store.deskId().toString(QUuid::WithoutBraces), this));
    facts->addRow(tr("Qt"), fact(QString::fromLatin1(qVersion()), this));
    facts->addRow(tr("Licence"),
                  fact(tr("GNU General Public License, version 3 or later. Without any warranty."), this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(fact(tr("A desktop newsroom: triage, score and brief stories by hand."), this));
    layout->addSpacing(8);
    layout->addLayout(facts);
    layout->addWidget(buttons);
    setMinimumWidth(480);
}

} // namespace Scoredesk
