// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/categorydialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace Scoredesk {

using namespace Qt::StringLiterals;

CategoryDialog::CategoryDialog(const QStringList& categories, const QMap<QString, int>& counts,
                               QWidget* parent)
    : QDialog(parent),
      m_before(categories),
      m_list(new QListWidget(this)),
      m_use(new QLabel(this)),
      m_wrong(new QLabel(this))
{
    setObjectName(u"categories"_s);
    setWindowTitle(tr("Categories"));
    for (const QString& name : categories)
        m_rows.append({name, name, counts.value(name), false, -1});
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    m_list->setObjectName(u"categoryList"_s);
    m_list->setAccessibleName(tr("Categories of the desk"));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::SelectedClicked);
    auto* hint = new QLabel(tr("F2 or a double click renames. Stories, feeds and rules follow."), this);
    hint->setWordWrap(true);
    m_use->setObjectName(u"categoryUse"_s);
    m_wrong->setObjectName(u"categoryWrong"_s);
    m_wrong->setWordWrap(true);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = box->button(QDialogButtonBox::Ok);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addWidget(makeButtons());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(row, 1);
    layout->addWidget(m_use);
    layout->addWidget(makeRemoval());
    layout->addWidget(m_wrong);
    layout->addWidget(box);

    connect(m_list, &QListWidget::currentRowChanged, this, &CategoryDialog::showUse);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        m_rows[m_order[m_list->row(item)]].name = item->text().simplified();
        showUse();
        judge();
    });
    listRows(0);
    m_list->setFocus();
}

QWidget* CategoryDialog::makeButtons()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    const auto button = [&](const QString& text, const QString& name) {
        auto* made = new QPushButton(text, box);
        made->setObjectName(name);
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    connect(button(tr("&Add"), u"categoryAdd"_s), &QPushButton::clicked, this, &CategoryDialog::add);
    m_up = button(tr("Move &up"), u"categoryUp"_s);
    m_down = button(tr("Move &down"), u"categoryDown"_s);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    layout->addStretch();
    return box;
}

QWidget* CategoryDialog::makeRemoval()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    m_remove = new QPushButton(tr("&Remove"), box);
    m_remove->setObjectName(u"categoryRemove"_s);
    m_remove->setAutoDefault(false);
    auto* label = new QLabel(tr("what has it &goes to"), box);
    m_into = new QComboBox(box);
    m_into->setObjectName(u"categoryInto"_s);
    m_into->setAccessibleName(tr("Where stories, feeds and rules of a removed category go"));
    label->setBuddy(m_into);
    layout->addWidget(m_remove);
    layout->addWidget(label);
    layout->addWidget(m_into, 1);
    connect(m_remove, &QPushButton::clicked, this, &CategoryDialog::remove);
    return box;
}

void CategoryDialog::listRows(int current)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const int index : std::as_const(m_order)) {
            auto* item = new QListWidgetItem(m_rows[index].name, m_list);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        m_list->setCurrentRow(std::clamp(current, 0, int(m_order.size()) - 1));
    }
    showUse();
    judge();
}

int CategoryDialog::currentRow() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_order.size() ? m_order[row] : -1;
}

void CategoryDialog::add()
{
    m_order.append(int(m_rows.size()));
    m_rows.append({{}, tr("New category"), 0, false, -1});
    listRows(int(m_order.size()) - 1);
    m_list->setFocus();
    m_list->editItem(m_list->currentItem());
}

void CategoryDialog::remove()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_rows[row].isRemoved = true;
    m_rows[row].into = m_into->currentData().toInt();
    const int place = m_list->currentRow();
    m_order.removeAt(place);
    listRows(place);
}

void CategoryDialog::move(int by)
{
    const int place = m_list->currentRow();
    if (place < 0 || place + by < 0 || place + by >= m_order.size())
        return;
    m_order.move(place, place + by);
    listRows(place + by);
}

// What the current category has, and where that could go.
void CategoryDialog::showUse()
{
    const int row = currentRow();
    const int place = m_list->currentRow();
    m_up->setEnabled(place > 0);
    m_down->setEnabled(row >= 0 && place + 1 < m_order.size());
    m_remove->setEnabled(row >= 0);
    int stories = row < 0 ? 0 : m_rows[row].stories;
    for (const Row& other : std::as_const(m_rows)) // and those that it takes over
        if (other.isRemoved && row >= 0 && other.into == row)
            stories += other.stories;
    m_use->setText(row < 0 ? QString() : tr("%n stories have this category.", nullptr, stories));
    const QVariant chosen = m_into->currentData();
    m_into->clear();
    m_into->addItem(tr("no category"), -1);
    for (const int index : std::as_const(m_order))
        if (index != row)
            m_into->addItem(m_rows[index].name, index);
    m_into->setCurrentIndex(std::max(0, chosen.isValid() ? m_into->findData(chosen) : 0));
}

void CategoryDialog::judge()
{
    QSet<QString> names;
    QString wrong;
    for (const int index : std::as_const(m_order)) {
        const QString name = m_rows[index].name.toCaseFolded();
        if (name.isEmpty())
            wrong = tr("A category needs a name.");
        else if (names.contains(name))
            wrong = tr("There are two categories “%1”.").arg(m_rows[index].name);
        names.insert(name);
    }
    m_wrong->setText(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    m_ok->setEnabled(wrong.isEmpty());
}

// What takes over may itself be removed later on: then it goes where that one goes.
QString CategoryDialog::intoOf(const Row& row) const
{
    int into = row.into;
    for (qsizetype step = 0; into >= 0 && m_rows[into].isRemoved && step < m_rows.size(); ++step)
        into = m_rows[into].into;
    return into < 0 || m_rows[into].isRemoved ? QString() : m_rows[into].name;
}

CategoryChange CategoryDialog::change() const
{
    CategoryChange change;
    for (const int index : m_order)
        change.list.append({m_rows[index].was, m_rows[index].name});
    for (const Row& row : m_rows)
        if (row.isRemoved && !row.was.isEmpty())
            change.removed.append({row.was, intoOf(row)});
    return change;
}

bool CategoryDialog::isChanged() const
{
    QStringList names;
    for (const int index : m_order)
        if (m_rows[index].was != m_rows[index].name)
            return true;
        else
            names.append(m_rows[index].name);
    return names != m_before;
}

} // namespace Scoredesk
