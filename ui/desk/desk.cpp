// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk.h"

#include "storage/grouping/groupingstore.h"
#include "storage/store.h"
#include "ui/desk/editcommand.h"
#include "ui/desk/stepcommand.h"
#include "ui/desk/storycommands.h"
#include "ui/words/storiestext.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How many dossiers a bulk act holds in memory at once.
static constexpr qsizetype chunk = 500;

Desk::Desk(Store& store, const QString& analyst, QObject* parent)
    : QObject(parent), m_store(store), m_analyst(analyst)
{
    connect(&m_store, &Store::storiesChanged, this, &Desk::onStoriesChanged);
    connect(&m_store, &Store::storiesRemoved, this, &Desk::onStoriesRemoved);
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(300ms);
    connect(&m_readDelay, &QTimer::timeout, this, &Desk::markRead);
    connect(&m_store, &Store::methodChanged, this, [this] {
        m_findingsStale = true;
        Q_EMIT methodChanged();
        if (hasCurrent())
            readCurrent();
    });
}

Desk::~Desk() = default;

void Desk::setAnalyst(const QString& analyst)
{
    if (analyst.isEmpty() || analyst == m_analyst)
        return;
    m_analyst = analyst;
    m_findingsStale = true;
    Q_EMIT analystChanged();
    Q_EMIT dossierChanged();
}

const Method& Desk::method() const
{
    return m_store.activeMethod();
}

void Desk::setCurrent(StoryId id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_leftUnread = false;
    m_dossier = {};
    if (hasCurrent()) {
        auto dossier = m_store.dossier(id);
        if (!dossier) {
            m_current = noStory;
            Q_EMIT failed(dossier.error());
        } else {
            m_dossier = std::move(*dossier);
        }
    }
    m_findingsStale = true;
    Q_EMIT currentChanged(m_current);
    Q_EMIT dossierChanged();
    m_readDelay.start();
}

/// A story counts as read once it was looked at for a moment. Reading is no act of judgement: it is no undo
/// step.
void Desk::markRead()
{
    if (!hasCurrent() || !m_dossier.story.unread)
        return;
    const auto read = m_store.applyEdits({{m_current, StoryField::Unread, {}, {}, {}}}, {m_analyst, 0});
    if (!read)
        Q_EMIT failed(read.error());
}

Desk::Leaving::~Leaving()
{
    m_desk.m_leaving = false;
    if (std::exchange(m_desk.m_leftUnread, false))
        m_desk.readCurrent();
}

Scorecard Desk::card() const
{
    return m_dossier.cardOf(m_analyst);
}

const QList<Finding>& Desk::findings() const
{
    if (m_findingsStale) {
        m_findings.clear();
        if (hasCurrent())
            m_findings = runChecks(
                m_dossier, method(),
                {m_analyst, m_store.likelyDuplicateOf(m_current), m_store.lastExportedCategories()});
        m_findingsStale = false;
    }
    return m_findings;
}

qint64 Desk::newGesture()
{
    // Milliseconds since 1970 keep gestures of different sessions apart in the history.
    m_lastGesture = qMax(m_lastGesture + 1, QDateTime::currentMSecsSinceEpoch());
    return m_lastGesture;
}

void Desk::setText(StoryField field, const QString& text, qint64 gesture)
{
    edit(tr("Edit"), {{m_current, field, {}, text, {}}}, gesture);
}

void Desk::setTags(const QStringList& tags)
{
    edit(tr("Tags"), {{m_current, StoryField::Tags, {}, tags.join(u'\n'), {}}});
}

void Desk::setTrust(TrustVerdict verdict)
{
    edit(tr("Trust verdict"), {{m_current, StoryField::Trust, {}, toText(verdict), {}}});
}

void Desk::setStated(const StatedCoverage& stated)
{
    edit(tr("Stated coverage"), {{m_current, StoryField::StatedCoverage, {}, toText(stated), {}}});
}

void Desk::setScore(const QString& dimension, Score value, qint64 gesture)
{
    const Dimension* known = method().byKey(dimension);
    edit(known ? tr("Score %1").arg(known->label) : tr("Score"),
         {{m_current, StoryField::Score, dimension, value.toText(), m_analyst}}, gesture);
}

void Desk::setRationale(const QString& dimension, const QString& text, qint64 gesture)
{
    edit(tr("Rationale"), {{m_current, StoryField::Rationale, dimension, text, m_analyst}}, gesture);
}

