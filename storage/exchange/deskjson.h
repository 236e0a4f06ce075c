// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/deskparts.h"
#include "storage/domain/dossier.h"
#include "storage/domain/importplan.h"
#include "storage/domain/result.h"
#include "storage/method/method.h"

#include <QByteArray>
#include <QMap>
#include <QUuid>

namespace Scoredesk {

/// What a desk export holds: everything, or some stories with what they need.
struct DeskContents {
    QUuid desk;          ///< the id of the desk it is of; null where that is not told
    bool isPart = false; ///< some of its stories, not the desk
    QMap<QString, QString> settings;
    QList<Method> methods; ///< the desk's own, not the built-in ones
    QList<Outlet> outlets;
    QStringList categories;
    DeskParts parts;
    QList<Dossier> dossiers;

    bool operator==(const DeskContents&) const = default;
};

/// The lossless exchange form, UTF-8 JSON with `"format": "scoredesk-desk/1"`. Row ids are left out; UUIDs
/// stay. The same contents give the same bytes.
QByteArray deskToJson(const DeskContents& contents);

/// Whether bytes are what deskToJson() writes.
bool isDeskExport(const QByteArray& bytes);

/// Reads it back. An item that cannot be used is told in `problems` (where: "item 3") and left out; the
/// others are kept. InvalidInput where the whole is no such document, or is of a later format.
[[nodiscard]] Result<DeskContents> deskFromJson(const QByteArray& json,
                                                QList<ImportProblem>* problems = nullptr);

} // namespace Scoredesk
