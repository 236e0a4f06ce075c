// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/score.h"

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Score Score::fromNumber(double value)
{
    if (!(value > 0)) // NaN too
        return fromTenths(0);
    // 1e-9 undoes what binary fractions take from a decimal tie such as 8.25.
    return fromTenths(value >= 10 ? 100 : int(std::floor(value * 10 + 0.5 + 1e-9)));
}

std::optional<Score> Score::fromText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == u"—" || trimmed == u"-")
        return Score();
    if (trimmed.compare(u"X", Qt::CaseInsensitive) == 0 ||
        trimmed.compare(u"N/A", Qt::CaseInsensitive) == 0 || trimmed.compare(u"NA", Qt::CaseInsensitive) == 0)
        return notApplicable();
    bool ok = false;
    const double value = QString(trimmed).replace(u',', u'.').toDouble(&ok);
    if (!ok || !(value >= 0 && value <= 10))
        return std::nullopt;
    return fromNumber(value);
}

QString Score::toText() const
{
    switch (m_kind) {
    case Kind::Unset:
        return {};
    case Kind::NotApplicable:
        return u"X"_s;
    case Kind::Value:
        break;
    }
    return m_tenths % 10 ? u"%1.%2"_s.arg(m_tenths / 10).arg(m_tenths % 10) : QString::number(m_tenths / 10);
}

} // namespace Scoredesk
