// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/intake.h"
#include "storage/exchange/deskjson.h"
#include "storage/store.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace Scoredesk::Test {

using Act = ImportItem::Act;

inline const QDateTime now({2026, 4, 20}, {10, 0}, Qt::UTC);

inline std::unique_ptr<Store> emptyDesk()
{
    StoreOptions options;
    options.clock = [] { return now; };
    auto store = Store::open(QStringLiteral(":memory:"), options);
    return store ? std::move(*store) : nullptr;
}

inline IntakeContext at(const Store& store)
{
    return {store, QStringLiteral("Ada"), now};
}

/// The plan done, as "Ada"; an empty receipt where it cannot be.
inline ImportReceipt applied(Store& store, const ImportPlan& plan)
{
    const auto receipt = store.applyImport(plan, {QStringLiteral("Ada"), 0});
    return receipt ? *receipt : ImportReceipt();
}

inline QList<Act> acts(const ImportPlan& plan)
{
    QList<Act> out;
    for (const ImportItem& item : plan.items)
        out.append(item.act);
    return out;
}

inline QByteArray pdfCarrying(const QByteArray& attachment, const std::string& name)
{
    QPDF pdf;
    pdf.emptyPDF();
    if (!name.empty()) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(
            pdf, std::string(attachment.constData(), size_t(attachment.size())));
        auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, name, stream);
        QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(name, spec);
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize()));
}

inline QByteArray deskExport(const QList<Dossier>& dossiers)
{
    DeskContents contents;
    contents.dossiers = dossiers;
    return deskToJson(contents);
}

} // namespace Scoredesk::Test
