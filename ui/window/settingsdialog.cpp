// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settingsdialog.h"

#include "storage/care/retention.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/editor/commalist.h"
#include "ui/window/methoddialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(const Desk& desk, const WindowSettings& settings, QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_analyst(new QLineEdit(desk.analyst(), this)),
      m_deskName(new QLineEdit(desk.store().setting(u"desk_name"_s), this)),
      m_method(new QComboBox(this)),
      m_theme(new QComboBox(this)),
      m_fontSize(new QSpinBox(this)),
      m_paper(new QComboBox(this)),
      m_marking(new QComboBox(this)),
      m_tellArrivals(new QCheckBox(tr("Te&ll when a refresh brings a story with one of these tags"), this)),
      m_arrivalTags(new QLineEdit(commaText(settings.arrivalTags), this)),
      m_dailyBackups(new QCheckBox(tr("&Back up every day"), this)),
      m_keepDays(new QComboBox(this)),
      m_wouldGo(new QLabel(this))
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_analyst->setObjectName(u"analyst"_s);
    m_analyst->setMaxLength(100);
    m_deskName->setObjectName(u"deskName"_s);
    m_deskName->setMaxLength(100);
    m_deskName->setPlaceholderText(tr("Printed on briefs, if given"));
    m_method->setObjectName(u"method"_s);
    m_methods = desk.store().methods();
    listMethods(desk.method().key);
    auto* copy = new QPushButton(tr("&Edit a copy…"), this);
    copy->setObjectName(u"editMethod"_s);
    connect(copy, &QPushButton::clicked, this, &SettingsDialog::editCopy);
    auto* methodRow = new QHBoxLayout;
    methodRow->addWidget(m_method, 1);
    methodRow->addWidget(copy);
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), int(Theme::System));
    m_theme->addItem(tr("Light"), int(Theme::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Dark));
    m_theme->setCurrentIndex(int(settings.theme));
    m_fontSize->setObjectName(u"fontSize"_s);
    m_fontSize->setRange(7, 32); // 7 stands for "as the system"
    m_fontSize->setSpecialValueText(tr("As the system"));
    m_fontSize->setSuffix(tr(" pt"));
    m_fontSize->setValue(settings.fontSize == 0 ? 7 : settings.fontSize);
    m_paper->setObjectName(u"paper"_s);
    m_paper->addItem(tr("A4"), int(Paper::A4));
    m_paper->addItem(tr("Letter"), int(Paper::Letter));
    m_paper->setCurrentIndex(int(settings.paper));
    m_marking->setObjectName(u"marking"_s);
    m_marking->addItem(tr("None"), int(TlpMarking::None));
    for (int i = int(TlpMarking::Clear); i <= int(TlpMarking::Red); ++i)
        m_marking->addItem(tlpText(TlpMarking(i)), i);
    m_marking->setCurrentIndex(int(settings.marking));

    auto* form = new QFormLayout;
    form->addRow(tr("&Your name"), m_analyst);
    form->addRow(tr("&Desk name"), m_deskName);
    form->addRow(tr("Scoring &method"), methodRow);
    qobject_cast<QLabel*>(form->labelForField(methodRow))->setBuddy(m_method);
    // Short enough for a line: in a form, lines that wrap are cut at some scales.
    auto* note = new QLabel(tr("Impacts are computed anew; your values stay."), this);
    form->addRow(QString(), note);
    auto* categories = new QPushButton(tr("Cate&gories…"), this);
    categories->setObjectName(u"editCategories"_s);
    categories->setAutoDefault(false);
    connect(categories, &QPushButton::clicked, this, &SettingsDialog::categoriesRequested);
    form->addRow(QString(), categories);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(tr("&Font size"), m_fontSize);
    form->addRow(tr("&Paper"), m_paper);
    form->addRow(tr("&TLP marking"), m_marking);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // A card and a history without a name could not be defended.
    const auto needName = [this, buttons] {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_analyst->text().trimmed().isEmpty());
    };
    connect(m_analyst, &QLineEdit::textChanged, this, needName);
    needName();
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(makeCare(desk.store()));
    layout->addWidget(makeNotifications());
    layout->addWidget(buttons);
}

QGroupBox* SettingsDialog::makeNotifications()
{
    auto* group = new QGroupBox(tr("Notifications"), this);
    m_tellArrivals->setObjectName(u"tellArrivals"_s);
    m_tellArrivals->setChecked(m_settings.tellArrivals);
    m_arrivalTags->setObjectName(u"arrivalTags"_s);
    m_arrivalTags->setAccessibleName(tr("Tags of the stories to tell of"));
    m_arrivalTags->setPlaceholderText(tr("gpu, export controls"));
    m_arrivalTags->setEnabled(m_settings.tellArrivals);
    connect(m_tellArrivals, &QCheckBox::toggled, m_arrivalTags, &QLineEdit::setEnabled);
    auto* note = new QLabel(tr("Rules (menu Feeds) tag stories as they come in."), group);
    note->setWordWrap(true);
    auto* column = new QVBoxLayout(group);
    column->addWidget(m_tellArrivals);
    column->addWidget(m_arrivalTags);
    column->addWidget(note);
    return group;
}

