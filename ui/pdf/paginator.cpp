// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/paginator.h"

namespace Scoredesk {

namespace {

void addSlice(SetPage& page, const Slice& slice, QPointF at, int pageIndex)
{
    for (Box box : slice.boxes) {
        box.rect.translate(at);
        page.boxes.append(box);
    }
    for (TextPiece text : slice.texts) {
        text.origin += at;
        page.texts.append(text);
    }
    for (LinkArea link : slice.links) {
        link.rect.translate(at);
        page.links.append(link);
    }
    if (!slice.anchor.isEmpty())
        page.anchors.append({slice.anchor, pageIndex, at.y()});
}

/// Where the page that begins with `first` must end: one past its last slice.
qsizetype pageEnd(const QList<Slice>& slices, const QList<Slice>& heads, qsizetype first, double height)
{
    double used = slices[first].repeatedHead >= 0 ? heads[slices[first].repeatedHead].height : 0;
    qsizetype end = first;
    while (end < slices.size()) {
        const double needed = (end == first ? 0 : slices[end].before) + slices[end].height;
        if (used + needed > height && end > first)
            break;
        used += needed;
        ++end;
    }
    if (end == slices.size())
        return end;
    for (qsizetype allowed = end; allowed > first; --allowed)
        if (!slices[allowed - 1].keepWithNext)
            return allowed;
    return end; // what should stay together is longer than a page
}

} // namespace

QList<SetPage> paginate(const QList<Slice>& slices, const QList<Slice>& repeatedHeads, QPointF origin,
                        double height)
{
    QList<SetPage> pages;
    for (qsizetype first = 0; first < slices.size();) {
        const qsizetype end = pageEnd(slices, repeatedHeads, first, height);
        SetPage page;
        const int pageIndex = int(pages.size());
        double y = 0;
        if (const int head = slices[first].repeatedHead; head >= 0) {
            addSlice(page, repeatedHeads[head], origin, pageIndex);
            y += repeatedHeads[head].height;
        }
        for (qsizetype i = first; i < end; ++i) {
            y += i == first ? 0 : slices[i].before;
            addSlice(page, slices[i], origin + QPointF(0, y), pageIndex);
            y += slices[i].height;
        }
        pages.append(page);
        first = end;
    }
    return pages;
}

} // namespace Scoredesk
