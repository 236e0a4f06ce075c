// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/sql/connection.h"

#include <QDateTime>

namespace Scoredesk {

/// True for what a card may predate: words, links and stated coverage, but no judgement and no state.
bool isEvidence(StoryField field);
/// True for the fields that stand in the story's own row.
bool isOfStoryRow(StoryField field);
/// True for the fields of an analyst's card.
bool isOfCard(StoryField field);

/// The value as it is stored and compared, or InvalidInput with what is wrong with it.
[[nodiscard]] Result<QString> canonicalValue(const StoryEdit& edit);

/// The fields of a story's row as text, in the form of StoryEdit::value.
class StoryFields {
public:
    explicit StoryFields(Connection& connection) : m_connection(connection) {}

    QString read(StoryId story, StoryField field) const;
    /// `value` is canonical. What is derived from the field (keys, tags, sort order) follows.
    void write(StoryId story, StoryField field, const QString& value);

private:
    void writeText(StoryId story, StoryField field, const QString& value);
    void writeCategory(StoryId story, const QString& name);
    void writeState(StoryId story, const QString& value);

    Connection& m_connection;
};

} // namespace Scoredesk
