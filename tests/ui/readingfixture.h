// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/deskfixture.h"
#include "ui/reader/readertext.h"
#include "ui/reader/versionpicker.h"
#include "ui/scorecard/quotationline.h"
#include "ui/scorecard/quotationlines.h"
#include "ui/scorecard/scoreslider.h"
#include "ui/story/storypanel.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"

#include <QApplication>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>

namespace Scoredesk::Test {

/// A story of three articles in its panel, with the keys of the dimensions as the window has them. The first
/// was changed twice, the second is long, the third has no text.
class ReadingFixture {
public:
    ReadingFixture()
    {
        fixture.open(story());
        panel = new StoryPanel(fixture.desk(), &window);
        for (int i = 0; i < 7; ++i)
            QObject::connect(new QShortcut(QKeySequence(Qt::Key_1 + i), &window), &QShortcut::activated,
                             panel, [this, i] { panel->focusDimension(i); });
        window.resize(1000, 900);
        if (!showActive(window))
            qFatal("The window does not come up.");
        tabs()->setCurrentIndex(1);
    }

    /// Of the first article.
    static QString text()
    {
        return QStringLiteral("The model family has now been fetched 500 million times in all.");
    }
    static Dossier story()
    {
        const QDateTime noon({2026, 4, 9}, {12, 0}, Qt::UTC);
        Dossier dossier = fullDossier();
        dossier.articles[0].text = text();
        dossier.articles[1].text = QStringLiteral("Long:   ") + QStringLiteral("word ").repeated(300);
        dossier.articles[2].text.clear();
        ArticleVersion first;
        first.title = dossier.articles[0].title;
        first.text = QStringLiteral("The model has been fetched 400 million times in all.");
        first.replacedAt = noon;
        ArticleVersion second;
        second.title = QStringLiteral("Model passes a mark");
        second.text = text();
        second.replacedAt = noon.addSecs(3600);
        dossier.articles[0].versions = {first, second};
        return dossier;
    }

    QTabWidget* tabs() const { return panel->findChild<QTabWidget*>(QStringLiteral("story.tabs")); }
    ReaderText* reader() const { return panel->findChild<ReaderText*>(QStringLiteral("articles.text")); }
    TwoLineList* list() const { return panel->findChild<TwoLineList*>(QStringLiteral("articles.list")); }
    VersionPicker* versions() const
    {
        return panel->findChild<VersionPicker*>(QStringLiteral("articles.versions"));
    }
    QString note() const { return panel->findChild<ToneLabel*>(QStringLiteral("articles.note"))->text(); }
    ScoreSlider* slider(const QString& dimension) const
    {
        return panel->findChild<ScoreSlider*>(QStringLiteral("dimension.%1.slider").arg(dimension));
    }
    QuotationLines* lines(const QString& dimension) const
    {
        return panel->findChild<QuotationLines*>(QStringLiteral("dimension.%1.quotations").arg(dimension));
    }
    QList<QuotationLine*> shownLines(const QString& dimension) const
    {
        QList<QuotationLine*> shown;
        const QuotationLines* all = lines(dimension);
        for (int i = 0;; ++i) {
            auto* line = all->findChild<QuotationLine*>(QStringLiteral("quotation.%1").arg(i));
            if (!line || !line->isVisible())
                return shown;
            shown.append(line);
        }
    }

    void readArticle(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    /// In the reader, which gets the keyboard.
    void select(int from, int length) const
    {
        QTextCursor cursor = reader()->textCursor();
        cursor.setPosition(from);
        cursor.setPosition(from + length, QTextCursor::KeepAnchor);
        reader()->setTextCursor(cursor);
        reader()->setFocus();
    }
    /// On whatever has the keyboard.
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    /// Words of the first article, unless another is named. True where that went well.
    bool pin(const QString& words, int position, const QString& dimension = QStringLiteral("stakes"),
             int article = 0)
    {
        Quotation quotation;
        quotation.words = words;
        quotation.position = position;
        quotation.dimension = dimension;
        quotation.article = fixture.desk().dossier().articles[article].uuid;
        return fixture.desk().pin(quotation);
    }
    /// As the file holds them.
    QList<Quotation> pinned() const { return fixture.stored().quotations; }

    DeskFixture fixture;
    QSplitter window;
    StoryPanel* panel = nullptr;
};

} // namespace Scoredesk::Test
