// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"

namespace Scoredesk {

class Store;

/// Puts what a desk export brings beside its stories into the plan, with problems where a feed or a rule
/// cannot be used. What another desk decided does nothing here by itself: unless the export is the desk's
/// own, feeds come paused and rules switched off. Reads the store; call in its thread.
void planDeskParts(const DeskParts& parts, bool own, const Store& store, ImportPlan& plan);

/// Adds parts that were planned to those of a plan for several files.
void addDeskParts(const DeskParts& planned, const Store& store, ImportPlan& plan);

} // namespace Scoredesk