void Desk::setCard(const Scorecard& card)
{
    QList<StoryEdit> edits;
    for (const Dimension& dimension : method().dimensions)
        edits.append(
            {m_current, StoryField::Score, dimension.key, card.value(dimension.key).toText(), m_analyst});
    edit(tr("Paste score vector"), edits);
}

bool Desk::pin(const Quotation& quotation)
{
    const Dimension* known = method().byKey(quotation.dimension);
    const QString label = known ? known->label : quotation.dimension;
    QString refusal;
    if (quotation.words.isEmpty())
        refusal = tr("Only blanks are selected: there is nothing to pin.");
    else if (quotation.words.size() > longestQuotation)
        refusal = tr("A quotation holds %1 characters at most, and %2 are selected. Select the sentence that "
                     "counts.")
                      .arg(longestQuotation)
                      .arg(quotation.words.size());
    for (const Quotation& pinned : std::as_const(m_dossier.quotations))
        if (std::tie(pinned.dimension, pinned.article, pinned.position, pinned.words) ==
            std::tie(quotation.dimension, quotation.article, quotation.position, quotation.words))
            refusal = tr("These words are pinned to %1 already.").arg(label);
    if (!refusal.isEmpty()) {
        Q_EMIT failed({refusal, ErrorCode::InvalidInput});
        return false;
    }
    const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const bool pinned =
        edit(tr("Pin to %1").arg(label), {{m_current, StoryField::Quotation, uuid, toText(quotation), {}}});
    if (pinned)
        Q_EMIT done(tr("Pinned to %1").arg(label));
    return pinned;
}

void Desk::unpin(const QUuid& quotation)
{
    edit(tr("Unpin"), {{m_current, StoryField::Quotation, quotation.toString(QUuid::WithoutBraces), {}, {}}});
}

void Desk::overrule(CheckKind kind, const QString& reason)
{
    edit(reason.isEmpty() ? tr("Take back overrule") : tr("Overrule"),
         {{m_current, StoryField::Overrule, checkName(kind), reason, {}}});
}

void Desk::shortlist(const QList<StoryId>& ids)
{
    const int changed = setStates(tr("Shortlist"), ids, [](const StoryState&) {
        return StoryState{Stage::Shortlisted, {}, {}};
    });
    if (changed > 0)
        Q_EMIT done(tr("%n stories shortlisted", nullptr, changed));
}

void Desk::returnToIncoming(const QList<StoryId>& ids)
{
    const int changed =
        setStates(tr("Return to Incoming"), ids, [](const StoryState&) { return StoryState(); });
    if (changed > 0)
        Q_EMIT done(tr("%n stories returned to Incoming", nullptr, changed));
}

void Desk::spike(const QList<StoryId>& ids, const QString& reason)
{
    const int changed =
        setStates(tr("Spike"), ids, [&reason](const StoryState& state) { return state.spiked(reason); });
    if (changed > 0)
        Q_EMIT done(tr("%n stories spiked", nullptr, changed));
}

void Desk::unspike(const QList<StoryId>& ids)
{
    const int changed =
        setStates(tr("Unspike"), ids, [](const StoryState& state) { return state.unspiked(); });
    if (changed > 0)
        Q_EMIT done(tr("%n stories returned", nullptr, changed));
    else if (changed == 0 && !ids.isEmpty())
        Q_EMIT failed({tr("Nothing to return: not spiked.")});
}

void Desk::makeReady(const QList<StoryId>& ids)
{
    QList<StoryId> ready;
    QList<StoryId> blocked;
    const QStringList lastCategories = m_store.lastExportedCategories();
    for (qsizetype from = 0; from < ids.size(); from += chunk) {
        const auto dossiers = m_store.dossiers(ids.mid(from, chunk));
        if (!dossiers) {
            Q_EMIT failed(dossiers.error());
            return;
        }
        for (const Dossier& dossier : *dossiers) {
            const auto findings = runChecks(
                dossier, method(), {m_analyst, m_store.likelyDuplicateOf(dossier.story.id), lastCategories});
            (blocks(findings, dossier.overrules) ? blocked : ready).append(dossier.story.id);
        }
    }
    const int changed = setStates(tr("Ready"), ready, [](const StoryState&) {
        return StoryState{Stage::Ready, {}, {}};
    });
    if (changed > 0)
        Q_EMIT done(tr("%n stories ready", nullptr, changed));
    if (!blocked.isEmpty())
        Q_EMIT held(blocked);
}

