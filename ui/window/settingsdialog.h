// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desksteps.h"
#include "ui/window/windowsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Scoredesk {

class Desk;
class Store;

/// The analyst's name, the desk's method and care, the window's look, the paper, notifications. What is
/// chosen holds when the dialog is accepted.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(const Desk& desk, const WindowSettings& settings, QWidget* parent = nullptr);

    QString analyst() const;
    /// The desk's part of what was chosen, with the methods that were made here.
    DeskSettings deskSettings() const;
    /// The settings given, with what was chosen here.
    WindowSettings settings() const;

Q_SIGNALS:
    /// The desk's list of categories is to be edited, which is a step of its own.
    void categoriesRequested();

private:
    void listMethods(const QString& chosen);
    void editCopy();
    QString methodKey() const;
    QGroupBox* makeNotifications();
    QGroupBox* makeCare(const Store& store);

    QList<Method> m_methods; ///< of the desk, and those made here
    QList<Method> m_newMethods;
    WindowSettings m_settings;
    QLineEdit* m_analyst;
    QLineEdit* m_deskName;
    QComboBox* m_method;
    QComboBox* m_theme;
    QSpinBox* m_fontSize;
    QComboBox* m_paper;
    QComboBox* m_marking;
    QCheckBox* m_tellArrivals;
    QLineEdit* m_arrivalTags;
    QCheckBox* m_dailyBackups;
    QComboBox* m_keepDays;
    QLabel* m_wouldGo; ///< how many stories the days chosen would remove
};

} // namespace Scoredesk
