// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/method/method.h"
#include "storage/sql/connection.h"
#include "storage/tables/overrulewatch.h"

#include <QList>
#include <QSet>

#include <functional>
#include <set>

namespace Scoredesk {

/// Applies edits inside the caller's transaction: the value, what is derived from it, the history, and the
/// edits that take it back. What cannot be done is kept by the connection as its failure.
class StoryEditor {
public:
    /// `knowsDimension` tells whether any method of the desk has a dimension of that key. History rows after
    /// `since` may be made one with a change of the same gesture.
    StoryEditor(Connection& connection, const Method& method, QDateTime now, EditContext context,
                qint64 since, std::function<bool(const QString&)> knowsDimension);

    void apply(const StoryEdit& edit);
    /// Brings impact, vector and times of the stories touched up to date. Call once, after the last edit.
    void finish();

    const QList<StoryEdit>& inverse() const { return m_inverse; } ///< in the order to apply them
    QList<StoryId> touched() const { return m_touched; }

private:
    bool accept(const StoryEdit& edit);
    void complete(StoryEdit& edit) const; ///< who pins a quotation, and when
    bool mayPin(const StoryEdit& edit, const QString& old);
    QString current(const StoryEdit& edit) const;
    void write(const StoryEdit& edit);
    void writeQuotation(const StoryEdit& edit);
    void writeCard(const StoryEdit& edit);
    void record(const StoryEdit& edit, const QString& old);
    void letLapse();

    Connection& m_connection;
    const Method& m_method;
    QDateTime m_now;
    EditContext m_context;
    qint64 m_since;
    std::function<bool(const QString&)> m_knowsDimension;
    QList<StoryEdit> m_inverse;
    QList<StoryId> m_touched;
    QSet<StoryId> m_touchedSet; // the same, to look up in: a whole queue may be spiked at once
    OverruleWatch m_overrules;
    QSet<StoryId> m_known; // stories seen to exist
    QSet<StoryId> m_changed;
    QSet<StoryId> m_evidence;
    std::set<std::pair<StoryId, QString>> m_cards; // story and whose
};

} // namespace Scoredesk
