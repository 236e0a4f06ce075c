// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/briefpdf.h"

#include <QCoreApplication>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <stdexcept>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::BriefPdf)
};

constexpr qsizetype mostBytes = 64LL * 1024 * 1024;

/// Collects decoded bytes, and stops a stream that unpacks to more than any desk export holds.
class BoundedPipe : public Pipeline {
public:
    BoundedPipe() : Pipeline("stories", nullptr) {}

    void write(const unsigned char* data, size_t size) override
    {
        if (qsizetype(size) > mostBytes - m_bytes.size()) {
            m_overflowed = true;
            throw std::length_error("attachment too large"); // the library's way to stop a stream
        }
        m_bytes.append(reinterpret_cast<const char*>(data), qsizetype(size));
    }
    void finish() override {}

    const QByteArray& bytes() const { return m_bytes; }
    bool hasOverflowed() const { return m_overflowed; }

private:
    bool m_overflowed = false;
    QByteArray m_bytes;
};

Result<QByteArray> attachmentOf(QPDF& document)
{
    QPDFEmbeddedFileDocumentHelper files(document);
    const auto spec = files.getEmbeddedFile(storiesAttachmentName().toStdString());
    if (!spec)
        return fail(Words::tr("This PDF carries no stories. Only briefs and digests exported by Scoredesk "
                              "can be read back."),
                    ErrorCode::InvalidInput);
    QPDFObjectHandle stream = spec->getEmbeddedFileStream();
    if (!stream.isStream())
        return fail(Words::tr("The stories that this PDF should carry are damaged."),
                    ErrorCode::InvalidInput);
    BoundedPipe pipe;
    const bool unpacked = stream.pipeStreamData(&pipe, 0, qpdf_dl_generalized, true, false);
    if (pipe.hasOverflowed())
        return fail(Words::tr("What this PDF carries is too large to be a desk's stories (over %1 MB).")
                        .arg(mostBytes >> 20),
                    ErrorCode::InvalidInput);
    if (!unpacked)
        return fail(Words::tr("The stories that this PDF carries cannot be unpacked."),
                    ErrorCode::InvalidInput);
    return pipe.bytes();
}

} // namespace

QString storiesAttachmentName()
{
    return u"scoredesk-stories.json"_s;
}

Result<QByteArray> storiesInPdf(const QByteArray& pdf)
{
    if (pdf.size() > mostBytes)
        return fail(Words::tr("This PDF is too large to be a brief (over %1 MB).").arg(mostBytes >> 20),
                    ErrorCode::InvalidInput);
    // The library throws; this is the one place where that is caught and told.
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("import", pdf.constData(), size_t(pdf.size()));
        return attachmentOf(document);
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password)
            return fail(Words::tr("This PDF is encrypted; it cannot be read back."), ErrorCode::InvalidInput);
        return fail(Words::tr("This PDF is damaged and cannot be read (%1).")
                        .arg(QString::fromStdString(error.getMessageDetail()).left(200)),
                    ErrorCode::InvalidInput);
    } catch (const std::exception&) {
        return fail(Words::tr("This PDF is damaged and cannot be read."), ErrorCode::InvalidInput);
    }
}

} // namespace Scoredesk
