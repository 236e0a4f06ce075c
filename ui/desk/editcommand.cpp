// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/editcommand.h"

#include "storage/store.h"
#include "ui/desk/desk.h"

#include <algorithm>
#include <tuple>

namespace Scoredesk {

EditCommand::EditCommand(Desk& desk, const QString& text, QList<StoryEdit> edits, qint64 gesture)
    : DeskCommand(desk, text), m_edits(std::move(edits)), m_gesture(gesture)
{
}

bool EditCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const EditCommand*>(other);
    if (!next || m_gesture == 0 || next->m_gesture != m_gesture)
        return false;
    m_edits = next->m_edits; // the first inverse still leads back to where the gesture began
    // What only a later part of it moved (a reason that lapsed) comes back as well.
    for (auto back = next->m_inverse.rbegin(); back != next->m_inverse.rend(); ++back)
        if (std::none_of(m_inverse.begin(), m_inverse.end(), [&back](const StoryEdit& edit) {
                return std::tie(edit.story, edit.field, edit.dimension, edit.card) ==
                       std::tie(back->story, back->field, back->dimension, back->card);
            }))
            m_inverse.prepend(*back);
    return true;
}

Result<void> EditCommand::carryOut()
{
    // Undo and redo are changes of their own in the history: only the gesture itself is folded into one line.
    const auto inverse = desk().store().applyEdits(m_edits, {desk().analyst(), m_first ? m_gesture : 0});
    if (!inverse)
        return tl::unexpected(inverse.error());
    m_inverse = *inverse;
    if (m_first && m_inverse.isEmpty())
        setObsolete(true); // the values were those already: no step
    if (!m_first)
        showWhatChanged();
    m_first = false;
    return {};
}

Result<void> EditCommand::takeBack()
{
    const auto edits = desk().store().applyEdits(m_inverse, {desk().analyst(), 0});
    if (!edits)
        return tl::unexpected(edits.error());
    showWhatChanged();
    return {};
}

/// An undo that happens out of sight would be a riddle: the story it touched comes back into view.
void EditCommand::showWhatChanged() const
{
    if (m_edits.isEmpty())
        return;
    const StoryId story = m_edits.first().story;
    if (std::all_of(m_edits.begin(), m_edits.end(), [story](const StoryEdit& e) { return e.story == story; }))
        desk().setCurrent(story);
}

} // namespace Scoredesk
