// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/feedadding.h"

#include "app/feeds/subscribe/addressfinder.h"
#include "app/feeds/subscribe/addresslookup.h"
#include "app/feeds/subscribe/subscribeplan.h"
#include "app/newsroom/feedlists.h"
#include "app/newsroom/linkintake.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/importing/addfeedsdialog.h"
#include "ui/widgets/frontwindow.h"
#include "ui/window/mainwindow.h"
#include "ui/words/feedwords.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qint64 hour = 3600;
static constexpr qint64 day = 24 * hour;

/// How often something comes: what tells a firehose from a trickle.
static QString gapText(qint64 seconds)
{
    if (seconds < hour)
        return FeedAdding::tr("several an hour");
    if (seconds < day)
        return FeedAdding::tr("one in %n hours", nullptr, int(seconds / hour));
    return FeedAdding::tr("one in %n days", nullptr, int(seconds / day));
}

/// "20 items · one in 3 hours · newest of 2026-11-02"
static QString previewText(const FeedPreview& feed)
{
    QStringList parts = {feed.items > 0 ? FeedAdding::tr("%n items", nullptr, feed.items)
                                        : FeedAdding::tr("no items yet")};
    if (feed.usualGap > 0)
        parts.append(gapText(feed.usualGap));
    if (feed.newestItem.isValid())
        parts.append(
            FeedAdding::tr("newest of %1").arg(feed.newestItem.toUTC().date().toString(Qt::ISODate)));
    if (!feed.notes.isEmpty())
        parts.append(FeedAdding::tr("damaged, but readable"));
    return parts.join(u" · "_s);
}

FeedAdding::FeedAdding(Desk& desk, MainWindow& window, FeedLists& lists, LinkIntake& links)
    : m_desk(desk), m_window(window), m_lists(lists), m_links(links)
{
    connect(&window, &MainWindow::addFeedsRequested, this, [this] { open(); });
    connect(&links, &LinkIntake::feedFound, this,
            [this](const QUrl& url) { open(url.toString(QUrl::FullyEncoded)); });
}

FeedAdding::~FeedAdding() = default;

void FeedAdding::open(const QString& text)
{
    if (!m_dialog) {
        QStringList folders;
        const QList<DeskFeed> feeds = m_desk.store().feeds().all();
        for (const DeskFeed& feed : feeds)
            if (const QString folder = folderText(feed.folder);
                !folder.isEmpty() && !folders.contains(folder))
                folders.append(folder);
        m_dialog = new AddFeedsDialog(folders, m_desk.store().categories(), frontWindow(m_window));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &AddFeedsDialog::lookRequested, this, &FeedAdding::look);
        connect(m_dialog, &QDialog::accepted, this, &FeedAdding::add);
        connect(m_dialog, &QDialog::finished, this, [this] { m_lookup.reset(); });
        m_dialog->open();
    }
    m_dialog->raise();
    m_dialog->activateWindow();
    if (!text.isEmpty())
        m_dialog->addAddresses(text);
}

void FeedAdding::look(const QString& text)
{
    m_lines.clear();
    m_rows.clear();
    m_feeds = m_desk.store().feeds().all();
    // Answers to the text before are of no use any more; this also gives up its fetches.
    m_lookup = std::make_unique<AddressLookup>();
    connect(m_lookup.get(), &AddressLookup::found, this, &FeedAdding::onFound);
    const QList<QUrl> addresses = addressesIn(text);
    for (const QUrl& address : addresses)
        ask(address, {});
    if (addresses.isEmpty())
        m_dialog->tell(tr("There is no web address in this text. One looks like https://example.com/feed"));
}