void Desk::setUnread(const QList<StoryId>& ids, bool unread)
{
    QList<StoryEdit> edits;
    for (const StoryId id : ids)
        edits.append({id, StoryField::Unread, {}, unread ? u"1"_s : QString(), {}});
    edit(unread ? tr("Mark unread") : tr("Mark read"), edits);
}

void Desk::addStory()
{
    auto step = std::make_unique<AddStoriesCommand>(*this, tr("New story"), QList<Dossier>{Dossier()});
    const AddStoriesCommand* added = step.get();
    if (run(std::move(step)))
        setCurrent(added->ids().value(0, noStory));
}

void Desk::removeStories(const QList<StoryId>& ids)
{
    if (!ids.isEmpty() && run(std::make_unique<RemoveStoriesCommand>(*this, tr("Remove"), ids)))
        Q_EMIT done(tr("%n stories removed", nullptr, int(ids.size())));
}

void Desk::applyImport(const ImportPlan& plan)
{
    auto step = std::make_unique<ImportCommand>(*this, tr("Import"), plan);
    const ImportCommand* import = step.get();
    if (!run(std::move(step)))
        return;
    const ImportReceipt& receipt = import->receipt();
    QStringList parts = {tr("%n stories added", nullptr, int(receipt.added.size()))};
    if (receipt.merged > 0)
        parts.append(tr("%n merged", nullptr, receipt.merged));
    if (receipt.skipped > 0)
        parts.append(tr("%n skipped", nullptr, receipt.skipped));
    if (!receipt.parts.feeds.isEmpty())
        parts.append(tr("%n feeds added", nullptr, int(receipt.parts.feeds.size())));
    if (!receipt.parts.rules.isEmpty())
        parts.append(tr("%n rules added", nullptr, int(receipt.parts.rules.size())));
    if (!receipt.added.isEmpty())
        setCurrent(receipt.added.first());
    Q_EMIT done(parts.join(tr(", ")));
}

bool Desk::step(const QString& text, std::function<Result<void>()> carryOut,
                std::function<Result<void>()> takeBack)
{
    return run(std::make_unique<StepCommand>(*this, text, std::move(carryOut), std::move(takeBack)));
}

bool Desk::run(std::unique_ptr<DeskCommand> step)
{
    m_stepFailed = false;
    m_undo.push(step.release());
    return !m_stepFailed;
}

void Desk::stepFailed(const Error& error)
{
    m_stepFailed = true;
    Q_EMIT failed(m_editing.isEmpty() ? error
                                      : Error{tr("“%1”: %2").arg(m_editing, error.message), error.code});
}

bool Desk::edit(const QString& text, QList<StoryEdit> edits, qint64 gesture)
{
    if (edits.isEmpty() || edits.first().story == noStory)
        return false;
    // The message may still stand when another story is shown.
    const StoryId story = edits.first().story;
    const bool single = std::all_of(edits.begin(), edits.end(),
                                    [story](const StoryEdit& edit) { return edit.story == story; });
    if (single && story == m_current)
        m_editing = shownHeadline(m_dossier.story.headline);
    const bool done = run(std::make_unique<EditCommand>(*this, text, std::move(edits), gesture));
    m_editing.clear();
    return done;
}

int Desk::setStates(const QString& text, const QList<StoryId>& ids,
                    const std::function<StoryState(const StoryState&)>& next)
{
    const auto rows = m_store.queueRows(ids);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return -1;
    }
    QList<StoryEdit> edits;
    edits.reserve(rows->size());
    for (const QueueRow& row : *rows)
        if (const QString state = toText(next(row.state)); state != toText(row.state))
            edits.append({row.id, StoryField::State, {}, state, {}});
    const auto changed = int(edits.size());
    return edits.isEmpty() || edit(text, std::move(edits)) ? changed : -1;
}

void Desk::readCurrent()
{
    auto dossier = m_store.dossier(m_current);
    if (!dossier) {
        Q_EMIT failed(dossier.error());
        return;
    }
    m_dossier = std::move(*dossier);
    m_findingsStale = true;
    Q_EMIT dossierChanged();
}

void Desk::onStoriesChanged(const QList<StoryId>& ids)
{
    if (!hasCurrent() || !ids.contains(m_current))
        return;
    if (m_leaving)
        m_leftUnread = true;
    else
        readCurrent();
}

// One that became part of another leads there; any other leaves nothing to show.
void Desk::onStoriesRemoved(const QList<StoryId>& ids)
{
    if (hasCurrent() && ids.contains(m_current))
        setCurrent(m_store.grouping().redirectOf(m_current).value_or(noStory));
}

} // namespace Scoredesk
