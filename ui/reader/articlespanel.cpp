// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/articlespanel.h"

#include "storage/domain/lead.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"
#include "ui/coverage/hourplot.h"
#include "ui/desk/desk.h"
#include "ui/reader/articletext.h"
#include "ui/reader/readertext.h"
#include "ui/reader/versionpicker.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"
#include "ui/widgets/weburl.h"
#include "ui/words/impacttext.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Rank = ToneLabel::Rank;

ArticlesPanel::ArticlesPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_seen(new ToneLabel(Rank::Title, this)),
      m_stated(new ToneLabel(Rank::Quiet, this)),
      m_hours(new HourPlot(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_list(new TwoLineList(m_splitter)),
      m_title(new ToneLabel(Rank::Title)),
      m_meta(new ToneLabel(Rank::Small)),
      m_versions(new VersionPicker),
      m_open(new QToolButton),
      m_note(new ToneLabel(Rank::Small)),
      m_text(new ReaderText)
{
    setObjectName(u"articles"_s);
    m_seen->setObjectName(u"articles.coverage"_s);
    m_stated->setObjectName(u"articles.stated"_s);
    m_list->setObjectName(u"articles.list"_s);
    m_text->setObjectName(u"articles.text"_s);
    m_open->setObjectName(u"articles.open"_s);
    m_versions->setObjectName(u"articles.versions"_s);
    m_note->setObjectName(u"articles.note"_s);
    m_seen->setWrapping();
    m_stated->setWrapping();
    m_title->setWrapping();
    m_meta->setWrapping();
    m_note->setWrapping();
    m_list->setAccessibleName(tr("Articles"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEmptyText(
        tr("No articles yet. Paste a link or text anywhere in the window to add what an outlet wrote, "
           "or merge a story into this one."));
    m_text->setAccessibleName(tr("Text of the article"));
    m_text->setAccessibleDescription(
        tr("Words that are selected are pinned to a dimension as evidence by its key, 1 to 7."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open the article in the browser (Enter)"));

    auto* reader = new QWidget(m_splitter);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_versions, 0, Qt::AlignTop);
    head->addWidget(m_open, 0, Qt::AlignTop);
    auto* inner = new QVBoxLayout(reader);
    inner->setContentsMargins(0, 4, 0, 0);
    inner->setSpacing(4);
    inner->addLayout(head);
    inner->addWidget(m_meta);
    inner->addWidget(m_note);
    inner->addWidget(m_text, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_seen);
    column->addWidget(m_stated);
    column->addWidget(m_hours);
    column->addWidget(m_splitter, 1);

    connect(m_list, &QAbstractItemView::activated, this, &ArticlesPanel::openSelected);
    connect(m_open, &QToolButton::clicked, this, &ArticlesPanel::openSelected);
    connect(m_versions, &VersionPicker::chosenChanged, this, &ArticlesPanel::readVersion);
    connect(m_text, &ReaderText::pinRequested, this, &ArticlesPanel::pinTo);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ArticlesPanel::readSelected);
    connect(&m_desk, &Desk::dossierChanged, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

void ArticlesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void ArticlesPanel::refresh()
{
    m_stale = false;
    const Dossier& dossier = m_desk.dossier();
    m_seen->setText(dossier.articles.isEmpty() ? tr("No articles on this desk")
                                               : coverageText(dossier.coverage));
    const StatedCoverage& claim = dossier.story.stated;
    QString stated = coverageText(claim);
    if ((claim.outlets || claim.tierOne) && !claim.named.isEmpty())
        stated =
            tr("%1: %2%3").arg(stated, claim.named.join(u", "_s), claim.namesMore ? u"\u00a0…"_s : QString());
    m_stated->setText(stated);
    m_stated->setVisible(!stated.isEmpty());
    if (dossier.articles == m_articles && dossier.story.leadArticle == m_lead &&
        m_list->model()->rowCount() > 0) {
        markPinned();
        return;
    }
    m_lead = dossier.story.leadArticle;
    QList<QDateTime> times;
    for (const Article& article : dossier.articles)
        times.append(seenAt(article));
    m_hours->setTimes(times);
    m_hours->setVisible(dossier.articles.size() > 1);
    const Article* before = selected();
    const ArticleId kept = before ? before->id : ArticleId{};
    m_articles = dossier.articles;
    QList<TwoLineItem> items;
    int current = 0;
    for (const Article& article : std::as_const(m_articles)) {
        if (article.id == kept)
            current = int(items.size());
        items.append({article.title.isEmpty() ? tr("(no title)") : article.title,
                      ArticleText::meta(article, dossier), ArticleText::provenance(article)});
    }
    m_list->setItems(items);
    if (!items.isEmpty())
        m_list->setCurrentIndex(m_list->model()->index(current, 0));
    readSelected();
}

const Article* ArticlesPanel::selected() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_articles.size() ? &m_articles[row] : nullptr;
}

QList<ArticleId> ArticlesPanel::selectedArticles() const
{
    QList<int> rows;
    const QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : indexes)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<ArticleId> articles;
    for (const int row : std::as_const(rows))
        if (row < m_articles.size())
            articles.append(m_articles[row].id);
    return articles;
}

void ArticlesPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ArticlesPanel::readSelected()
{
    const Article* article = selected();
    m_splitter->widget(1)->setVisible(article != nullptr);
    if (!article) {
        m_read = {};
        return;
    }
    if (*article == m_read) { // others came or went: an earlier version that was chosen stays
        markPinned();
        return;
    }
    m_read = *article;
    m_title->setText(article->title);
    m_meta->setText(ArticleText::provenance(*article).replace(u'\n', u" · "_s));
    m_open->setEnabled(webUrl(article->link).has_value());
    const auto versions = m_desk.store().intake().versions(article->id);
    m_versions->setVersions(versions.value_or(QList<ArticleVersion>()));
    readVersion();
    if (!versions)
        tell(versions.error().message);
}

void ArticlesPanel::readVersion()
{
    const Article* article = selected();
    if (!article)
        return;
    tell({});
    const ArticleVersion* before = m_versions->chosen();
    if (!before) {
        if (article->text.isEmpty())
            m_text->showNotice(tr("The desk holds no text of this article, only its title and link."));
        else
            m_text->showText(article->text);
        markPinned();
        return;
    }
    const bool retitled = before->title != article->title;
    const auto whole = [retitled](const QString& title, const QString& text) {
        return retitled ? title + u"\n\n"_s + text : text;
    };
    const QList<WordStretch> stretches =
        wordDifference(whole(before->title, before->text), whole(article->title, article->text));
    m_text->showDifference(stretches);
    const bool same = std::all_of(stretches.begin(), stretches.end(), [](const WordStretch& stretch) {
        return stretch.kind == WordStretch::Kind::Kept;
    });
    tell(same ? tr("Until %1 it had the same words: its link, author, time or layout changed.")
                    .arg(localTimeText(before->replacedAt))
              : tr("What changed since %1: removed words are struck through, added words underlined.")
                    .arg(localTimeText(before->replacedAt)));
}

void ArticlesPanel::markPinned()
{
    const Article* article = selected();
    QStringList names;
    for (const Dimension& dimension : m_desk.method().dimensions)
        names.append(dimension.label);
    m_text->setPinTargets(names);
    QList<PinnedPassage> passages;
    for (const Quotation& quotation : m_desk.dossier().quotations) {
        if (!article || quotation.article != article->uuid)
            continue;
        const Dimension* dimension = m_desk.method().byKey(quotation.dimension);
        const QString label = dimension ? dimension->label : quotation.dimension;
        passages.append({quotation, quotation.analyst.isEmpty() // it came with somebody's brief
                                        ? tr("Pinned to %1").arg(label)
                                        : tr("Pinned to %1 by %2").arg(label, quotation.analyst)});
    }
    m_text->setPinned(passages);
}

bool ArticlesPanel::pinSelection(int dimension)
{
    if (!m_text->hasFocus() || !m_text->textCursor().hasSelection())
        return false;
    pinTo(dimension);
    return true;
}

void ArticlesPanel::pinTo(int dimension)
{
    const Article* article = selected();
    const QList<Dimension>& dimensions = m_desk.method().dimensions;
    if (!article || dimension < 0 || dimension >= dimensions.size())
        return;
    if (!m_text->showsText()) {
        tell(article->text.isEmpty() ? tr("There is no text of this article to pin words of.")
                                     : tr("Choose how the article reads now: words are pinned from there."));
        return;
    }
    Quotation quotation = m_text->selection();
    quotation.dimension = dimensions[dimension].key;
    quotation.article = article->uuid;
    if (m_desk.pin(quotation))
        m_text->clearSelection(); // the next key is a score's again
}

void ArticlesPanel::showQuotation(const Quotation& quotation)
{
    if (m_stale)
        refresh();
    const auto article =
        std::find_if(m_articles.begin(), m_articles.end(),
                     [&quotation](const Article& known) { return known.uuid == quotation.article; });
    if (article == m_articles.end()) {
        tell(tr("“%1” stood in an article that is not with this story any more.").arg(quotation.words));
        focusList();
        return;
    }
    m_list->setCurrentIndex(m_list->model()->index(int(article - m_articles.begin()), 0));
    m_versions->chooseNow();
    const bool found = m_text->select(quotation);
    tell(found ? QString() : tr("The article does not say “%1” any more.").arg(quotation.words));
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ArticlesPanel::tell(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ArticlesPanel::openSelected()
{
    const Article* article = selected();
    if (!article)
        return;
    if (const auto url = webUrl(article->link))
        Q_EMIT linkOpenRequested(*url);
}

QByteArray ArticlesPanel::saveState() const
{
    return m_splitter->saveState();
}

void ArticlesPanel::restoreState(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

} // namespace Scoredesk
