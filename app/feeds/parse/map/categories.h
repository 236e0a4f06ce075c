// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/xml/xmldocument.h"

#include <QStringList>

namespace Scoredesk {

/// Adds the categories that an element names: its term, label or text, those within it, or a list of keywords
/// with commas.
void addCategories(QStringList& categories, const XmlElement& element);

} // namespace Scoredesk
