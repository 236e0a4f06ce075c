// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/trusttext.h"

#include <QCoreApplication>

namespace Scoredesk {

namespace {

struct TrustText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::TrustText)
};

} // namespace

QString trustText(TrustVerdict verdict)
{
    switch (verdict) {
    case TrustVerdict::High:
        return TrustText::tr("High");
    case TrustVerdict::Medium:
        return TrustText::tr("Medium");
    case TrustVerdict::Low:
        return TrustText::tr("Low");
    case TrustVerdict::Unset:
        break;
    }
    return TrustText::tr("Not set");
}

QString trustLabel(TrustVerdict verdict)
{
    switch (verdict) {
    case TrustVerdict::High:
        return TrustText::tr("trust high");
    case TrustVerdict::Medium:
        return TrustText::tr("trust medium");
    case TrustVerdict::Low:
        return TrustText::tr("trust low");
    case TrustVerdict::Unset:
        break;
    }
    return TrustText::tr("no trust verdict");
}

QString trustMeaning(TrustVerdict verdict)
{
    switch (verdict) {
    case TrustVerdict::High:
        return TrustText::tr("safe to cite");
    case TrustVerdict::Medium:
        return TrustText::tr("cite with its gaps named");
    case TrustVerdict::Low:
        return TrustText::tr("treat as rumour");
    case TrustVerdict::Unset:
        break;
    }
    return {};
}

} // namespace Scoredesk
