// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/restoredialog.h"

#include "storage/care/dailybackup.h"
#include "ui/widgets/tonelabel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

RestoreDialog::RestoreDialog(const QString& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_list(new QListWidget(this)), m_consequence(new QLabel(this))
{
    setObjectName(u"restore"_s);
    setWindowTitle(tr("Restore a backup"));
    m_list->setObjectName(u"backups"_s);
    m_list->setAccessibleName(tr("Backups of this desk"));
    m_consequence->setObjectName(u"restoreConsequence"_s);
    m_consequence->setWordWrap(true);
    m_consequence->setTextFormat(Qt::PlainText);
    auto* heading = new QLabel(tr("&Automatic backups of this desk (days in UTC)"), this);
    heading->setBuddy(m_list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_restore = buttons->addButton(tr("&Replace the desk"), QDialogButtonBox::AcceptRole);
    m_restore->setObjectName(u"replaceDesk"_s);
    // What Undo does not bring back is asked for by its own button, not by Enter in the list.
    m_restore->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    auto* other = buttons->addButton(tr("&Other file…"), QDialogButtonBox::ActionRole);
    other->setObjectName(u"otherBackup"_s);
    other->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(other, &QPushButton::clicked, this, &RestoreDialog::chooseOther);
    connect(m_list, &QListWidget::currentRowChanged, this, &RestoreDialog::follow);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_consequence);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 22);
    listBackups();
    follow();
}

void RestoreDialog::listBackups()
{
    for (const DailyBackup& backup : dailyBackups(m_desk)) {
        auto* item =
            new QListWidgetItem(tr("%1 · %2").arg(QLocale().toString(backup.day, QLocale::LongFormat),
                                                  QLocale().formattedDataSize(backup.bytes)),
                                m_list);
        item->setData(Qt::UserRole, backup.path);
        item->setToolTip(plainTip(QDir::toNativeSeparators(backup.path)));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

QString RestoreDialog::backup() const
{
    const QListWidgetItem* chosen = m_list->currentItem();
    return chosen ? chosen->data(Qt::UserRole).toString() : QString();
}

void RestoreDialog::offer(const QString& path)
{
    const QFileInfo file(path);
    auto* item = new QListWidgetItem(
        tr("%1 · %2").arg(file.fileName(), QLocale().formattedDataSize(file.size())), m_list);
    item->setData(Qt::UserRole, file.absoluteFilePath());
    item->setToolTip(plainTip(QDir::toNativeSeparators(file.absoluteFilePath())));
    m_list->setCurrentItem(item);
}

void RestoreDialog::chooseOther()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a backup"),
                                                      QFileInfo(m_desk).absolutePath(), tr("All files (*)"));
    if (!path.isEmpty())
        offer(path);
}

void RestoreDialog::follow()
{
    const bool any = !backup().isEmpty();
    m_restore->setEnabled(any);
    m_consequence->setText(
        any ? tr("The desk becomes what %1 holds: what was done since is not in it, and Undo does not "
                 "bring it back. The desk as it is now is kept beside it, under a name that ends in "
                 "“.replaced-” and "
                 "the time. The window closes and opens again.")
                  .arg(QFileInfo(backup()).fileName())
            : tr("No automatic backup of this desk was found. Choose another file."));
}

} // namespace Scoredesk
