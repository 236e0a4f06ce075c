// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Scoredesk {

/// The logical structure of a document as assistive programs read it: what PDF calls a structure tree.
///
/// Nodes are made while blocks are set and join the tree when their first content is painted, so that the
/// tree is in reading order and holds nothing empty.
class StructureTree {
public:
    static constexpr int artifact = -1; ///< page furniture and ornament, which is no content
    static constexpr int root = 0;

    /// A stretch of a page's content stream, an annotation, or another node.
    struct Kid {
        enum class Kind { Node, Content, Annotation };

        Kind kind = Kind::Node;
        int page = 0;
        int index = 0; ///< node, marked-content id, or the annotation's number within its page
    };

    struct Node {
        QByteArray role;
        int parent = root;
        QString summary;  ///< of a table, for those who cannot see it
        QByteArray scope; ///< of a table header: "Row" or "Column"
        int columns = 1;  ///< that a table cell spans
        QList<Kid> kids;
        bool attached = false;
    };

    StructureTree();

    int add(const QByteArray& role, int parent);
    Node& node(int index) { return m_nodes[index]; }
    const QList<Node>& nodes() const { return m_nodes; }

    void addContent(int node, int page, int contentId);
    void addAnnotation(int node, int page, int annotation);

private:
    void attach(int node);

    QList<Node> m_nodes;
};

} // namespace Scoredesk
