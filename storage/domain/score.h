// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace Scoredesk {

/// A dimension's value: nobody has judged it, it does not apply, or a number from 0 to 10.
///
/// The number is held in tenths, the step a card is set in, so that equality and sums are exact.
class Score {
public:
    enum class Kind { Unset, NotApplicable, Value };

    constexpr Score() = default; ///< unset, which is neither 0 nor 5
    static constexpr Score notApplicable() { return Score(Kind::NotApplicable, 0); }
    /// Clamped to 0..100 tenths.
    static constexpr Score fromTenths(int tenths)
    {
        return Score(Kind::Value, tenths < 0 ? 0 : tenths > 100 ? 100 : tenths);
    }
    /// Rounded half away from zero to the nearest tenth and clamped to 0..10.
    static Score fromNumber(double value);
    /// Reads "7", "7.5", "7,5", "X" or "N/A" (not applicable) and "" or "—" (unset).
    /// Nothing where the text is none of these or out of 0..10.
    static std::optional<Score> fromText(const QString& text);

    constexpr Kind kind() const { return m_kind; }
    constexpr bool isUnset() const { return m_kind == Kind::Unset; }
    constexpr bool isNotApplicable() const { return m_kind == Kind::NotApplicable; }
    constexpr bool isValue() const { return m_kind == Kind::Value; }
    constexpr int tenths() const { return m_tenths; } ///< 0 unless isValue()
    constexpr double number() const { return m_tenths / 10.0; }
    /// "7.5" (no trailing ".0"), "X", or "" — the form of the score vector and of the desk file.
    QString toText() const;

    constexpr bool operator==(const Score&) const = default;

private:
    constexpr Score(Kind kind, int tenths) : m_kind(kind), m_tenths(tenths) {}

    Kind m_kind = Kind::Unset;
    int m_tenths = 0;
};

} // namespace Scoredesk
