// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfobjects.h"
#include "ui/pdf/typography.h"

namespace Scoredesk {

namespace {

/// One bookmark and those below it, as qpdf objects.
struct OutlineItem {
    PdfObject object;
    int level = 0;
    int open = 0; ///< how many items show below it when it is open
    std::vector<PdfObject> kids;
};

// Items of this level and above show their children; a digest's briefs stay folded.
constexpr int openLevel = 1;

void close(OutlineItem& item)
{
    if (item.kids.empty())
        return;
    for (size_t i = 0; i < item.kids.size(); ++i) {
        if (i > 0)
            item.kids[i].replaceKey("/Prev", item.kids[i - 1]);
        if (i + 1 < item.kids.size())
            item.kids[i].replaceKey("/Next", item.kids[i + 1]);
        item.kids[i].replaceKey("/Parent", item.object);
    }
    item.object.replaceKey("/First", item.kids.front());
    item.object.replaceKey("/Last", item.kids.back());
    item.object.replaceKey("/Count", PdfObject::newInteger(item.level <= openLevel ? item.open : -item.open));
}

} // namespace

PdfObject destinationOf(const AnchorPlace& place, const std::vector<PdfObject>& pages, const PdfParts& parts)
{
    const double margin = 8 * pt;
    const double top = (parts.pageHeight - place.y + margin) / pt;
    return PdfObject::newArray(std::vector<PdfObject>{pages[size_t(place.page)], PdfObject::newName("/XYZ"),
                                                      PdfObject::newInteger(0), PdfObject::newReal(top, 2),
                                                      PdfObject::newNull()});
}

void addOutline(QPDF& pdf, const std::vector<PdfObject>& pages, const PdfParts& parts)
{
    std::vector<OutlineItem> open = {
        {pdf.makeIndirectObject(PdfObject::parse("<< /Type /Outlines >>")), 0, 0, {}}};
    const auto closeLast = [&open] {
        OutlineItem item = std::move(open.back());
        open.pop_back();
        close(item);
        OutlineItem& parent = open.back();
        parent.kids.push_back(item.object);
        parent.open += 1 + (item.level <= openLevel ? item.open : 0);
    };
    for (const Bookmark& bookmark : parts.bookmarks) {
        const auto place = parts.anchors.constFind(bookmark.anchor);
        if (place == parts.anchors.constEnd())
            continue;
        while (open.size() > 1 && open.back().level >= bookmark.level)
            closeLast();
        PdfObject object = PdfObject::newDictionary();
        object.replaceKey("/Title", pdfText(bookmark.title));
        object.replaceKey("/Dest", destinationOf(*place, pages, parts));
        open.push_back({pdf.makeIndirectObject(object), bookmark.level, 0, {}});
    }
    while (open.size() > 1)
        closeLast();
    close(open.front());
    if (!open.front().kids.empty())
        pdf.getRoot().replaceKey("/Outlines", open.front().object);
}

} // namespace Scoredesk
