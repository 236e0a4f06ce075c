// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

#include <QList>
#include <QString>

namespace Scoredesk {

/// The stories of the sample desk come in with their cards under the analyst's name, so that they can be
/// tried out; words and values are still not the analyst's. Gives the sample's author where all of the
/// stories are the sample's and `analyst` has changed nothing of any that a brief says, else an empty name.
/// Any thread.
QString sampleAuthorOf(const QList<Dossier>& dossiers, const QString& analyst);

/// The same stories with the analyst's cards under the author's name, in place of cards of that name that
/// they have already.
QList<Dossier> signedBy(const QString& author, QList<Dossier> dossiers, const QString& analyst);

} // namespace Scoredesk
