// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bulk/tagchange.h"

#include <QDialog>

namespace Scoredesk {

class TagField;

/// Asks which tags some stories are to get and to lose, completing those the desk knows.
class TagDialog : public QDialog {
    Q_OBJECT

public:
    TagDialog(const QStringList& known, int stories, QWidget* parent = nullptr);

    TagChange change() const;

private:
    TagField* m_field;
};

} // namespace Scoredesk
