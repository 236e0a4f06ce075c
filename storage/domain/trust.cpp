// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/trust.h"

#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const std::array names = {u""_s, u"low"_s, u"medium"_s, u"high"_s};

QString toText(TrustVerdict verdict)
{
    return names[size_t(verdict)];
}

std::optional<TrustVerdict> trustFromText(const QString& text)
{
    const QString wanted = text.trimmed().toLower();
    for (size_t i = 0; i < names.size(); ++i)
        if (names[i] == wanted)
            return TrustVerdict(i);
    return std::nullopt;
}

} // namespace Scoredesk
