// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/briefline.h"
#include "app/brieftext/draft.h"

#include <optional>

namespace Scoredesk {

/// Whether a text can be what a label alone on the line before it announced.
bool suitsSection(Section section, const QString& text);

/// Puts a text where its label says, or into the draft's remainder where that place is taken or the text is
/// no such thing. Returns the section that lines below still fall to.
std::optional<Section> fillSection(Draft& draft, Section section, const BriefLine& line, const QString& text,
                                   QList<ImportProblem>& problems);

} // namespace Scoredesk
