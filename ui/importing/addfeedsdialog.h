// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/ticklist.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Scoredesk {

/// Addresses that somebody pastes, what is found there line by line with ticks, and where it is to go.
/// Whoever opens it looks at the addresses and fills the lines.
class AddFeedsDialog : public QDialog {
    Q_OBJECT

public:
    /// `folders` as "Outer/Inner"; they and the categories are offered, others may be typed.
    AddFeedsDialog(const QStringList& folders, const QStringList& categories, QWidget* parent = nullptr);

    /// Puts a text below what stands there, as if it had been pasted, and asks for all to be looked at.
    void addAddresses(const QString& text);
    TickList& lines() const { return *m_lines; }
    /// How many addresses are still being looked at; what is found already can be added meanwhile.
    void setUnderWay(int addresses);
    /// Said below the lines, instead of how many are ticked.
    void tell(const QString& sentence);

    QStringList folder() const; ///< outermost first
    QString category() const;

Q_SIGNALS:
    void lookRequested(const QString& text);

private:
    void look();
    void count();

    QPlainTextEdit* m_addresses;
    TickList* m_lines;
    QLabel* m_summary;
    QComboBox* m_folder;
    QComboBox* m_category;
    QPushButton* m_look;
    QPushButton* m_add;
    QString m_looked; ///< the text that was last looked at
    int m_underWay = 0;
};

} // namespace Scoredesk
