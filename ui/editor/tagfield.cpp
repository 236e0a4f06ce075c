// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tagfield.h"

#include "ui/editor/commalist.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace Scoredesk {

using namespace Qt::StringLiterals;

TagField::TagField(QWidget* parent)
    : LineField(parent), m_known(new QStringListModel(this)), m_completer(new QCompleter(m_known, this))
{
    // Not setCompleter(): that one would complete the whole line.
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &TagField::complete);
    connect(this, &LineField::textEdited, this, [this] {
        offer();
        Q_EMIT tagsEdited(tags());
    });
}

QStringList TagField::tags() const
{
    return commaList(text());
}

void TagField::showTags(const QStringList& shown)
{
    if (tags() != shown || !hasFocus())
        showText(commaText(shown));
}

void TagField::setKnown(const QStringList& tags)
{
    if (m_known->stringList() != tags)
        m_known->setStringList(tags);
}

/// Where the tag under the cursor begins and ends.
std::pair<int, int> TagField::current() const
{
    const QString line = text();
    int from = cursorPosition();
    while (from > 0 && line[from - 1] != u',')
        --from;
    int to = cursorPosition();
    while (to < line.size() && line[to] != u',')
        ++to;
    while (from < to && (line[from].isSpace() || (m_signed && line[from] == u'-')))
        ++from;
    return {from, to};
}

void TagField::offer()
{
    const auto [from, to] = current();
    const QString begun = text().mid(from, to - from);
    m_completer->setCompletionPrefix(begun);
    const bool only = m_completer->completionCount() == 1 &&
                      m_completer->currentCompletion().compare(begun, Qt::CaseInsensitive) == 0;
    if (begun.isEmpty() || only || m_completer->completionCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void TagField::complete(const QString& tag)
{
    const auto [from, to] = current();
    setSelection(from, to - from);
    insert(tag); // emits textEdited, as typing does
}

void TagField::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the list's own
            return;
        default:
            break;
        }
    }
    LineField::keyPressEvent(event);
}

} // namespace Scoredesk
