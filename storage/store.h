// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/care/salvagereport.h"
#include "storage/domain/categorychange.h"
#include "storage/domain/change.h"
#include "storage/domain/clock.h"
#include "storage/domain/comparable.h"
#include "storage/domain/dossier.h"
#include "storage/domain/handover.h"
#include "storage/domain/importplan.h"
#include "storage/domain/queue.h"
#include "storage/domain/result.h"
#include "storage/domain/savedsearch.h"
#include "storage/domain/shift.h"
#include "storage/method/method.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Scoredesk {

class FeedStore;
class GroupingStore;
class IntakeStore;
class RetentionStore;
class StorePrivate;

/// How a desk is opened.
struct StoreOptions {
    enum class Mode {
        Analyst, ///< read and write, every change synced to disk before it is acknowledged (synchronous=FULL)
        Intake,  ///< the same, but synced in bulk (synchronous=NORMAL): for what can be fetched again
        Reader,  ///< reads only, from any thread that owns it; never migrates or creates
    };

    Mode mode = Mode::Analyst;
    Clock clock = systemClock();
    int busyTimeoutMs = 5000; ///< how long to wait for another writer
};

/// What opening a desk found that its user should hear.
struct OpenReport {
    bool created = false;
    int migratedFrom = 0;          ///< schema version before; 0 where nothing was migrated
    QString backupBeforeMigration; ///< path; empty where none was made
    bool uncleanShutdown = false;  ///< the last session did not close; quick_check ran and passed
};

/// What an import added and changed, which undoes it as one step.
struct ImportReceipt {
    QList<StoryId> added;
    QList<StoryEdit> inverse;                      ///< edits that take the merges back
    QList<ArticleId> articlesAdded;                ///< to stories that were there before
    QList<qint64> signalsAdded;                    ///< rows, of stories that were there before
    QList<std::pair<StoryId, QString>> cardsAdded; ///< to stories that were there before, by analyst
    QList<OutletId> outletsAdded;
    QList<OutletChange> outletsChanged; ///< of the program's list, which nobody had edited
    QStringList categoriesAdded;
    QList<std::pair<QString, int>> methodsAdded; ///< key and version
    QMap<QString, QString> settingsAdded;
    DeskPartsReceipt parts;
    QUuid deskBefore; ///< set where the desk took over another's id
    int merged = 0;
    int skipped = 0;
};

/// What undoing an import took off the desk, as it left: an import of it is the redo.
struct ImportRemains {
    QList<Dossier> stories;  ///< that the import had added, with what came to them since
    QList<Article> articles; ///< that it had added to stories that were there before
};

