// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/storypicker.h"

#include "storage/grouping/groupingstore.h"
#include "storage/search/queryreader.h"
#include "storage/store.h"
#include "ui/stories/queuedelegate.h"
#include "ui/widgets/twolinelist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int mostShown = 40;

StoryPicker::StoryPicker(const Store& store, StoryId from, const QString& question, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_from(from),
      m_search(new QLineEdit(this)),
      m_list(new TwoLineList(this))
{
    setObjectName(u"storyPicker"_s);
    setWindowTitle(tr("Choose a story"));
    auto* label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_search);
    m_search->setObjectName(u"storyPicker.search"_s);
    m_search->setPlaceholderText(tr("Words of its headline, brief or articles"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"storyPicker.list"_s);
    m_list->setAccessibleName(tr("Stories"));
    m_list->setEmptyText(tr("No story has these words."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(560, 420);

    m_delay.setSingleShot(true);
    m_delay.setInterval(120ms);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &StoryPicker::find);
    connect(m_list, &QAbstractItemView::activated, this, &StoryPicker::pick);
    connect(buttons, &QDialogButtonBox::accepted, this, &StoryPicker::pick);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    find();
}

void StoryPicker::find()
{
    QList<StoryId> ids;
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = plainQuery(m_search->text());
    if (view.search.isEmpty())
        if (const auto near = m_store.grouping().suggestionsFor(m_from))
            for (const MergeSuggestion& suggestion : *near)
                ids.append(suggestion.other);
    if (const auto page = m_store.queuePage(view, {}, mostShown))
        for (const StoryId id : page->ids)
            if (id != m_from && !ids.contains(id))
                ids.append(id);
    const auto found = m_store.queueRows(ids);
    m_stories.clear();
    QList<TwoLineItem> items;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (found)
        for (const QueueRow& row : *found) {
            if (row.state.stage == Stage::Spiked) // dropped, or merged into another
                continue;
            m_stories.append(row.id);
            items.append({row.headline.isEmpty() ? tr("No headline yet") : row.headline.simplified(),
                          QueueDelegate::metaText(row, now),
                          {}});
        }
    m_list->setItems(items);
    if (!items.isEmpty())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_ok->setEnabled(!items.isEmpty());
}

void StoryPicker::pick()
{
    if (m_delay.isActive()) { // Enter right after typing means what was typed
        m_delay.stop();
        find();
    }
    const StoryId story = m_stories.value(m_list->currentIndex().row(), noStory);
    if (story == noStory)
        return;
    accept();
    Q_EMIT picked(story);
}

} // namespace Scoredesk
