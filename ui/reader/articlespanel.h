// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"

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

/// The articles of the current story with its coverage, and the words of the one that is selected.
class ArticlesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ArticlesPanel(Desk& desk, QWidget* parent = nullptr);

    /// Those selected in the list, in its order.
    QList<ArticleId> selectedArticles() const;
    void focusList();

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void linkOpenRequested(const QUrl& url);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void readSelected();
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
    QToolButton* m_open;
    ReaderText* m_text;
    QList<Article> m_articles;
    std::optional<QUuid> m_lead; ///< by hand
    bool m_stale = true;
};

} // namespace Scoredesk
