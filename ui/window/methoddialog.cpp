// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/methoddialog.h"

#include "storage/method/methodfile.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameColumn = 0;
constexpr int weightColumn = 1;
constexpr int mostWeight = 1000;

/// "impact-2": the first of its kind that is free.
QString freeKey(const QString& key, const QStringList& taken)
{
    for (int number = 2;; ++number)
        if (QString candidate = u"%1-%2"_s.arg(key).arg(number); !taken.contains(candidate))
            return candidate;
}

} // namespace

MethodDialog::MethodDialog(const Method& method, const QStringList& taken, QWidget* parent)
    : QDialog(parent),
      m_method(method),
      m_name(new QLineEdit(this)),
      m_weights(new QTableWidget(int(method.dimensions.size()), 2, this)),
      m_penalty(new QSpinBox(this)),
      m_sum(new QLabel(this))
{
    setObjectName(u"methodDialog"_s);
    setWindowTitle(tr("Edit a copy of a method"));
    if (builtInMethod(method.key)) {
        m_method.key = freeKey(method.key, taken);
        m_method.version = 1;
        m_method.name = tr("%1 (copy)").arg(method.name);
    } else {
        ++m_method.version;
    }
    m_name->setObjectName(u"methodName"_s);
    m_name->setMaxLength(80);
    m_name->setText(m_method.name);

    m_weights->setObjectName(u"methodWeights"_s);
    m_weights->setAccessibleName(tr("Weights of the dimensions"));
    m_weights->setHorizontalHeaderLabels({tr("Dimension"), tr("Weight")});
    m_weights->horizontalHeader()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    m_weights->verticalHeader()->hide();
    m_weights->setSelectionMode(QAbstractItemView::NoSelection);
    const bool penalty = m_method.form == Method::Form::Penalty;
    for (int row = 0; row < m_method.dimensions.size(); ++row) {
        const Dimension& dimension = m_method.dimensions[row];
        const bool risk = dimension.polarity == Dimension::Polarity::Risk;
        auto* name = new QTableWidgetItem(risk ? tr("%1 (risk)").arg(dimension.label) : dimension.label);
        name->setFlags(Qt::ItemIsEnabled);
        name->setToolTip(dimension.highMeans);
        m_weights->setItem(row, nameColumn, name);
        auto* weight = new QSpinBox;
        weight->setObjectName(u"weight."_s + dimension.key);
        weight->setAccessibleName(tr("Weight of %1").arg(dimension.label));
        weight->setRange(0, mostWeight);
        weight->setValue(dimension.weight);
        weight->setEnabled(!(penalty && risk)); // such a risk is taken off, not weighed in
        connect(weight, &QSpinBox::valueChanged, this, &MethodDialog::judge);
        m_weights->setCellWidget(row, weightColumn, weight);
    }
    m_weights->resizeRowsToContents();
    m_weights->setMinimumHeight(m_weights->verticalHeader()->length() +
                                m_weights->horizontalHeader()->sizeHint().height() +
                                2 * m_weights->frameWidth());
    m_penalty->setObjectName(u"methodPenalty"_s);
    m_penalty->setRange(0, 100);
    m_penalty->setSuffix(tr(" %"));
    m_penalty->setValue(m_method.penaltyPercent);
    m_sum->setObjectName(u"methodSum"_s);
    m_sum->setWordWrap(true);

    auto* form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(m_weights);
    if (penalty)
        form->addRow(tr("Each &risk takes off"), m_penalty);
    else
        m_penalty->hide();
    form->addRow(m_sum);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &MethodDialog::judge);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    judge();
}

Method MethodDialog::method() const
{
    Method edited = m_method;
    edited.name = m_name->text().simplified();
    edited.penaltyPercent = m_penalty->value();
    for (Dimension& dimension : edited.dimensions)
        if (const auto* weight = m_weights->findChild<QSpinBox*>(u"weight."_s + dimension.key))
            dimension.weight = weight->value();
    return edited;
}

/// Tells what the weights add up to: they count relative to their sum, so that no sum is wrong but nothing.
void MethodDialog::judge()
{
    const Method edited = method();
    int sum = 0;
    for (const Dimension& dimension : edited.dimensions)
        if (edited.form == Method::Form::Trust || dimension.polarity == Dimension::Polarity::Benefit)
            sum += dimension.weight;
    const auto readable = parseMethod(methodToJson(edited));
    const bool usable = sum > 0 && !edited.name.isEmpty() && readable;
    m_sum->setText(sum == 0                ? tr("At least one weight must be above 0.")
                   : edited.name.isEmpty() ? tr("The copy needs a name.")
                   : !readable             ? readable.error().message
                               : tr("The weights add up to %1; each counts relative to that.").arg(sum));
    m_ok->setEnabled(usable);
}

} // namespace Scoredesk
