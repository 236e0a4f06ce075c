// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/result.h"

#include <QString>
#include <QUuid>

namespace Scoredesk {

class Clusterer;

/// Up to where of the desk a grouping has read.
struct GroupingMark {
    qint64 regrouped = 0; ///< the last change of the desk that it knows
    ArticleId article{};  ///< the last article that it knows

    bool operator==(const GroupingMark&) const = default;
};

/// The state of grouping beside a desk, so that a start need not read the articles of the whole window again.
/// It holds nothing that could not be made anew from the desk, and is of no use without it.
class GroupingFile {
public:
    explicit GroupingFile(const QString& deskPath) : m_path(deskPath + QStringLiteral(".grouping")) {}

    const QString& path() const { return m_path; }
    /// Mode 0600; in place of what was there, or not at all.
    [[nodiscard]] Result<void> write(Clusterer& clusterer, const QUuid& stamp,
                                     const GroupingMark& mark) const;
    /// Into a clusterer that has seen nothing. An error where there is none, it is damaged, or of another
    /// stamp.
    [[nodiscard]] Result<GroupingMark> read(Clusterer& clusterer, const QUuid& stamp) const;

private:
    QString m_path;
};

} // namespace Scoredesk
