// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/structuretree.h"

namespace Scoredesk {

StructureTree::StructureTree()
{
    Node document;
    document.role = "Document";
    document.attached = true;
    m_nodes.append(document);
}

int StructureTree::add(const QByteArray& role, int parent)
{
    Node node;
    node.role = role;
    node.parent = parent;
    m_nodes.append(node);
    return int(m_nodes.size()) - 1;
}

void StructureTree::attach(int node)
{
    if (m_nodes[node].attached)
        return;
    m_nodes[node].attached = true;
    const int parent = m_nodes[node].parent;
    attach(parent);
    m_nodes[parent].kids.append({Kid::Kind::Node, 0, node});
}

void StructureTree::addContent(int node, int page, int contentId)
{
    attach(node);
    m_nodes[node].kids.append({Kid::Kind::Content, page, contentId});
}

void StructureTree::addAnnotation(int node, int page, int annotation)
{
    attach(node);
    m_nodes[node].kids.append({Kid::Kind::Annotation, page, annotation});
}

} // namespace Scoredesk
