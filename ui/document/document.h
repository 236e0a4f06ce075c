// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Scoredesk {

/// A stretch of text in one style.
struct TextRun {
    enum class Style { Plain, Strong, Muted, Code };

    QString text;
    Style style = Style::Plain;
    QString link; ///< an http(s) address, "#" and an anchor of the same document, or empty

    bool operator==(const TextRun&) const = default;
};
using TextRuns = QList<TextRun>;

/// The text of all runs.
QString plainText(const TextRuns& runs);

struct HeadingBlock {
    enum class Style { Title, Heading };

    QString text;
    int level = 1;
    Style style = Style::Heading; ///< how it looks; the level says where it stands in the outline
    QString anchor;               ///< where links and bookmarks lead; empty: nowhere
    QString bookmark;             ///< its name in the outline; empty: not in the outline

    bool operator==(const HeadingBlock&) const = default;
};

struct ParagraphBlock {
    enum class Style { Body, Kicker, Meta, Note };

    TextRuns runs;
    Style style = Style::Body;

    bool operator==(const ParagraphBlock&) const = default;
};

/// One of the few numbers a brief is remembered by.
struct Figure {
    QString label;
    QString value;
    QString unit;    ///< set small behind the value: "/10"
    QString caption; ///< what the value means, in words; may have lines

    bool operator==(const Figure&) const = default;
};

/// Figures side by side, the first one the largest.
struct FiguresBlock {
    QList<Figure> figures;

    bool operator==(const FiguresBlock&) const = default;
};

/// A value from 0 to 1 drawn as a length. Its number stands in another cell: the bar adds no content.
struct Bar {
    enum class Kind { Benefit, Risk, NotApplicable, Unset };

    Kind kind = Kind::Unset;
    double fraction = 0;

    bool operator==(const Bar&) const = default;
};

struct TableCell {
    TextRuns runs;
    std::optional<Bar> bar;

    bool operator==(const TableCell&) const = default;
};

struct TableRow {
    QList<TableCell> cells; ///< one a column
    QString note;           ///< set below the cells over the table's width; may be empty

    bool operator==(const TableRow&) const = default;
};

struct TableColumn {
    QString title;
    int share = 0; ///< percent of the table's width
    bool numeric = false;

    bool operator==(const TableColumn&) const = default;
};

/// Rows under a header that is repeated on each page. The first column names its row.
struct TableBlock {
    QString caption; ///< for those who cannot see it
    QList<TableColumn> columns;
    QList<TableRow> rows;

    bool operator==(const TableBlock&) const = default;
};

struct ListItem {
    TextRuns lead;
    TextRuns detail; ///< a second, smaller line; may be empty

    bool operator==(const ListItem&) const = default;
};

struct ListBlock {
    QList<ListItem> items;

    bool operator==(const ListBlock&) const = default;
};

struct Pair {
    QString label;
    TextRuns value;

    bool operator==(const Pair&) const = default;
};

/// Labels with their values, aligned.
struct PairsBlock {
    QList<Pair> pairs;

    bool operator==(const PairsBlock&) const = default;
};

/// A list of what follows, with page numbers where there are pages.
struct ContentsBlock {
    struct Entry {
        QString text;
        QString anchor;

        bool operator==(const Entry&) const = default;
    };

    QList<Entry> entries;

    bool operator==(const ContentsBlock&) const = default;
};

struct RuleBlock {
    bool operator==(const RuleBlock&) const = default;
};

using Block = std::variant<HeadingBlock, ParagraphBlock, FiguresBlock, TableBlock, ListBlock, PairsBlock,
                           ContentsBlock, RuleBlock>;

/// Blocks that begin on a new page.
struct Section {
    QString runningTitle; ///< named at the top of its pages
    bool frontMatter = false;
    QList<Block> blocks;

    bool operator==(const Section&) const = default;
};

/// A document as its readers get it, before anything is decided about pages, fonts or markup.
struct Document {
    QString title;
    QString author;
    QString publisher;
    QString subject;
    QStringList keywords;
    QString language;      ///< BCP 47
    QDateTime date;        ///< UTC
    QString marking;       ///< "TLP:RED" …, shown on each page; empty: none
    QString markingColour; ///< "#rrggbb", on black
    QList<Section> sections;

    bool operator==(const Document&) const = default;
};

} // namespace Scoredesk
