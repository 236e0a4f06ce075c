// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/brieftext.h"
#include "storage/method/methodfile.h"
#include "tests/fuzz/safehtml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    DraftContext context;
    context.methods = builtInMethods();
    const auto read = readBriefText(text, context);
    Fuzz::require(!read || !read->dossiers.isEmpty() || !read->problems.isEmpty());
    return 0;
}
