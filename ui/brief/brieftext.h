// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/method.h"

#include <QDateTime>
#include <QString>

namespace Scoredesk {

// The words of a brief that are the same in every format.

/// "9 Apr 2026, 08:30 UTC"; empty where invalid.
QString shownTime(const QDateTime& time);
/// "9 April 2026"
QString shownDay(const QDateTime& time);
/// "Impact scorecard, version 1"
QString shownMethod(const Method& method);
/// How the method makes one number of the card, in a sentence.
QString methodSentence(const Method& method);
/// Colour of a TLP 2.0 label's letters, which stand on black; `label` as tlpText() gives it.
QString tlpColour(const QString& label);

/// Untrusted text made fit for any output: line ends as "\n", no other control characters, no lone
/// surrogates, no noncharacters, nothing that reorders its surroundings.
QString cleanText(const QString& text);
/// Likewise, on one line, blanks collapsed.
QString cleanLine(const QString& text);
/// With no-break spaces between a number and the word it counts ("18 outlets", "origins: 2"), so that no line
/// ends between them.
QString heldTogether(QString text);
/// The address where a reader may follow it (http or https, a host, no credentials), else empty. An address
/// in a private network passes: the checks have told the analyst of it.
QString safeLink(const QString& address);
/// safeLink() for an address that nobody of the desk wrote: nothing for one in a private network either.
QString publicLink(const QString& address);
/// "theverge.com" of an address; empty where it has no host.
QString hostOf(const QString& address);

} // namespace Scoredesk
