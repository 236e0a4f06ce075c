// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/subscribe/lookupvalues.h"
#include "storage/domain/clock.h"
#include "storage/domain/feed.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

namespace Scoredesk {

class AddFeedsDialog;
class AddressLookup;
class Desk;
class FeedLists;
class LinkIntake;
class MainWindow;

/// Adding feeds in the window by their addresses, or by those of pages that name them: looks at what somebody
/// pasted, shows what is there, and adds what is ticked. Articles among it become stories.
class FeedAdding : public QObject {
    Q_OBJECT

public:
    FeedAdding(Desk& desk, MainWindow& window, FeedLists& lists, LinkIntake& links);
    ~FeedAdding() override;

    /// Opens the dialog; a text with addresses is looked at right away.
    void open(const QString& text = {});

private:
    struct Line {
        AddressFinding finding;
        QString origin;       ///< title of the page that named it
        bool isKnown = false; ///< what is there has been found
    };

    void look(const QString& text);
    void ask(const QUrl& url, const QString& origin);
    void onFound(const AddressFinding& finding);
    void show(int row);
    void add();

    Desk& m_desk;
    MainWindow& m_window;
    FeedLists& m_lists;
    LinkIntake& m_links;
    QPointer<AddFeedsDialog> m_dialog;
    std::unique_ptr<AddressLookup> m_lookup; ///< of the text that was last looked at
    QList<DeskFeed> m_feeds;                 ///< those of the desk when the text was looked at
    QList<Line> m_lines;
    QHash<int, int> m_rows; ///< by ticket
};

} // namespace Scoredesk
