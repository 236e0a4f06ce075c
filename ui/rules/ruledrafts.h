// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/rule.h"

#include <QList>
#include <QString>

#include <optional>

namespace Scoredesk {

/// The rules as they stand on a page: those of the desk, and what is written of them but cannot be stored
/// yet. What is not finished is kept here whatever becomes of the desk's list. Plain values; no thread of its
/// own.
class RuleDrafts {
public:
    struct Entry {
        int key = 0; ///< names it on this page; its number on the desk may change
        Rule rule;
        std::optional<Rule> stored; ///< as the desk has it
        QString fault;              ///< why the desk cannot have it as it is, in words

        bool isSaved() const { return stored && *stored == rule; }
    };

    const QList<Entry>& entries() const { return m_entries; }
    int rowOf(int key) const; ///< -1 where there is none

    /// Puts a rule at a row and returns its key. Its number on the desk is forgotten.
    int insert(int row, Rule rule);
    void set(int row, const Rule& rule);
    void remove(int row);
    /// Changes places with the row below or above (`by` 1 or -1).
    void move(int row, int by);

    /// The desk's list as it now is; what was written of its rules and not stored stays.
    void take(const QList<Rule>& desk);
    /// The list that the desk is to have: what is faulty stands in it as the desk has it already, or not at
    /// all.
    QList<Rule> wanted() const;
    /// wanted() was stored, as this list.
    void settle(const QList<Rule>& desk);

    /// Why a rule cannot be stored; empty where it can. That of its query, then that it does nothing.
    static QString queryFault(const QString& query);
    static QString deedsFault(const Rule& rule);

private:
    QList<Entry> m_entries;
    int m_lastKey = 0;
};

} // namespace Scoredesk
