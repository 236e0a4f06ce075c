// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// Tags that stories are to get and to lose.
struct TagChange {
    QStringList add;
    QStringList remove;

    bool isEmpty() const { return add.isEmpty() && remove.isEmpty(); }
    bool operator==(const TagChange&) const = default;
};

/// "gpu, -old" adds the one and removes the other. A minus sign (−) serves as a hyphen does; a tag that is
/// named both ways is removed.
TagChange tagChangeFrom(const QString& text);

} // namespace Scoredesk
