// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"
#include "storage/domain/story.h"
#include "storage/sql/connection.h"

#include <optional>
#include <utility>

namespace Scoredesk {

class Statement;

/// What a story is found again by.
struct StoryKeys {
    QString link;     ///< linkKey()
    QString headline; ///< headlineKey()
};

/// The stories' own rows, and how a person or an import finds one.
class StoryTable {
public:
    explicit StoryTable(Connection& connection) : m_connection(connection) {}

    std::optional<Story> read(StoryId id) const;
    Coverage coverage(StoryId id) const;
    bool exists(StoryId id) const;
    bool isEmpty() const; ///< no story at all
    /// Uses the id where it is set. UUID and times must be filled in.
    StoryId insert(const Story& story);
    /// insert() of an incoming story whose words are its one article's, with the coverage that this gives: of
    /// the rest it has headline, summary, category, tags, source, link and times only.
    StoryId open(const Story& story, const StoryKeys& keys, const Coverage& coverage);
    void remove(StoryId id);
    /// `evidence`: text or coverage changed, which a card may predate.
    void touch(StoryId id, const QDateTime& now, bool evidence);
    QDateTime evidenceAt(StoryId id) const;
    void setEvidenceAt(StoryId id, const QDateTime& at);
    /// Somebody worked on it: it is no longer folded into another, nor do its words follow its lead.
    void markTouched(StoryId id);
    void writeTags(StoryId id, const QStringList& tags);
    /// Of each in the order asked; unknown ids are left out.
    QList<std::pair<StoryId, QStringList>> tagsOf(const QList<StoryId>& ids) const;

    std::optional<StoryId> withUuid(const QUuid& uuid) const;
    /// Of a story that is part of another by a merge, the other; so too by headline.
    std::optional<StoryId> withLink(const QString& link) const;
    std::optional<StoryId> withHeadline(const QString& headline) const;
    /// NotFound, or InvalidInput where several fit.
    [[nodiscard]] Result<StoryId> find(const QString& handle) const;

private:
    StoryId inserted(Statement& row, const Story& story);
    StoryId endOf(StoryId id) const;
    QList<StoryId> withSlug(const QString& slug) const;
    QList<StoryId> withUuidPrefix(const QString& digits) const;

    Connection& m_connection;
};

} // namespace Scoredesk
