// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/tagdialog.h"

#include "ui/editor/tagfield.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

TagDialog::TagDialog(const QStringList& known, int stories, QWidget* parent)
    : QDialog(parent), m_field(new TagField(this))
{
    setObjectName(u"bulkTags"_s);
    setWindowTitle(tr("Tag"));
    auto* label =
        new QLabel(tr("Tags for %n stories; a minus before a tag takes it away.", nullptr, stories), this);
    label->setWordWrap(true);
    label->setBuddy(m_field);
    m_field->setObjectName(u"bulkTags.field"_s);
    m_field->setAccessibleName(tr("Tags to add and remove"));
    m_field->setPlaceholderText(tr("gpu, -old"));
    m_field->setSigned();
    m_field->setKnown(known);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(buttons);
    setMinimumWidth(420);

    connect(m_field, &QLineEdit::textChanged, this, [this, ok] { ok->setEnabled(!change().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_field->setFocus();
}

TagChange TagDialog::change() const
{
    return tagChangeFrom(m_field->text());
}

} // namespace Scoredesk
