// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/dates/dateparser.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <QDateTime>

namespace Scoredesk {

/// The best readable date of several: of equal ranks the last, which corrects the others; lower ranks first.
class RankedDate {
public:
    void offer(int rank, const XmlElement& element)
    {
        if (rank > m_rank)
            return;
        const QDateTime date = parseFeedDate(element.trimmedText());
        if (!date.isValid())
            return;
        m_rank = rank;
        m_date = date;
    }
    [[nodiscard]] const QDateTime& value() const { return m_date; }

private:
    int m_rank = 1000;
    QDateTime m_date;
};

/// The best element of several that hold anything.
class RankedElement {
public:
    void offer(int rank, const XmlElement& element)
    {
        if (rank < m_rank) {
            m_rank = rank;
            m_element = element;
        }
    }
    [[nodiscard]] const XmlElement& value() const { return m_element; }
    [[nodiscard]] int rank() const { return m_rank; }

private:
    int m_rank = 1000;
    XmlElement m_element;
};

} // namespace Scoredesk
