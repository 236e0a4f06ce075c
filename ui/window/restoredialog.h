// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace Scoredesk {

/// Chooses the backup that is to take the desk's place, and says what that does.
class RestoreDialog : public QDialog {
    Q_OBJECT

public:
    /// Offers the automatic backups of the desk at that path, and any other file.
    explicit RestoreDialog(const QString& desk, QWidget* parent = nullptr);

    /// The one chosen; empty where none is.
    QString backup() const;
    /// Offers that file, too, and chooses it. Whether it is a desk shows when it is restored.
    void offer(const QString& path);

private:
    void listBackups();
    void chooseOther();
    void follow();

    QString m_desk;
    QListWidget* m_list;
    QLabel* m_consequence;
    QPushButton* m_restore;
};

} // namespace Scoredesk