QGroupBox* SettingsDialog::makeCare(const Store& store)
{
    const DeskSettings now = Scoredesk::deskSettings(store);
    auto* group = new QGroupBox(tr("Care of the desk"), this);
    m_dailyBackups->setObjectName(u"dailyBackups"_s);
    m_dailyBackups->setChecked(now.dailyBackups);
    m_dailyBackups->setToolTip(
        tr("While the window is open, to the folder “backups” beside the desk: the last "
           "7 days and the last 4 weeks before them"));
    // A list, since there the least of steps from "for ever" is none to a day, which would empty the desk.
    m_keepDays->setObjectName(u"keepDays"_s);
    QList<int> choices = {7, 14, 30, 90, 180, 365, 2 * 365};
    if (now.keepDays > 0 && !choices.contains(now.keepDays))
        choices.append(now.keepDays);
    std::sort(choices.begin(), choices.end());
    m_keepDays->addItem(tr("for ever"), 0);
    for (const int days : std::as_const(choices))
        m_keepDays->addItem(tr("%n days", nullptr, days), days);
    m_keepDays->setCurrentIndex(m_keepDays->findData(now.keepDays));
    m_wouldGo->setObjectName(u"wouldGo"_s);
    m_wouldGo->setWordWrap(true);
    const auto count = [this, &store] {
        const auto stories = store.retention().expired(m_keepDays->currentData().toInt());
        if (!stories)
            m_wouldGo->setText(stories.error().message);
        else if (stories->isEmpty())
            m_wouldGo->setText(tr("No story would go now."));
        else
            m_wouldGo->setText(tr("%n stories would go now.", nullptr, int(stories->size())));
    };
    connect(m_keepDays, &QComboBox::currentIndexChanged, this, count);
    count();
    auto* label = new QLabel(tr("Days that &incoming stories stay which nobody touched"), group);
    label->setBuddy(m_keepDays);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_keepDays, 1);
    // Undo does not bring back what goes: it is said here, where it is asked for.
    auto* note = new QLabel(
        tr("After that they are removed for good, with their articles, also those you only "
           "read. Nothing goes that was edited, scored, quoted, moved on, exported, pasted or given an "
           "article by hand. A feed may say a time of its own; of several the longest "
           "holds."),
        group);
    note->setObjectName(u"keepDaysNote"_s);
    note->setWordWrap(true);
    auto* column = new QVBoxLayout(group);
    column->addWidget(m_dailyBackups);
    column->addLayout(row);
    column->addWidget(m_wouldGo);
    column->addWidget(note);
    return group;
}

/// The newest version of each method.
void SettingsDialog::listMethods(const QString& chosen)
{
    m_method->clear();
    for (const Method& method : std::as_const(m_methods)) {
        const int known = m_method->findData(method.key);
        const QString text = tr("%1, version %2").arg(method.name).arg(method.version);
        if (known < 0)
            m_method->addItem(text, method.key);
        else
            m_method->setItemText(known, text);
    }
    m_method->setCurrentIndex(m_method->findData(chosen));
}

void SettingsDialog::editCopy()
{
    QStringList taken;
    const Method* source = nullptr;
    for (const Method& method : std::as_const(m_methods)) {
        taken.append(method.key);
        if (method.key == methodKey() && (!source || method.version > source->version))
            source = &method;
    }
    if (!source)
        return;
    auto* dialog = new MethodDialog(*source, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_newMethods.append(dialog->method());
        m_methods.append(dialog->method());
        listMethods(dialog->method().key);
    });
    dialog->open();
}

QString SettingsDialog::analyst() const
{
    return m_analyst->text().simplified();
}

DeskSettings SettingsDialog::deskSettings() const
{
    return {m_deskName->text().simplified(), methodKey(), m_newMethods, m_dailyBackups->isChecked(),
            m_keepDays->currentData().toInt()};
}

QString SettingsDialog::methodKey() const
{
    return m_method->currentData().toString();
}

WindowSettings SettingsDialog::settings() const
{
    WindowSettings settings = m_settings;
    settings.theme = Theme(m_theme->currentData().toInt());
    settings.fontSize = m_fontSize->value() == m_fontSize->minimum() ? 0 : m_fontSize->value();
    settings.paper = Paper(m_paper->currentData().toInt());
    settings.marking = TlpMarking(m_marking->currentData().toInt());
    settings.tellArrivals = m_tellArrivals->isChecked();
    settings.arrivalTags = commaList(m_arrivalTags->text());
    return settings;
}

} // namespace Scoredesk