void FeedAdding::ask(const QUrl& url, const QString& origin)
{
    const auto same = [&url](const Line& line) { return line.finding.asked == url; };
    if (std::any_of(m_lines.cbegin(), m_lines.cend(), same))
        return;
    Line line;
    line.finding.asked = url;
    line.origin = origin;
    m_lines.append(line);
    m_dialog->lines().append({});
    const int row = int(m_lines.size()) - 1;
    m_rows.insert(m_lookup->look(url), row);
    show(row);
    m_dialog->setUnderWay(m_lookup->unfinished());
}

void FeedAdding::onFound(const AddressFinding& finding)
{
    const int row = m_rows.value(finding.ticket, -1);
    if (!m_dialog || row < 0)
        return;
    const bool namedByPage = !m_lines[row].origin.isEmpty();
    m_lines[row].finding = finding;
    m_lines[row].isKnown = true;
    show(row);
    // Feeds that a page names are looked at in their turn; what those name is not.
    if (!namedByPage && finding.kind != AddressFinding::Kind::Failed) {
        const QString page = finding.article.title.isEmpty() ? finding.asked.host() : finding.article.title;
        for (const DiscoveredFeed& choice : finding.choices)
            ask(QUrl(choice.url), page);
    }
    m_dialog->setUnderWay(m_lookup->unfinished());
}

void FeedAdding::show(int row)
{
    const Line& line = m_lines[row];
    const AddressFinding& found = line.finding;
    TickList::Line shown;
    shown.text = found.asked.toDisplayString();
    shown.tip = found.asked.toDisplayString();
    shown.possible = false;
    if (!line.isKnown) {
        shown.reason = tr("looking …");
        return m_dialog->lines().setLine(row, shown);
    }
    switch (found.kind) {
    case AddressFinding::Kind::Feed: {
        const SubscribePlan plan = planOf({subscriptionOf(found)}, m_feeds);
        shown.text = found.feed.title.isEmpty() ? found.url.toDisplayString() : found.feed.title;
        shown.possible = plan.lines.first().outcome == SubscribeLine::Outcome::New;
        shown.reason = shown.possible ? previewText(found.feed) : plan.lines.first().reason;
        const bool isComments = std::any_of(m_lines.cbegin(), m_lines.cend(), [&found](const Line& page) {
            return std::any_of(page.finding.choices.cbegin(), page.finding.choices.cend(),
                               [&found](const DiscoveredFeed& choice) {
                                   return QUrl(choice.url) == found.asked && isOfComments(choice);
                               });
        });
        shown.wanted = !isComments;
        shown.tip =
            (QStringList(found.url.toDisplayString()) + found.feed.titles + found.feed.notes).join(u'\n');
        break;
    }
    case AddressFinding::Kind::Choices:
        shown.reason = tr("a page that names %n feeds", nullptr, int(found.choices.size()));
        break;
    case AddressFinding::Kind::Article:
        shown.text = found.article.title;
        shown.reason = found.choices.isEmpty() ? tr("an article: becomes a story")
                                               : tr("an article, whose page names feeds");
        shown.possible = true;
        shown.wanted = found.choices.isEmpty() && line.origin.isEmpty();
        break;
    case AddressFinding::Kind::Cancelled:
        shown.reason = tr("not looked at");
        break;
    case AddressFinding::Kind::Failed:
        shown.reason = found.reason;
        break;
    }
    m_dialog->lines().setLine(row, shown);
}

void FeedAdding::add()
{
    QList<Subscription> feeds;
    QList<Article> articles;
    for (const int row : m_dialog->lines().chosen()) {
        const AddressFinding& found = m_lines[row].finding;
        if (found.kind == AddressFinding::Kind::Article) {
            articles.append(found.article);
            continue;
        }
        Subscription feed = subscriptionOf(found);
        feed.folder = m_dialog->folder();
        feed.category = m_dialog->category();
        feeds.append(feed);
    }
    if (!articles.isEmpty())
        m_links.takeArticles(articles);
    if (!feeds.isEmpty())
        m_lists.add(planOf(feeds, m_desk.store().feeds().all()).wanted()); // one may be named twice
}

} // namespace Scoredesk
