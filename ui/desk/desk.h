// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/importplan.h"
#include "storage/domain/result.h"
#include "storage/method/checks.h"
#include "storage/method/method.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace Scoredesk {

class DeskCommand;
class Store;

/// The desk as one analyst works at it: the current story, and every act on stories as an undoable step.
///
/// The one object that widgets share. A call that edits is on disk when it returns; what the panels show
/// follows through the signals, never through the caller. What cannot be done is told by failed() and has
/// changed nothing.
class Desk : public QObject {
    Q_OBJECT

public:
    /// The store must outlive the desk. `analyst` is whose card is edited and who signs the history; never
    /// empty.
    Desk(Store& store, const QString& analyst, QObject* parent = nullptr);
    ~Desk() override;

    Store& store() const { return m_store; }
    QUndoStack& undoStack() { return m_undo; }
    const QString& analyst() const { return m_analyst; }
    void setAnalyst(const QString& analyst);
    const Method& method() const;

    // --- the current story
    // -----------------------------------------------------------------------------------------------
    StoryId current() const { return m_current; }
    bool hasCurrent() const { return m_current != noStory; }
    /// Shows a story in the panels; looked at for a moment, it counts as read. noStory shows none.
    void setCurrent(StoryId id);
    /// While it lives, the panels do not follow changes to the current story, which an act is about to leave;
    /// if it is current still in the end, they then do.
    class Leaving {
    public:
        explicit Leaving(Desk& desk) : m_desk(desk) { m_desk.m_leaving = true; }
        ~Leaving();
        Leaving(const Leaving&) = delete;
        Leaving& operator=(const Leaving&) = delete;

    private:
        Desk& m_desk;
    };
    const Dossier& dossier() const { return m_dossier; } ///< blank where there is no current story
    Scorecard card() const;                              ///< the analyst's own card of the current story
    /// What the checks find on the current story; computed once a change.
    const QList<Finding>& findings() const;

    /// A number that ties the edits of one gesture (a drag, a word being typed) into one undo step.
    qint64 newGesture();

    /// Sets a text field of the current story. Edits with one non-zero gesture become one undo step.
    void setText(StoryField field, const QString& text, qint64 gesture = 0);
    void setTags(const QStringList& tags);
    void setTrust(TrustVerdict verdict);
    void setStated(const StatedCoverage& stated);
    void setScore(const QString& dimension, Score value, qint64 gesture = 0);
    void setRationale(const QString& dimension, const QString& text, qint64 gesture = 0);
    /// Takes over every dimension's value of a card (a pasted score vector) as one step.
    void setCard(const Scorecard& card);
    /// Pins words of an article to a dimension, as `quotation` names them; its UUID, analyst and time are
    /// filled in. Refused, and told by failed(), where there are none, too many (longestQuotation), or where
    /// they are pinned there already. False where it did not.
    bool pin(const Quotation& quotation);
    void unpin(const QUuid& quotation);
    /// Lets a blocker stand for a reason; an empty reason takes that back.
    void overrule(CheckKind kind, const QString& reason);

    // --- acts on any stories, each one undo step
    // -----------------------------------------------------------------------
    void shortlist(const QList<StoryId>& ids);
    /// Back to Incoming from wherever they are.
    void returnToIncoming(const QList<StoryId>& ids);
    void spike(const QList<StoryId>& ids, const QString& reason = {});
    void unspike(const QList<StoryId>& ids);
    /// Stories that a blocker holds back stay where they are, and held() names them.
    void makeReady(const QList<StoryId>& ids);
    void setUnread(const QList<StoryId>& ids, bool unread);
    /// An empty one takes theirs away.
    void setCategory(const QList<StoryId>& ids, const QString& category);
    /// Compared without case. What is in both lists is removed.
    void addTags(const QList<StoryId>& ids, const QStringList& add, const QStringList& remove);
    /// Those of the stories of which one analyst has scored several: one of their cards must lead in a merge.
    QList<StoryId> rivalCardsOf(const QList<StoryId>& ids);
    /// Moves the others' articles and tags into the one that is furthest on its way, else the first, and
    /// spikes the others as merged. At most 50 at once. `leadingCard` is the story whose card leads where an
    /// analyst has one on several; noStory: the first that has one.
    void merge(const QList<StoryId>& ids, StoryId leadingCard = noStory);
    /// Articles of the current story become a story of their own, which is kept apart and made current.
    void split(const QList<ArticleId>& articles);
    /// Articles of the current story go to another, to stay there. Where they are all it has, the story is
    /// merged into the other.
    void moveArticles(const QList<ArticleId>& articles, StoryId into);
    /// "Never with this one": none of the stories becomes one with another of them by itself.
    void keepApart(const QList<StoryId>& ids);
    /// The article leads the current story from now on; null lets the desk choose.
    void pinLead(const QUuid& article);
    /// A new, empty story, made current.
    void addStory();
    void removeStories(const QList<StoryId>& ids);
    void applyImport(const ImportPlan& plan);

    /// A step on what goes with the desk beside its stories (feeds, outlets, rules): carries it out and puts
    /// it on the undo stack. False where it failed, which failed() has then told.
    bool step(const QString& text, std::function<Result<void>()> carryOut,
              std::function<Result<void>()> takeBack);

Q_SIGNALS:
    void currentChanged(Scoredesk::StoryId id);
    /// The current story's content changed, by whatever cause; panels read it again.
    void dossierChanged();
    void methodChanged();
    void analystChanged();
    /// An act on stories was done: a sentence for the notice bar, which offers Undo beside it.
    void done(const QString& sentence);
    void failed(const Scoredesk::Error& error);
    /// Blockers kept these stories from Ready.
    void held(const QList<Scoredesk::StoryId>& ids);

private:
    void mergeInto(const QList<Dossier>& stories, StoryId leadingCard);
    friend class DeskCommand; // tells a step's failure

    void readCurrent();
    void markRead();
    /// Pushes a step, which carries it out. False where it failed, which failed() has then told.
    bool run(std::unique_ptr<DeskCommand> step);
    void stepFailed(const Error& error);
    bool edit(const QString& text, QList<StoryEdit> edits, qint64 gesture = 0);
    /// How many it changed; -1 where that failed, which failed() has then told.
    int setStates(const QString& text, const QList<StoryId>& ids,
                  const std::function<StoryState(const StoryState&)>& next);
    void onStoriesChanged(const QList<StoryId>& ids);
    void onStoriesRemoved(const QList<StoryId>& ids);

    Store& m_store;
    QString m_analyst;
    QUndoStack m_undo;
    StoryId m_current = noStory;
    Dossier m_dossier;
    mutable QList<Finding> m_findings;
    mutable bool m_findingsStale = true;
    QString m_editing; ///< headline of the one story that the step under way edits; named where it fails
    QTimer m_readDelay;
    qint64 m_lastGesture = 0;
    bool m_stepFailed = false;
    bool m_leaving = false;
    bool m_leftUnread = false; ///< the current story changed while it was being left
};

} // namespace Scoredesk
