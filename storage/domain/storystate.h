// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Scoredesk {

/// Where a story stands in triage.
enum class Stage { Incoming, Shortlisted, Ready, Spiked };

/// A stage, and for a spiked story the reason and the stage that unspiking returns it to.
struct StoryState {
    Stage stage = Stage::Incoming;
    QString spikeReason;
    Stage before = Stage::Incoming; ///< meaningful only while spiked

    /// This state spiked. A story that is spiked already keeps where it came from.
    StoryState spiked(const QString& reason) const;
    /// Where it was before it was spiked; itself where it is not spiked.
    StoryState unspiked() const;

    bool operator==(const StoryState&) const = default;
};

/// "incoming", "shortlisted", "ready" or "spiked": the form of the desk file and the CLI.
QString toText(Stage stage);
std::optional<Stage> stageFromText(const QString& text);

/// "ready", or "spiked|shortlisted|duplicate of another" — stage, stage before, reason.
QString toText(const StoryState& state);
std::optional<StoryState> storyStateFromText(const QString& text);

} // namespace Scoredesk
