// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowactions.h"

#include <QAction>
#include <QWidget>

namespace Scoredesk {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget* window) : QObject(window)
{
    setObjectName(u"actions"_s);
    next = make("next", tr("&Next story"), {Qt::Key_J});
    previous = make("previous", tr("&Previous story"), {Qt::Key_K});
    showArrivals = make("showArrivals", tr("Show ne&w stories"), {Qt::Key_W},
                        tr("Put the stories that wait behind “new” in their places"));
    shortlist = make("shortlist", tr("&Shortlist"), {Qt::Key_S}, tr("Keep the story and go to the next"));
    spike = make("spike", tr("Spi&ke"), {Qt::Key_X}, tr("Discard the story softly and go to the next"));
    spikeWithReason =
        make("spikeWithReason", tr("Spike with &reason…"), {QKeySequence(Qt::SHIFT | Qt::Key_X)});
    ready =
        make("ready", tr("&Ready"), {Qt::Key_R}, tr("Mark the brief ready to go out; blockers hold it back"));
    unspike = make("unspike", tr("&Unspike"), {QKeySequence(Qt::SHIFT | Qt::Key_S)},
                   tr("Return spiked stories to where they were"));
    toIncoming = make("toIncoming", tr("Return to &Incoming"), {Qt::Key_I});
    toggleUnread = make("toggleUnread", tr("Unread / rea&d"), {Qt::Key_U});
    remove = make("remove", tr("Remove from the des&k"), {QKeySequence(Qt::SHIFT | Qt::Key_Delete)});
    tag = make("tag", tr("&Tag…"), {QKeySequence(Qt::SHIFT | Qt::Key_T)},
               tr("Give the selected stories tags, or take some away"));
    categorise =
        make("categorise", tr("Cate&gory…"), {Qt::Key_C}, tr("File the selected stories under a category"));
    compare = make("compare", tr("Co&mpare scorecards…"), {QKeySequence(Qt::SHIFT | Qt::Key_C)},
                   tr("Put the scorecards of two to four selected stories side by side"));
    editBrief = make("editBrief", tr("&Edit the brief"), {Qt::Key_E});
    toQueue = make("toQueue", tr("Back to the &queue"), {Qt::Key_Escape});
    for (int i = 0; i < 7; ++i)
        dimensions.append(make(qPrintable(u"dimension%1"_s.arg(i + 1)), tr("Score dimension %1").arg(i + 1),
                               {QKeySequence(Qt::Key_1 + i)}));
    openComparable = make("openComparable", tr("Open the similar story"), {Qt::Key_O},
                          tr("Show the story below the card whose score you compare with"));

