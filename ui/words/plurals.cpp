// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/plurals.h"

#include <QCoreApplication>
#include <QTranslator>

namespace Scoredesk {

using namespace Qt::StringLiterals;

void installPlurals(QCoreApplication& application)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(u":/i18n/scoredesk_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace Scoredesk