/// The only door to the desk file.
///
/// One object is one connection and belongs to the thread that opened it. Every writing call is one
/// transaction, on disk when it returns; after it the signals tell which stories changed. A failed call has
/// changed nothing.
class Store : public QObject {
    Q_OBJECT

public:
    /// Creates the file (mode 0600, parent folders 0700) where there is none, or migrates an older one after
    /// a backup beside it. `:memory:` is a desk that is gone when closed. Errors: DeskNewer, DeskDamaged,
    /// DeskLocked, Failed.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& path,
                                                             const StoreOptions& options = {});
    /// XDG_DATA_HOME/scoredesk/desk.sqlite.
    static QString defaultPath();

    ~Store() override;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    QString path() const;
    const OpenReport& openReport() const;
    /// Made with the desk, kept by its copies, also by one that comes of importing its export.
    QUuid deskId() const;

    // --- settings of the desk, which travel with its file
    // ------------------------------------------------------------
    QString setting(const QString& key, const QString& fallback = {}) const;
    [[nodiscard]] Result<void> setSetting(const QString& key, const QString& value);
    QMap<QString, QString> settings() const; ///< all that were ever set

    /// Built-in methods, then the desk's own.
    QList<Method> methods() const;
    const Method& activeMethod() const;
    /// Stores (or replaces) a method of the desk's own.
    [[nodiscard]] Result<void> saveMethod(const Method& method);
    /// Removes one version of a method of the desk's own. InvalidInput where that leaves none of the key that
    /// is in use.
    [[nodiscard]] Result<void> removeMethod(const QString& key, int version);
    /// Makes it the one that impact is computed by, and recomputes every story's, in one transaction.
    [[nodiscard]] Result<void> setActiveMethod(const QString& key);

    // --- reading stories
    // -----------------------------------------------------------------------------------------------
    [[nodiscard]] Result<Story> story(StoryId id) const;
    [[nodiscard]] Result<Dossier> dossier(StoryId id) const;
    /// In the order asked; unknown ids are left out.
    [[nodiscard]] Result<QList<Dossier>> dossiers(const QList<StoryId>& ids) const;
    /// The same with the earlier versions of their articles: for what leaves the desk to come back equal.
    [[nodiscard]] Result<QList<Dossier>> wholeDossiers(const QList<StoryId>& ids) const;
    /// By row number, full UUID, a UUID's first letters where they are unique, or slug: what a person may
    /// type.
    [[nodiscard]] Result<StoryId> findStory(const QString& handle) const;
    /// A story with this link (compared without fragment, tracking parameters, "www." and final slash), if
    /// any.
    std::optional<StoryId> storyWithLink(const QString& link) const;
    /// A story with this headline (compared without case, punctuation and blanks), if any.
    std::optional<StoryId> storyWithHeadline(const QString& headline) const;
    std::optional<StoryId> storyWithUuid(const QUuid& uuid) const;
    /// Headline of another story so alike that it is likely the same; empty where there is none.
    QString likelyDuplicateOf(StoryId id) const;
    /// How the analyst judged the dimension in the stories whose headlines are most like this one's, the most
    /// alike first. Only among the newest that share a telling word: it takes a few milliseconds at most.
    QList<Comparable> comparables(StoryId id, const QString& dimension, const QString& analyst,
                                  int most) const;
    /// Categories of the stories exported last, newest first.
    QStringList lastExportedCategories(int most = 10) const;

    // --- the queue
    // -----------------------------------------------------------------------------------------------------
    /// Of an indexed view the cost of a page does not depend on where it lies; any other is gathered anew for
    /// each page. InvalidInput where its search cannot be read, and which part.
    [[nodiscard]] Result<QueuePage> queuePage(const QueueView& view, const QueueCursor& after,
                                              int most) const;
    /// In the order asked; unknown ids are left out.
    [[nodiscard]] Result<QList<QueueRow>> queueRows(const QList<StoryId>& ids) const;
    /// Those of the ids that the view would show now.
    [[nodiscard]] Result<QList<StoryId>> matching(const QueueView& view, const QList<StoryId>& ids,
                                                  SearchedFor words = SearchedFor::LookedUp) const;
    QueueCounts counts() const;
    /// Stories that were put on the desk since; counts no others.
    int countAddedAfter(const QDateTime& time) const;
    QList<SavedSearch> savedSearches() const;
    /// In place of those that are kept. InvalidInput where one has no name, or another's.
    [[nodiscard]] Result<void> setSavedSearches(const QList<SavedSearch>& searches);
    QStringList categories() const; ///< the desk's list, in its order
    QStringList tags() const;       ///< those that stories carry, the most used first; reads every story's
    QStringList analysts() const;
    /// The tags of each, in the order asked; unknown ids are left out.
    [[nodiscard]] Result<QList<std::pair<StoryId, QStringList>>> tagsOf(const QList<StoryId>& ids) const;

    // --- shifts
    // -------------------------------------------------------------------------------------------------------
    /// Begins one now. Where one of the analyst's runs already, as after a crash, it goes on; the one that
    /// runs is returned.
    [[nodiscard]] Result<Shift> beginShift(const QString& analyst);
    /// Ends the one that runs, now, and returns it. NotFound where none does.
    [[nodiscard]] Result<Shift> endShift(const QString& analyst);
    /// The analyst's, newest first; the one that runs is the first.
    QList<Shift> lastShifts(const QString& analyst, int most) const;
    /// What the analyst kept, spiked, scored and exported from the one instant to the other, both included.
    [[nodiscard]] Result<Handover> handover(const QString& analyst, const QDateTime& from,
                                            const QDateTime& to) const;

    // --- the analyst's edits
    // -------------------------------------------------------------------------------------------
    /// Applies all or none. Returns the edits that take them back, in the order in which to apply them. Each
    /// is kept in the history with who and when. Edits that change nothing are passed over. InvalidInput
    /// where a value cannot be read, NotFound where a story is not there. Unread is neither history nor a
    /// change: reading a story does not move it among the last changed.
    [[nodiscard]] Result<QList<StoryEdit>> applyEdits(const QList<StoryEdit>& edits,
                                                      const EditContext& context);
    /// New stories with all they carry. Ids that are set are used (undo of a removal), else given. Outlets
    /// are found by name or domain, or made. Missing UUIDs and times are filled in.
    [[nodiscard]] Result<QList<StoryId>> addStories(const QList<Dossier>& dossiers,
                                                    const EditContext& context);
    /// Removes them and returns what they were, so that addStories() can bring them back.
    [[nodiscard]] Result<QList<Dossier>> removeStories(const QList<StoryId>& ids);
    /// Does what the plan's wanted items say, as one transaction. Ids that are set, of stories to add and of
    /// articles, are used where they are free.
    [[nodiscard]] Result<ImportReceipt> applyImport(const ImportPlan& plan, const EditContext& context);
    [[nodiscard]] Result<ImportRemains> revertImport(const ImportReceipt& receipt,
                                                     const EditContext& context);

    /// Runs several of the calls above as one transaction: what `work` returns decides between commit and
    /// rollback, and notices follow the commit. May be nested.
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()>& work);

    [[nodiscard]] Result<void> recordExport(const QList<StoryId>& ids, const ExportRecord& record);

    /// Renames, adds, removes and orders categories; stories, feeds and rules follow, stories that change
    /// theirs with a line of history. Returns what takes it back. InvalidInput where two would share a name,
    /// or a rule would be left with nothing to do.
    [[nodiscard]] Result<CategoryChange> changeCategories(const CategoryChange& change,
                                                          const EditContext& context);

    // --- outlets
    // -------------------------------------------------------------------------------------------------------
    QList<Outlet> outlets() const;
    /// By id, or a new one where the id is 0. Renaming onto another outlet's name is InvalidInput.
    [[nodiscard]] Result<OutletId> saveOutlet(const Outlet& outlet);

    // --- what comes in by itself
    // --------------------------------------------------------------------------------------------
    FeedStore& feeds() const;
    IntakeStore& intake() const;
    GroupingStore& grouping() const; ///< what articles make a story, by hand and by machine

    RetentionStore& retention() const; ///< how long stories stay that nobody touched

    // --- care of the file
    // ------------------------------------------------------------------------------------------------
    /// A consistent copy (mode 0600) while the desk is in use; written beside and renamed.
    [[nodiscard]] Result<void> backupTo(const QString& path) const;
    /// Makes the automatic backup of this day (UTC) beside the desk, unless it was made, and removes those
    /// that are too old: daysToRemove(). Its path; empty where there is none to make. Errors as backupTo().
    [[nodiscard]] Result<QString> backUpDaily() const;
    /// Full integrity check, foreign keys and counts. Empty: all is well. Each line is a sentence.
    [[nodiscard]] Result<QStringList> verify() const;
    /// Replaces the desk at `path` by the backup, after checking that the backup is a sound desk. The
    /// replaced desk is kept aside; its path is returned. No Store may be open on `path`.
    [[nodiscard]] static Result<QString> restore(const QString& backup, const QString& path);
    /// Whether the backup is one that restore() would put there: a sound desk, no newer than the program, and
    /// not the one at `path` itself. Reads all of it. The desk at `path` may be open.
    [[nodiscard]] static Result<void> mayRestore(const QString& backup, const QString& path);
    /// Copies what can still be read of a damaged desk into a new file. Tells what was saved and how
    /// much is lost.
    [[nodiscard]] static Result<SalvageReport> salvage(const QString& damaged, const QString& into);

    /// The statements that this store has run so far, for whoever wants to know how SQLite serves them.
    QStringList usedSql() const;
    /// Ends what this store is reading, which then fails with Cancelled; nothing where it reads nothing. From
    /// any thread, while the store lives.
    void interrupt();
    /// Emits the notices for what another process changed since the last look; cheap when nothing did.
    void noticeOtherWriters();

Q_SIGNALS:
    void storiesAdded(const QList<Scoredesk::StoryId>& ids);
    void storiesChanged(const QList<Scoredesk::StoryId>& ids);
    void storiesRemoved(const QList<Scoredesk::StoryId>& ids);
    void countsChanged();
    void feedsChanged(); ///< outlets, too
    void methodChanged();
    void savedSearchesChanged(); ///< by this store

private:
    explicit Store(std::unique_ptr<StorePrivate> d);

    std::unique_ptr<StorePrivate> d;
};

} // namespace Scoredesk
