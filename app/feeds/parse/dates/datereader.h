// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Scoredesk {

/// Reads the parts of a date out of text, whatever their order, and refuses what it can't account for.
class DateReader {
public:
    explicit DateReader(std::string_view text) : m_text(text) {}

    /// False where the text is no date. The parts may still be out of range.
    bool read();

    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0;       ///< minutes east of Greenwich
    std::string zoneName; ///< "Europe/Brussels": then offset says nothing

private:
    struct Number {
        int value = 0;
        std::size_t digits = 0;
        char before = ' '; ///< the separator that led to it
    };

    bool readWord();
    bool readNumber();
    bool readTime(int firstNumber);
    bool readOffset();
    bool readZoneName(std::string_view start);
    bool takeNumber(int& value, std::size_t& digits);
    bool takeWord(std::string& lower, std::string_view& written);
    void skip(std::string_view characters);
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool arrange();
    bool arrangeNamed();
    bool arrangeOne();
    bool arrangeThree();
    void setYear(const Number& number);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Number> m_numbers;
    char m_separator = ' ';
    int m_namedMonth = 0;
    bool m_monthFirst = false; ///< the month's name came before any number
    bool m_hasTime = false;
    bool m_hasZone = false;
    int m_halfDay = -1;
    int m_defaultOffset = 0;
};

} // namespace Scoredesk
