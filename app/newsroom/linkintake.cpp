// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/linkintake.h"

#include "app/feeds/subscribe/addressfinder.h"
#include "app/feeds/subscribe/addresslookup.h"
#include "app/feeds/subscribe/pastedlink.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// More than these are a list to be looked through first, as every other import is.
static constexpr qsizetype mostAtOnce = 20;

LinkIntake::LinkIntake(Desk& desk, MainWindow& window) : m_desk(desk), m_window(window) {}

LinkIntake::~LinkIntake() = default;

QList<QUrl> LinkIntake::linksOnly(const QString& text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QList<QUrl> links;
    for (const QString& line : lines) {
        const QString word = line.trimmed();
        if (word.isEmpty())
            continue;
        const bool isLink = word.startsWith("http://"_L1, Qt::CaseInsensitive) ||
                            word.startsWith("https://"_L1, Qt::CaseInsensitive);
        const QList<QUrl> found = isLink && !word.contains(u' ') ? addressesIn(word) : QList<QUrl>();
        if (found.size() != 1)
            return {};
        links.append(found.first());
    }
    return links.size() <= mostAtOnce ? links : QList<QUrl>();
}

/// Makes what was taken in an undo step and shows it. False where the desk had it, or it failed; that is
/// told.
bool LinkIntake::keep(const Result<LinkedStory>& taken)
{
    if (!taken) {
        m_window.showError(taken.error());
        return false;
    }
    if (!taken->isNew) {
        m_desk.setCurrent(taken->story);
        m_window.showInfo(tr("The desk has this story already."));
        return false;
    }
    Store& store = m_desk.store();
    const auto left = std::make_shared<QList<Dossier>>(); // the story as it was when it was undone
    const auto carryOut = [&store, left, analyst = m_desk.analyst()]() -> Result<void> {
        if (left->isEmpty())
            return {}; // it is there
        const auto back = store.addStories(*left, {analyst, 0});
        return back ? Result<void>() : tl::unexpected(back.error());
    };
    const auto takeBack = [&store, left, id = taken->story]() -> Result<void> {
        auto removed = store.removeStories({id});
        if (!removed)
            return tl::unexpected(removed.error());
        *left = std::move(*removed);
        return {};
    };
    if (!m_desk.step(tr("Paste a link"), carryOut, takeBack))
        return false;
    m_desk.setCurrent(taken->story);
    return true;
}

void LinkIntake::takeLinks(const QList<QUrl>& links)
{
    if (!m_lookup) {
        m_lookup = std::make_unique<AddressLookup>();
        connect(m_lookup.get(), &AddressLookup::found, this, &LinkIntake::onFound);
    }
    int taken = 0;
    for (const QUrl& link : links) {
        const auto made = takeLink(m_desk.store(), link, QDateTime::currentDateTimeUtc());
        if (!keep(made))
            continue;
        ++taken;
        m_steps.insert(m_lookup->look(link), {m_desk.undoStack().index(), made->story});
    }
    if (taken > 0)
        m_window.showInfo(tr("%n stories taken in; their pages are being read.", nullptr, taken));
}

void LinkIntake::takeArticles(const QList<Article>& articles)
{
    for (const Article& article : articles)
        keep(takeArticle(m_desk.store(), article));
}

/// Takes out a story that turned out to be none, where nobody has worked on it and nothing else joined it.
/// Its undo step finds nothing to take back from then on.
void LinkIntake::dropStory(StoryId id)
{
    const auto dossier = m_desk.store().dossier(id);
    if (!dossier || dossier->articles.size() != 1 || !dossier->history.isEmpty() || !dossier->cards.isEmpty())
        return;
    if (const auto removed = m_desk.store().removeStories({id}); !removed)
        m_window.showError(removed.error());
}

void LinkIntake::onFound(const AddressFinding& finding)
{
    const auto [step, story] = m_steps.take(finding.ticket);
    switch (finding.kind) {
    case AddressFinding::Kind::Article: {
        const auto done = completeLink(m_desk.store(), finding.asked, finding.article, {m_desk.analyst(), 0});
        if (!done)
            m_window.showError(done.error());
        break;
    }
    case AddressFinding::Kind::Feed:
    case AddressFinding::Kind::Choices:
        // No story after all: it goes, unless something was done since, which would go with it.
        if (m_desk.undoStack().index() == step)
            m_desk.undoStack().undo();
        else
            dropStory(story);
        Q_EMIT feedFound(finding.asked);
        break;
    case AddressFinding::Kind::Failed:
        m_window.showInfo(
            tr("%1 could not be read: %2 The story stands with its link; its words are yours to write.")
                .arg(finding.asked.toDisplayString(), finding.reason));
        break;
    case AddressFinding::Kind::Cancelled:
        break;
    }
}

} // namespace Scoredesk
