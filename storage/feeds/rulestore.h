// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/result.h"
#include "storage/domain/rule.h"

#include <QList>

namespace Scoredesk {

class Store;
class StorePrivate;

/// What rules would do to the stories that are stored: the effects for people, the edits that bring them
/// about.
struct RulePlan {
    QList<RuleEffect> effects;
    QList<StoryEdit> edits; ///< for Store::applyEdits()
};

/// The desk's rules: FeedStore::rules(). Same thread and transactions as its store.
class RuleStore {
public:
    RuleStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    QList<Rule> all() const; ///< in the order in which they are asked
    /// By its place in the list (from 1) or its name.
    [[nodiscard]] Result<Rule> find(const QString& handle) const;
    /// Puts the list in the place of all rules; ids that are 0 are given. Returns the list as it was:
    /// replace() of that takes it back. InvalidInput names the rule that cannot be.
    [[nodiscard]] Result<QList<Rule>> replace(const QList<Rule>& rules);

    /// What those rules would do now, whether they are enabled or not; reads every story that is incoming or
    /// shortlisted (for tens of thousands of them a second: use a Reader in a worker), or only those of
    /// `among` unless it is empty. Changes nothing.
    [[nodiscard]] Result<RulePlan> plan(const QList<Rule>& rules, const QList<StoryId>& among = {}) const;
    /// Does it as one step and returns the edits that take it back.
    [[nodiscard]] Result<QList<StoryEdit>> run(const QList<Rule>& rules, const EditContext& context,
                                               const QList<StoryId>& among = {});
    /// Applies the enabled rules to stories that have just come in: part of the caller's transaction, and of
    /// how they came in, so that no analyst signs for it; the history names the rule. Returns how many it
    /// changed. A rule that cannot be read (by this version) is passed over.
    [[nodiscard]] Result<int> applyToArrivals(const QList<StoryId>& stories);

private:
    Store& m_store;
    StorePrivate& d;
};

} // namespace Scoredesk
