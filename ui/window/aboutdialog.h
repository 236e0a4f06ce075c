// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Scoredesk {

class Store;

/// What the program is, and where the desk lies.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(const Store& store, QWidget* parent = nullptr);
};

} // namespace Scoredesk
