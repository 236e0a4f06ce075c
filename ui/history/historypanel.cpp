// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypanel.h"

#include "storage/method/impact.h"
#include "ui/desk/desk.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"
#include "ui/words/changetext.h"

#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

HistoryPanel::HistoryPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_changes(addList(tr("Changes"), u"history.changes"_s, tr("Nothing has been changed yet."))),
      m_exports(addList(tr("Exports on record"), u"history.exports"_s, tr("Not exported yet."))),
      m_signals(addList(tr("Signals"), u"history.signals"_s,
                        tr("The sources carried no points, comments or mentions.")))
{
    setObjectName(u"history"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connect(&m_desk, &Desk::dossierChanged, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

TwoLineList* HistoryPanel::addList(const QString& title, const QString& name, const QString& empty)
{
    auto* section = new QWidget(m_splitter);
    auto* list = new TwoLineList(section);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setEmptyText(empty);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new ToneLabel(ToneLabel::Rank::Title, title, section));
    column->addWidget(list, 1);
    return list;
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void HistoryPanel::refresh()
{
    m_stale = false;
    const Dossier& dossier = m_desk.dossier();
    QList<TwoLineItem> changes;
    for (auto change = dossier.history.rbegin(); change != dossier.history.rend(); ++change)
        changes.append({changeText(*change, m_desk.method()),
                        tr("%1 · %2").arg(change->analyst.isEmpty() ? tr("Intake") : change->analyst,
                                          localTimeText(change->at)),
                        utcTimeText(change->at)});
    m_changes->setItems(changes);

    QList<TwoLineItem> exports;
    for (auto record = dossier.exports.rbegin(); record != dossier.exports.rend(); ++record) {
        const QString impact = record->impact ? shownImpact(*record->impact) : u"—"_s;
        exports.append(
            {tr("%1 · impact %2 · %3").arg(record->format.toUpper(), impact, record->path),
             tr("%1 · %2 · SHA-256 %3")
                 .arg(record->analyst, localTimeText(record->at), record->sha256.left(16) + u"…"_s),
             tr("%1\nSHA-256 %2\n%3").arg(utcTimeText(record->at), record->sha256, record->vector)});
    }
    m_exports->setItems(exports);

    QList<TwoLineItem> received;
    for (const StorySignal& signal : dossier.storySignals) {
        QStringList main = {signal.kind};
        if (signal.value)
            main.prepend(QLocale().toString(*signal.value, 'g', 12));
        QStringList detail = {signal.source};
        if (!signal.note.isEmpty())
            detail.append(signal.note);
        detail.append(localTimeText(signal.observedAt));
        detail.removeAll(QString());
        received.append({main.join(u' '), detail.join(u" · "_s), utcTimeText(signal.observedAt)});
    }
    m_signals->setItems(received);
}

QByteArray HistoryPanel::saveState() const
{
    return m_splitter->saveState();
}

void HistoryPanel::restoreState(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

} // namespace Scoredesk
