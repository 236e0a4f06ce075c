// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

namespace Scoredesk {

QString plainText(const TextRuns& runs)
{
    QString text;
    for (const TextRun& run : runs)
        text += run.text;
    return text;
}

} // namespace Scoredesk
