// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/subscribe/lookupvalues.h"
#include "storage/domain/result.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>
#include <utility>

namespace Scoredesk {

class AddressLookup;
class Desk;
class MainWindow;
struct LinkedStory;

/// Links that are pasted or dropped on the window: each is a story at once, and gets its title, outlet and
/// times when its page has been read.
class LinkIntake : public QObject {
    Q_OBJECT

public:
    LinkIntake(Desk& desk, MainWindow& window);
    ~LinkIntake() override;

    /// The links of a text that holds nothing else; empty where it says more than that.
    static QList<QUrl> linksOnly(const QString& text);

    /// Makes stories of them, one undo step each, and reads their pages beside the window.
    void takeLinks(const QList<QUrl>& links);
    /// Makes stories of articles that have been read.
    void takeArticles(const QList<Article>& articles);

Q_SIGNALS:
    /// A link turned out to lead to a feed, or to a page that is about no story and names feeds.
    void feedFound(const QUrl& url);

private:
    bool keep(const Result<LinkedStory>& taken);
    void dropStory(StoryId id);
    void onFound(const AddressFinding& finding);

    Desk& m_desk;
    MainWindow& m_window;
    std::unique_ptr<AddressLookup> m_lookup;     ///< made with the first link
    QHash<int, std::pair<int, StoryId>> m_steps; ///< by ticket: where on the undo stack which story came in
};

} // namespace Scoredesk
