// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/categorychange.h"
#include "storage/domain/rule.h"
#include "storage/sql/connection.h"

#include <QSet>

namespace Scoredesk {

class StoryEditor;

/// Renames, adds, removes and orders categories, with the stories, feeds and rules that have them. Inside
/// the caller's transaction; what cannot be done is kept by the connection as its failure.
class CategoryList {
public:
    /// Stories change hands through the editor, which the caller finishes and which writes their history.
    CategoryList(Connection& connection, StoryEditor& editor);

    void apply(const CategoryChange& change);

    /// What takes it back, but for the editor's inverse.
    const CategoryChange& inverse() const { return m_inverse; }
    /// Stories whose category has another name or spelling now.
    const QList<StoryId>& renamed() const { return m_renamed; }

private:
    struct Row {
        qint64 id = 0;
        QString name;
    };

    void readRows();
    bool isSound(const CategoryChange& change);
    bool refuse(const QString& why);
    const Row* rowOf(const QString& name) const;
    QString newNameOf(const Row& row, const CategoryChange& change) const;
    void keepInverse(const CategoryChange& change);
    void changeRules(const CategoryChange& change);
    void renameRows(const CategoryChange& change);
    void order(const CategoryChange& change);
    void addRows(const CategoryChange& change);
    const Row* rowToBe(const QString& name, const CategoryChange& change) const;
    void emptyRow(const CategoryChange::Removal& removal, const CategoryChange& change);
    void removeRow(const QString& name);

    Connection& m_connection;
    StoryEditor& m_editor;
    QList<Row> m_rows;  ///< as they were, in their order; then those that are new
    QSet<qint64> m_new; ///< of those
    CategoryChange m_inverse;
    QList<StoryId> m_renamed;
};

} // namespace Scoredesk
