// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/domain/quotation.h"

#include <QUrl>
#include <QWidget>

class QSplitter;
class QToolButton;

namespace Scoredesk {

class Desk;
class HourPlot;
class ReaderText;
class ToneLabel;
class TwoLineList;
class VersionPicker;

/// The articles of the current story with its coverage, and the words of the one that is selected: as they
/// are or as they changed, with those that are pinned as evidence.
class ArticlesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ArticlesPanel(Desk& desk, QWidget* parent = nullptr);

    /// Those selected in the list, in its order.
    QList<ArticleId> selectedArticles() const;
    void focusList();
    /// Pins what is selected in the reader to a dimension, counted from 0 in the method's order. False where
    /// the reader has no selection or not the keyboard: the key is another's then.
    bool pinSelection(int dimension);
    /// Shows the words in their article, or says why that cannot be.
    void showQuotation(const Quotation& quotation);

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void linkOpenRequested(const QUrl& url);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void readSelected();
    void readVersion();
    void markPinned();
    void pinTo(int dimension);
    void tell(const QString& note);
    void openSelected();
    const Article* selected() const;

    Desk& m_desk;
    ToneLabel* m_seen;
    ToneLabel* m_stated;
    HourPlot* m_hours;
    QSplitter* m_splitter;
    TwoLineList* m_list;
    ToneLabel* m_title;
    ToneLabel* m_meta;
    VersionPicker* m_versions;
    QToolButton* m_open;
    ToneLabel* m_note;
    ReaderText* m_text;
    QList<Article> m_articles;
    Article m_read;              ///< what the reader shows
    std::optional<QUuid> m_lead; ///< by hand
    bool m_stale = true;
};

} // namespace Scoredesk
