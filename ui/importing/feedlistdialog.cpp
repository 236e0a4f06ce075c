// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/feedlistdialog.h"

#include "ui/widgets/screenfit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

FeedListDialog::FeedListDialog(const QString& title, const QList<TickList::Line>& lines, QWidget* parent)
    : QDialog(parent), m_list(new TickList(this)), m_summary(new QLabel(this))
{
    setObjectName(u"feedList"_s);
    setWindowTitle(tr("Add feeds"));
    auto* heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText); // a list's title is anybody's
    heading->setWordWrap(true);
    heading->setVisible(!title.isEmpty());
    m_list->setObjectName(u"feedListLines"_s);
    m_list->setAccessibleName(tr("Feeds of the list"));
    for (const TickList::Line& line : lines)
        m_list->append(line);
    m_summary->setObjectName(u"feedListSummary"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"feedListAdd"_s);
    m_add->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &TickList::chosenChanged, this, &FeedListDialog::count);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, {560, 560});
    count();
}

QList<int> FeedListDialog::chosen() const
{
    return m_list->chosen();
}

void FeedListDialog::count()
{
    const int ticked = int(chosen().size());
    m_summary->setText(tr("%n feeds will be added.", nullptr, ticked));
    m_add->setEnabled(ticked > 0);
}

} // namespace Scoredesk
