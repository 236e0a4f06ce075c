// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/storypanel.h"

#include "ui/checks/checkspanel.h"
#include "ui/coverage/suggestionbar.h"
#include "ui/desk/desk.h"
#include "ui/editor/briefeditor.h"
#include "ui/history/historypanel.h"
#include "ui/reader/articlespanel.h"
#include "ui/scorecard/scorecardpanel.h"
#include "ui/story/columnscroll.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"

#include <QDataStream>
#include <QIODevice>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

static constexpr quint32 stateMagic = 0x53504131; // "SPA1": a changed layout gets another

enum Page { EmptyPage, StoryPage };
enum Tab { BriefTab, ArticlesTab, HistoryTab };

StoryPanel::StoryPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_pages(new QStackedWidget(this)),
      m_state(new ToneLabel(Rank::Quiet)),
      m_suggestion(new SuggestionBar(desk)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_tabs(new QTabWidget),
      m_brief(new BriefEditor(desk)),
      m_articles(new ArticlesPanel(desk)),
      m_history(new HistoryPanel(desk)),
      m_card(new ScorecardPanel(desk)),
      m_checks(new ChecksPanel(desk))
{
    setObjectName(u"story"_s);
    m_state->setObjectName(u"story.state"_s);
    m_tabs->setObjectName(u"story.tabs"_s);
    m_splitter->setObjectName(u"story.splitter"_s);

    auto* nothing = new ToneLabel(
        Rank::Quiet,
        tr("No story is selected.\nPick one in the list, or paste a link or text anywhere to add one."));
    nothing->setObjectName(u"story.empty"_s);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setMargin(24);

    auto* judgement = new QWidget;
    auto* right = new QVBoxLayout(judgement);
    right->setContentsMargins(12, 8, 12, 12);
    right->setSpacing(14);
    right->addWidget(m_card);
    right->addWidget(m_checks);
    right->addStretch();
    m_brief->layout()->setContentsMargins(12, 10, 12, 12);
    for (QWidget* panel : {static_cast<QWidget*>(m_articles), static_cast<QWidget*>(m_history)})
        panel->layout()->setContentsMargins(12, 10, 12, 12);
    m_briefScroll = new ColumnScroll(m_brief);
    m_cardScroll = new ColumnScroll(judgement);
    m_cardScroll->setObjectName(u"story.card"_s);

    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_briefScroll, tr("Brief"));
    m_tabs->addTab(m_articles, tr("Articles"));
    m_tabs->addTab(m_history, tr("History"));
    m_splitter->addWidget(m_tabs);
    m_splitter->addWidget(m_cardScroll);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);

    auto* story = new QWidget;
    auto* column = new QVBoxLayout(story);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_state->setContentsMargins(12, 6, 12, 6);
    m_state->setWrapping();
    column->addWidget(m_state);
    column->addWidget(m_suggestion);
    column->addWidget(m_splitter, 1);
    m_pages->insertWidget(EmptyPage, nothing);
    m_pages->insertWidget(StoryPage, story);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);

    connect(m_brief, &BriefEditor::linkOpenRequested, this, &StoryPanel::linkOpenRequested);
    connect(m_articles, &ArticlesPanel::linkOpenRequested, this, &StoryPanel::linkOpenRequested);
    connect(m_card, &ScorecardPanel::quotationRequested, this, [this](const Quotation& quotation) {
        m_tabs->setCurrentIndex(ArticlesTab);
        m_articles->showQuotation(quotation);
    });
    connect(m_checks, &ChecksPanel::jumpRequested, this, &StoryPanel::jumpTo);
    connect(m_suggestion, &SuggestionBar::mergeRequested, this, &StoryPanel::mergeRequested);
    connect(m_suggestion, &SuggestionBar::apartRequested, this, &StoryPanel::apartRequested);
    connect(&m_desk, &Desk::dossierChanged, this, &StoryPanel::refresh);
    // A row or field that grows is measured when its layout has run.
    connect(m_card, &ScorecardPanel::rowActivated, m_cardScroll, [this](QWidget* row) {
        QTimer::singleShot(0, row, [this, row] { m_cardScroll->ensureWidgetVisible(row, 0, 12); });
    });
    connect(m_brief, &BriefEditor::jumped, m_briefScroll, [this](QWidget* field) {
        QTimer::singleShot(0, field, [this, field] { m_briefScroll->ensureWidgetVisible(field, 0, 24); });
    });
    refresh();
}

