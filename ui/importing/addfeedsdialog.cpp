// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/addfeedsdialog.h"

#include "ui/widgets/screenfit.h"
#include "ui/words/feedwords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QComboBox* choice(const char* name, const QStringList& offered, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItem({});
    box->addItems(offered);
    return box;
}

AddFeedsDialog::AddFeedsDialog(const QStringList& folders, const QStringList& categories, QWidget* parent)
    : QDialog(parent),
      m_addresses(new QPlainTextEdit(this)),
      m_lines(new TickList(this)),
      m_summary(new QLabel(this)),
      m_folder(choice("addFeedsFolder", folders, this)),
      m_category(choice("addFeedsCategory", categories, this))
{
    setObjectName(u"addFeeds"_s);
    setWindowTitle(tr("Add feeds"));
    auto* heading = new QLabel(tr("Addresses of feeds, sites or articles, or a text that holds them:"), this);
    heading->setBuddy(m_addresses);
    m_addresses->setObjectName(u"addFeedsAddresses"_s);
    m_addresses->setAccessibleName(tr("Addresses"));
    m_addresses->setPlaceholderText(tr("example.com"));
    m_addresses->setTabChangesFocus(true);
    m_addresses->setMaximumHeight(fontMetrics().lineSpacing() * 5);
    m_lines->setObjectName(u"addFeedsLines"_s);
    m_lines->setAccessibleName(tr("What was found"));
    m_lines->setWordWrap(true);
    m_summary->setObjectName(u"addFeedsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_look = buttons->addButton(tr("&Look"), QDialogButtonBox::ActionRole);
    m_look->setObjectName(u"addFeedsLook"_s);
    m_look->setToolTip(tr("Look at the addresses (Ctrl+Enter)"));
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"addFeedsAdd"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_look, &QPushButton::clicked, this, &AddFeedsDialog::look);
    for (const QKeySequence& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this] {
            if (m_look->isEnabled())
                look();
            else if (m_add->isEnabled())
                accept();
        });
    connect(m_addresses, &QPlainTextEdit::textChanged, this, &AddFeedsDialog::count);
    connect(m_lines, &TickList::chosenChanged, this, &AddFeedsDialog::count);

    auto* form = new QFormLayout;
    form->addRow(tr("&Folder"), m_folder);
    form->addRow(tr("&Category of their stories"), m_category);
    m_folder->setToolTip(tr("A slash parts nested folders"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_addresses);
    layout->addWidget(m_lines, 1);
    layout->addWidget(m_summary);
    layout->addLayout(form);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 28});
    m_addresses->setFocus();
    count();
}

void AddFeedsDialog::addAddresses(const QString& text)
{
    m_addresses->appendPlainText(text);
    look();
}

void AddFeedsDialog::look()
{
    m_looked = m_addresses->toPlainText();
    m_lines->clear();
    setUnderWay(0);
    Q_EMIT lookRequested(m_looked);
}

void AddFeedsDialog::setUnderWay(int addresses)
{
    m_underWay = addresses;
    count();
}

void AddFeedsDialog::tell(const QString& sentence)
{
    m_summary->setText(sentence);
}

/// What Enter does next follows what there is to do: look at what was typed, then add what was found.
void AddFeedsDialog::count()
{
    const QString text = m_addresses->toPlainText();
    const bool isNew = text != m_looked && !text.trimmed().isEmpty();
    const int ticked = int(m_lines->chosen().size());
    m_look->setEnabled(isNew);
    m_add->setEnabled(ticked > 0 && !isNew);
    (isNew ? m_look : m_add)->setDefault(true);
    if (m_underWay > 0)
        m_summary->setText(tr("Looking at %n addresses …", nullptr, m_underWay));
    else if (isNew)
        m_summary->setText(tr("“Look” shows what is at these addresses before anything is added."));
    else if (m_lines->count() > 0)
        m_summary->setText(tr("%n lines will be added.", nullptr, ticked));
    else
        m_summary->clear();
}

QStringList AddFeedsDialog::folder() const
{
    return folderFromText(m_folder->currentText());
}

QString AddFeedsDialog::category() const
{
    return m_category->currentText().simplified();
}

} // namespace Scoredesk
