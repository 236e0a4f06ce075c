// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/pdf/pagemodel.h"
#include "ui/pdf/structuretree.h"

#include <QByteArray>
#include <QHash>

namespace Scoredesk {

/// What the marked contents of a page are: by marked-content id.
struct ContentTag {
    QByteArray role;
    QString actualText;
};

struct Bookmark {
    QString title;
    int level = 1;
    QString anchor;
};

/// Everything about a painted PDF that its drawing operators do not say, and that finishing adds.
struct PdfParts {
    QList<QList<ContentTag>> tags; ///< by page
    QList<QList<LinkArea>> links;  ///< by page, in layout units; annotation numbers count within the page
    QHash<QString, AnchorPlace> anchors;
    QList<Bookmark> bookmarks;
    StructureTree structure;
    double pageHeight = 0; ///< in layout units
    QByteArray attachment;
    QString attachmentName;
    QString attachmentDescription;
};

} // namespace Scoredesk
