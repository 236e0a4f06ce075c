// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/method.h"

namespace Scoredesk {

const Dimension* Method::byKey(const QString& dimension) const
{
    for (const Dimension& candidate : dimensions)
        if (candidate.key == dimension)
            return &candidate;
    return nullptr;
}

const Dimension* Method::byCode(const QString& code) const
{
    for (const Dimension& candidate : dimensions)
        if (candidate.code.compare(code, Qt::CaseInsensitive) == 0)
            return &candidate;
    return nullptr;
}

const Band& Method::bandOf(double impact) const
{
    Q_ASSERT(!bands.isEmpty());
    qsizetype found = 0;
    for (qsizetype i = 1; i < bands.size() && impact >= bands.at(i).from; ++i)
        found = i;
    return bands.at(found);
}

} // namespace Scoredesk
