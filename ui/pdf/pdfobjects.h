// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pdfparts.h"

// Before the header that needs it complete, which names it only.
#include <qpdf/JSON.hh>

#include <qpdf/QPDF.hh>

#include <vector>

namespace Scoredesk {

// Parts of finishing a PDF. They let qpdf's exceptions through to finishPdf(), which alone catches them.

using PdfObject = QPDFObjectHandle;
/// By page, then by the link's number within it.
using PageAnnotations = std::vector<std::vector<PdfObject>>;

PdfObject pdfText(const QString& text);
PdfObject pdfName(const QByteArray& name); ///< given without its slash

/// Replaces the painter's marks in each page's content stream. False where one does not match its tags.
bool markContents(std::vector<PdfObject>& pages, const PdfParts& parts);
/// Makes the link annotations. Links to anchors that do not exist are left out (null objects).
PageAnnotations addLinks(QPDF& pdf, std::vector<PdfObject>& pages, const PdfParts& parts);
void addStructure(QPDF& pdf, std::vector<PdfObject>& pages, PageAnnotations& annotations,
                  const PdfParts& parts);
void addOutline(QPDF& pdf, const std::vector<PdfObject>& pages, const PdfParts& parts);
/// Gives the names of subset fonts the tag that says they are subsets, and mends what Qt says their glyphs
/// mean.
void mendFonts(QPDF& pdf);
/// "/XYZ" destination at an anchor's place.
PdfObject destinationOf(const AnchorPlace& place, const std::vector<PdfObject>& pages, const PdfParts& parts);

} // namespace Scoredesk
