// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/dates/datereader.h"

#include "app/feeds/parse/dates/datewords.h"
#include "app/feeds/parse/text/ascii.h"

#include <QDate>
#include <QString>

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr std::size_t mostNumbers = 3;
constexpr int koreanOffset = 9 * 60;

bool isWordByte(char c)
{
    return Ascii::isLetter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string folded(std::string_view word)
{
    const bool ascii =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii)
        return Ascii::lowered(word);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())).toLower().toStdString();
}

bool isUpper(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

bool DateReader::read()
{
    while (m_at < m_text.size()) {
        const char c = peek();
        if (Ascii::isDigit(c)) {
            if (!readNumber())
                return false;
        } else if (isWordByte(c)) {
            if (!readWord())
                return false;
        } else if ((c == '+' || c == '-') && m_hasTime) {
            if (!readOffset())
                return false;
        } else if (c == ',' || c == '-' || c == '/' || c == '.' || c == '\'' || Ascii::isSpace(c)) {
            if (m_separator == ' ' || !Ascii::isSpace(c))
                m_separator = Ascii::isSpace(c) ? ' ' : c;
            ++m_at;
        } else {
            return false;
        }
    }
    if (m_halfDay >= 0) {
        if (!m_hasTime || hour > 12)
            return m_hasTime && hour < 24 && arrange(); // "13:00 PM" is plain enough
        hour = hour % 12 + m_halfDay;
    }
    if (!m_hasZone)
        offset = m_defaultOffset;
    return arrange();
}

void DateReader::skip(std::string_view characters)
{
    while (m_at < m_text.size() && characters.find(m_text[m_at]) != std::string_view::npos)
        ++m_at;
}

bool DateReader::takeNumber(int& value, std::size_t& digits)
{
    const std::size_t start = m_at;
    value = 0;
    while (Ascii::isDigit(peek()) && m_at - start < 9)
        value = value * 10 + (m_text[m_at++] - '0');
    digits = m_at - start;
    return digits > 0 && !Ascii::isDigit(peek());
}

bool DateReader::readNumber()
{
    Number number;
    number.before = m_separator;
    m_separator = ' ';
    if (!takeNumber(number.value, number.digits))
        return false;
    if (peek() == ':' && Ascii::isDigit(peek(1)))
        return !m_hasTime && number.digits <= 2 && readTime(number.value);
    if (m_numbers.size() == mostNumbers)
        return false;
    // 20031231T101455 has its time without colons.
    if (!m_hasTime && m_numbers.size() == 1 && m_numbers.front().digits == 8 &&
        (number.digits == 6 || number.digits == 4)) {
        const int seconds = number.digits == 6 ? number.value % 100 : 0;
        const int rest = number.digits == 6 ? number.value / 100 : number.value;
        hour = rest / 100;
        minute = rest % 100;
        second = seconds;
        m_hasTime = true;
        return minute < 60 && second < 61;
    }
    m_numbers.push_back(number);
    return true;
}

bool DateReader::readTime(int firstNumber)
{
    hour = firstNumber;
    m_hasTime = true;
    std::size_t digits = 0;
    ++m_at;
    if (!takeNumber(minute, digits) || digits > 2 || minute > 59)
        return false;
    if (peek() == ':') {
        ++m_at;
        if (!takeNumber(second, digits) || digits > 2 || second > 60)
            return false;
        if ((peek() == '.' || peek() == ',') && Ascii::isDigit(peek(1))) {
            ++m_at;
            while (Ascii::isDigit(peek()))
                ++m_at;
        }
    }
    return peek() != ':';
}

bool DateReader::readOffset()
{
    const int sign = peek() == '-' ? -1 : 1;
    ++m_at;
    skip(" ");
    int value = 0;
    std::size_t digits = 0;
    if (!Ascii::isDigit(peek())) // a dash between the parts
        return sign < 0 && !m_hasZone && m_at < m_text.size() && isWordByte(peek());
    if (!takeNumber(value, digits))
        return false;
    int minutes = 0;
    if (peek() == ':') {
        ++m_at;
        std::size_t more = 0;
        if (!takeNumber(minutes, more) || more != 2)
            return false;
    } else if (digits > 2) {
        minutes = value % 100;
        value /= 100;
    }
    if (value > 24 || minutes > 59 || digits > 4)
        return false;
    offset = sign * (value * 60 + minutes);
    zoneName.clear();
    m_hasZone = true;
    return true;
}

bool DateReader::takeWord(std::string& lower, std::string_view& written)
{
    const std::size_t start = m_at;
    // "a.m." is one word
    if ((Ascii::lower(peek()) == 'a' || Ascii::lower(peek()) == 'p') && peek(1) == '.' &&
        Ascii::lower(peek(2)) == 'm') {
        lower = {Ascii::lower(peek()), 'm'};
        m_at += 3;
        skip(".");
        written = m_text.substr(start, m_at - start);
        return true;
    }
    while (isWordByte(peek()))
        ++m_at;
    written = m_text.substr(start, m_at - start);
    lower = folded(written);
    return !written.empty();
}

bool DateReader::readWord()
{
    std::string word;
    std::string_view written;
    if (!takeWord(word, written))
        return false;
    if (peek() == '/' && isWordByte(peek(1)) && m_hasTime)
        return readZoneName(written);
    if (const auto half = DateWords::halfDay(word)) {
        if (static_cast<unsigned char>(word.front()) >= 0xEA && word.starts_with("오"))
            m_defaultOffset = koreanOffset;
        m_halfDay = *half;
        return true;
    }
    if (word == "년" || word == "월" || word == "일") {
        m_defaultOffset = koreanOffset;
        return true;
    }
    const int named = DateWords::month(word);
    if (named > 0 && !m_hasTime) {
        m_namedMonth = named; // of two ("mar., 1 déc.") the first was a weekday
        m_monthFirst = m_numbers.empty();
        return true;
    }
    if (m_hasTime || word.size() >= 3) {
        if (const auto minutes = DateWords::zone(word)) {
            if (m_hasZone)
                return word == "z" || word == "gmt" || word == "utc"; // "-05:00Z": the number tells more
            offset = *minutes;
            m_hasZone = true;
            if ((peek() == '+' || peek() == '-') && Ascii::isDigit(peek(1)))
                return readOffset();
            return true;
        }
    }
    if (DateWords::isFiller(word))
        return true;
    if (m_numbers.empty() && !m_hasTime)
        return m_namedMonth == 0; // the weekday in whatever language, or what stands before a date
    const bool zoneLike =
        m_hasTime && !m_hasZone && written.size() >= 2 && written.size() <= 5 && isUpper(written);
    m_hasZone = m_hasZone || zoneLike;
    // The weekday may also follow the date: then it is written out, and known by no table.
    return zoneLike;
}

bool DateReader::readZoneName(std::string_view start)
{
    const std::size_t begin = static_cast<std::size_t>(start.data() - m_text.data());
    while (isWordByte(peek()) || peek() == '/' || ((peek() == '+' || peek() == '-') && m_at > begin))
        ++m_at;
    while (Ascii::isDigit(peek())) // Etc/GMT+5
        ++m_at;
    if (m_hasZone)
        return false;
    zoneName = std::string(m_text.substr(begin, m_at - begin));
    m_hasZone = true;
    return true;
}

void DateReader::setYear(const Number& number)
{
    year = number.value;
    if (number.digits <= 2)
        year += number.value < 50 ? 2000 : 1900;
    else if (number.digits == 3)
        year += 1900;
}

bool DateReader::arrange()
{
    if (m_namedMonth > 0)
        return arrangeNamed();
    if (m_numbers.size() == 3)
        return arrangeThree();
    if (m_numbers.size() == 1)
        return arrangeOne();
    if (m_numbers.size() != 2 || m_hasTime)
        return false;
    const auto [first, second2] = std::pair(m_numbers[0], m_numbers[1]);
    if (first.digits == 4 && second2.digits == 3) { // day of the year
        const QDate date = QDate(first.value, 1, 1).addDays(second2.value - 1);
        if (date.year() != first.value)
            return false;
        year = first.value;
        month = date.month();
        day = date.day();
        return true;
    }
    if (first.digits != 4 || second2.digits > 2)
        return false;
    year = first.value;
    month = second2.value;
    return true;
}

bool DateReader::arrangeNamed()
{
    month = m_namedMonth;
    if (m_numbers.size() == 1 && m_numbers.front().digits == 4) {
        setYear(m_numbers.front());
        return true;
    }
    if (m_numbers.size() != 2)
        return false;
    const bool yearFirst = m_numbers[0].digits >= 3 || m_numbers[0].value > 31;
    setYear(m_numbers[yearFirst ? 0 : 1]);
    day = m_numbers[yearFirst ? 1 : 0].value;
    return true;
}

bool DateReader::arrangeOne()
{
    const Number& number = m_numbers.front();
    switch (number.digits) {
    case 4:
        year = number.value;
        return !m_hasTime;
    case 6:
        setYear({number.value / 10000, 2, ' '});
        break;
    case 8:
        year = number.value / 10000;
        break;
    default:
        return false;
    }
    month = number.value / 100 % 100;
    day = number.value % 100;
    return true;
}

bool DateReader::arrangeThree()
{
    const Number& a = m_numbers[0];
    const Number& b = m_numbers[1];
    const Number& c = m_numbers[2];
    if (a.digits == 4 || (c.digits <= 2 && b.before == '-' && c.before == '-')) {
        setYear(a);
        month = b.value;
        day = c.value;
        return b.digits <= 2 && c.digits <= 2;
    }
    setYear(c);
    const bool american = b.before == '/' && a.value <= 12;
    month = american ? a.value : b.value;
    day = american ? b.value : a.value;
    return a.digits <= 2 && b.digits <= 2 && c.digits != 3;
}

} // namespace Scoredesk
