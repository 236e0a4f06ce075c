// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"
#include "storage/method/method.h"

#include <QTextBrowser>

namespace Scoredesk {

/// One item of an import as it would be stored. Shows text only; nothing in it is loaded or followed.
class ItemDetails : public QTextBrowser {
    Q_OBJECT

public:
    explicit ItemDetails(const Method& method, QWidget* parent = nullptr);

    void showItem(const ImportItem& item);

protected:
    void changeEvent(QEvent* event) override;

private:
    Method m_method;
    ImportItem m_item;
    bool m_empty = true;
};

} // namespace Scoredesk
