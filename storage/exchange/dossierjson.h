// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/result.h"

#include <QJsonObject>

namespace Scoredesk {

/// One story as it stands in the desk's exchange form.
QJsonObject dossierToJson(const Dossier& dossier);
/// Errors name the field.
[[nodiscard]] Result<Dossier> dossierFromJson(const QJsonObject& json);

QJsonObject outletToJson(const Outlet& outlet);
[[nodiscard]] Result<Outlet> outletFromJson(const QJsonObject& json);

} // namespace Scoredesk