void StoryPanel::refresh()
{
    m_pages->setCurrentIndex(m_desk.hasCurrent() ? StoryPage : EmptyPage);
    m_suggestion->refresh();
    if (!m_desk.hasCurrent())
        return;
    const Dossier& dossier = m_desk.dossier();
    QStringList parts = {stateText(dossier.story.state), dossier.story.source, dossier.story.category,
                         coverageText(dossier.coverage)};
    parts.removeAll(QString());
    m_state->setText(parts.join(u" · "_s));
    const auto articles = dossier.articles.size();
    m_tabs->setTabText(ArticlesTab, articles > 0 ? tr("Articles (%1)").arg(articles) : tr("Articles"));
}

void StoryPanel::focusDimension(int index)
{
    if (!m_articles->pinSelection(index))
        m_card->focusDimension(index);
}

void StoryPanel::openComparable()
{
    m_card->openComparable();
}

void StoryPanel::focusHeadline()
{
    m_tabs->setCurrentIndex(BriefTab);
    m_brief->focusHeadline();
}

void StoryPanel::focusArticles()
{
    m_tabs->setCurrentIndex(ArticlesTab);
    m_articles->focusList();
}

bool StoryPanel::showsArticles() const
{
    return m_desk.hasCurrent() && m_tabs->currentIndex() == ArticlesTab;
}

QList<ArticleId> StoryPanel::selectedArticles() const
{
    return m_articles->selectedArticles();
}

StoryId StoryPanel::suggested() const
{
    return m_suggestion->suggested();
}

/// The row of a dimension in the active method, the first where it names none.
int StoryPanel::rowOf(const QString& dimension) const
{
    const QList<Dimension>& dimensions = m_desk.method().dimensions;
    for (int row = 0; row < dimensions.size(); ++row)
        if (dimensions[row].key == dimension)
            return row;
    return 0;
}

void StoryPanel::jumpTo(const Finding& finding)
{
    switch (finding.place) {
    case StoryField::Score:
    case StoryField::Rationale:
    case StoryField::StatedImpact:
    case StoryField::CardMethod:
        m_card->focusDimension(rowOf(finding.dimension));
        return;
    case StoryField::LeadArticle:
        m_tabs->setCurrentIndex(ArticlesTab);
        return;
    default:
        break;
    }
    m_tabs->setCurrentIndex(BriefTab);
    m_brief->jumpTo(finding.place, finding.position, finding.length);
}

QByteArray StoryPanel::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateMagic << m_splitter->saveState() << qint32(m_tabs->currentIndex())
           << m_articles->saveState() << m_history->saveState();
    return state;
}

bool StoryPanel::restoreState(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    qint32 tab = 0;
    QByteArray splitter;
    QByteArray articles;
    QByteArray history;
    stream >> magic >> splitter >> tab >> articles >> history;
    if (stream.status() != QDataStream::Ok || magic != stateMagic || tab < BriefTab || tab > HistoryTab)
        return false;
    m_splitter->restoreState(splitter);
    m_tabs->setCurrentIndex(tab);
    m_articles->restoreState(articles);
    m_history->restoreState(history);
    arrange();
    return true;
}

void StoryPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// That of one above the other, whichever way they stand now: only so can it be made narrow.
QSize StoryPanel::minimumSizeHint() const
{
    const QSize words = m_tabs->minimumSizeHint();
    const QSize card = m_cardScroll->minimumSizeHint();
    return {std::max(words.width(), card.width()), words.height() + card.height()};
}

/// Side by side where there is room for both, else one above the other.
void StoryPanel::arrange()
{
    const int beside = m_tabs->minimumSizeHint().width() + m_cardScroll->minimumSizeHint().width() +
                       m_splitter->handleWidth();
    const auto orientation = width() < beside ? Qt::Vertical : Qt::Horizontal;
    if (orientation != m_splitter->orientation())
        m_splitter->setOrientation(orientation);
}

} // namespace Scoredesk
