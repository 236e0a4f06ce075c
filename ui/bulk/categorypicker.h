// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;

namespace Scoredesk {

/// Asks which of the desk's categories some stories are to have, or none. Typing goes to the one that begins
/// so.
class CategoryPicker : public QDialog {
    Q_OBJECT

public:
    /// `current` is the one that is chosen at first.
    CategoryPicker(const QStringList& categories, const QString& current, int stories,
                   QWidget* parent = nullptr);

    QString category() const; ///< empty: none

private:
    QListWidget* m_list;
};

} // namespace Scoredesk