    makeCoverageActions();
    newStory = make("newStory", tr("&New story"), {QKeySequence::New});
    paste = make("paste", tr("&Paste stories"), {QKeySequence::Paste}, tr("Add what is on the clipboard"));
    import = make("import", tr("&Import files…"), {QKeySequence(Qt::CTRL | Qt::Key_I), QKeySequence::Open},
                  tr("Import stories from text, JSON or PDF files"));
    exportStories =
        make("export", tr("&Export…"), {QKeySequence::Print}, tr("Preview and save the selected briefs"));
    exportDesk =
        make("exportDesk", tr("Export whole &desk…"), {}, tr("Everything in one JSON file, without loss"));
    backup = make("backup", tr("&Back up now…"), {});
    restore = make("restore", tr("Restore a back&up…"), {}, tr("Put a backup in the desk's place"));
    shift = make("shift", tr("Begin the s&hift"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
                 tr("Begin or end your shift; its end offers the handover"));
    handover = make("handover", tr("Hand&over…"), {},
                    tr("Save what you kept, spiked, scored and exported in the shift"));
    refresh = make("refresh", tr("&Refresh"), {Qt::Key_F5}, tr("Read all feeds now"));
    addFeeds = make("addFeeds", tr("&Add feeds…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                    tr("Find feeds at addresses that you paste"));
    importFeeds = make("importFeeds", tr("&Import feeds (OPML)…"), {});
    starterFeeds = make("starterFeeds", tr("Add from the &starter pack…"), {});
    exportFeeds = make("exportFeeds", tr("&Export feeds (OPML)…"), {});
    rules =
        make("rules", tr("R&ules…"), {}, tr("Tag, categorise, shortlist or spike stories as they come in"));
    sources = make("sources", tr("Feeds and &outlets…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
                   tr("Manage feeds and outlets"));
    search = make("search", tr("&Search"), {Qt::Key_Slash, QKeySequence::Find});
    keepSearch = make("keepSearch", tr("&Keep this search…"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
                      tr("Keep what is searched for under a name, among the views"));
    selectAll = make("selectAll", tr("Select &all stories"), {});
    settings = make("settings", tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    keys = make("keys", tr("&Keys"), {Qt::Key_Question, Qt::Key_F1});
    about = make("about", tr("&About Scoredesk"), {});
    quit = make("quit", tr("&Quit"), {QKeySequence::Quit});
}

void WindowActions::makeCoverageActions()
{
    articles = make("articles", tr("&Articles"), {Qt::Key_A}, tr("Show the story's articles and coverage"));
    merge = make("merge", tr("&Merge selected stories"), {Qt::Key_M},
                 tr("Move the articles of the selected stories into the first of them"));
    split = make("split", tr("&Take articles out"), {Qt::Key_T},
                 tr("Make the selected articles a story of their own"));
    moveArticles = make("moveArticles", tr("M&ove articles…"), {Qt::Key_G},
                        tr("Put the selected articles into another story"));
    keepApart = make("keepApart", tr("Ne&ver one story"), {Qt::Key_V},
                     tr("Keep the selected stories apart for good"));
    lead = make("lead", tr("&Lead article"), {Qt::Key_L},
                tr("Let the selected article lead the story, or the desk choose again"));
    acceptMerge = make("acceptMerge", tr("Accept the suggested mer&ge"), {Qt::Key_Y});
    dismissMerge =
        make("dismissMerge", tr("&Dismiss the suggested merge"), {QKeySequence(Qt::SHIFT | Qt::Key_Y)});
}

QAction* WindowActions::make(const char* name, const QString& text, const QList<QKeySequence>& shortcuts,
                             const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(shortcuts);
    if (!tip.isEmpty())
        action->setToolTip(shortcuts.isEmpty()
                               ? tip
                               : u"%1 (%2)"_s.arg(tip, shortcuts.first().toString(QKeySequence::NativeText)));
    if (auto* window = qobject_cast<QWidget*>(parent()))
        window->addAction(action);
    return action;
}

static WindowActions::KeyLine lineOf(const QAction* action)
{
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    QString what = action->text();
    what.remove(u'&').remove(u'…');
    return {keys.join(u"  "_s), what};
}

QList<WindowActions::KeyGroup> WindowActions::keyGroups() const
{
    const auto lines = [](const QList<const QAction*>& actions) {
        QList<KeyLine> result;
        for (const QAction* action : actions)
            result.append(lineOf(action));
        return result;
    };
    return {
        {tr("Triage"), lines({next, previous, showArrivals, shortlist, spike, spikeWithReason, ready, unspike,
                              toIncoming, toggleUnread, tag, categorise, compare})},
        {tr("Coverage"),
         lines({articles, merge, acceptMerge, dismissMerge, split, moveArticles, keepApart, lead})},
        {tr("Scorecard"),
         {{u"1 … 7"_s, tr("Focus that dimension; pin words")},
          {u"0 … 9  ."_s, tr("Type its value")},
          {u"←  →"_s, tr("Step by 0.5; with Shift by 0.1")},
          {u"Del"_s, tr("Unset")},
          {u"N"_s, tr("Not applicable")},
          {u"Enter"_s, tr("Accept the suggestion")},
          lineOf(openComparable),
          {u"Esc"_s, tr("Back to the queue")}}},
        {tr("Desk"), lines({editBrief, search, keepSearch, refresh, addFeeds, sources, newStory, paste,
                            import, exportStories, shift, undo, redo, remove, settings, keys, quit})},
    };
}

} // namespace Scoredesk
