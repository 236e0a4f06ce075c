// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/documenthtml.h"

#include "ui/document/htmlstyle.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct DocumentHtml {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::DocumentHtml)
};

QString escaped(const QString& text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\'', "&#39;"_L1);
    html.replace(u'\n', "<br>"_L1);
    return html;
}

bool isSafe(const QString& link)
{
    return link.startsWith(u'#') || link.startsWith("http://"_L1) || link.startsWith("https://"_L1);
}

/// Writes blocks as HTML elements.
class HtmlWriter {
public:
    QString html;

    void write(const HeadingBlock& block)
    {
        const QString tag = u"h%1"_s.arg(std::clamp(block.level, 1, 6));
        html += u'<' + tag;
        if (block.style == HeadingBlock::Style::Title)
            html += " class=\"title\""_L1;
        if (!block.anchor.isEmpty())
            html += " id=\""_L1 + escaped(block.anchor) + u'"';
        html += " dir=\"auto\">"_L1 + escaped(block.text) + "</"_L1 + tag + ">\n"_L1;
    }

    void write(const ParagraphBlock& block)
    {
        static const QStringList classes = {QString(), u"kicker"_s, u"meta"_s, u"note"_s};
        const QString& name = classes[int(block.style)];
        html += name.isEmpty() ? u"<p dir=\"auto\">"_s : u"<p class=\"%1\" dir=\"auto\">"_s.arg(name);
        write(block.runs);
        html += "</p>\n"_L1;
    }

    void write(const FiguresBlock& block)
    {
        html += "<dl class=\"figures\">\n"_L1;
        for (const Figure& figure : block.figures) {
            html += "<div><dt>"_L1 + escaped(figure.label) + "</dt><dd><strong>"_L1 + escaped(figure.value) +
                    "</strong>"_L1;
            if (!figure.unit.isEmpty())
                html += "<span class=\"unit\">"_L1 + escaped(figure.unit) + "</span>"_L1;
            if (!figure.caption.isEmpty())
                html += " <small>"_L1 + escaped(figure.caption) + "</small>"_L1;
            html += "</dd></div>\n"_L1;
        }
        html += "</dl>\n"_L1;
    }

    void write(const TableBlock& block)
    {
        html += "<table>\n<caption>"_L1 + escaped(block.caption) + "</caption>\n<thead><tr>"_L1;
        for (qsizetype i = 0; i < block.columns.size(); ++i)
            html += u"<th scope=\"col\""_s + numeric(block, i) + u'>' + escaped(block.columns[i].title) +
                    "</th>"_L1;
        html += "</tr></thead>\n<tbody>\n"_L1;
        for (const TableRow& row : block.rows) {
            html += row.note.isEmpty() ? "<tr>"_L1 : "<tr class=\"noted\">"_L1;
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                html += i == 0 ? u"<th scope=\"row\""_s : u"<td"_s;
                html += numeric(block, i) + u'>';
                write(row.cells[i].runs);
                if (row.cells[i].bar)
                    write(*row.cells[i].bar);
                html += i == 0 ? "</th>"_L1 : "</td>"_L1;
            }
            html += "</tr>\n"_L1;
            if (!row.note.isEmpty())
                html +=
                    u"<tr class=\"rationale\"><td colspan=\"%1\" dir=\"auto\">"_s.arg(block.columns.size()) +
                    escaped(row.note) + "</td></tr>\n"_L1;
        }
        html += "</tbody>\n</table>\n"_L1;
    }

    void write(const ListBlock& block)
    {
        html += "<ol>\n"_L1;
        for (const ListItem& item : block.items) {
            html += "<li dir=\"auto\">"_L1;
            write(item.lead);
            if (!item.detail.isEmpty()) {
                html += "<br><small>"_L1;
                write(item.detail);
                html += "</small>"_L1;
            }
            html += "</li>\n"_L1;
        }
        html += "</ol>\n"_L1;
    }

    void write(const PairsBlock& block)
    {
        html += "<dl class=\"pairs\">\n"_L1;
        for (const Pair& pair : block.pairs) {
            html += "<dt>"_L1 + escaped(pair.label) + "</dt><dd dir=\"auto\">"_L1;
            write(pair.value);
            html += "</dd>\n"_L1;
        }
        html += "</dl>\n"_L1;
    }

    void write(const ContentsBlock& block)
    {
        html += "<nav><ol>\n"_L1;
        for (const ContentsBlock::Entry& entry : block.entries)
            html += "<li dir=\"auto\"><a href=\"#"_L1 + escaped(entry.anchor) + "\">"_L1 +
                    escaped(entry.text) + "</a></li>\n"_L1;
        html += "</ol></nav>\n"_L1;
    }

    void write(const RuleBlock&) { html += "<hr>\n"_L1; }

private:
    static QString numeric(const TableBlock& block, qsizetype column)
    {
        return column < block.columns.size() && block.columns[column].numeric ? u" class=\"number\""_s
                                                                              : QString();
    }

    void write(const TextRuns& runs)
    {
        for (const TextRun& run : runs) {
            const bool linked = isSafe(run.link);
            if (linked)
                html += "<a href=\""_L1 + escaped(run.link) +
                        (run.link.startsWith(u'#') ? "\">"_L1 : "\" rel=\"noopener noreferrer\">"_L1);
            switch (run.style) {
            case TextRun::Style::Plain:
                html += escaped(run.text);
                break;
            case TextRun::Style::Strong:
                html += "<strong>"_L1 + escaped(run.text) + "</strong>"_L1;
                break;
            case TextRun::Style::Muted:
                html += "<span class=\"muted\">"_L1 + escaped(run.text) + "</span>"_L1;
                break;
            case TextRun::Style::Code:
                html += "<code>"_L1 + escaped(run.text) + "</code>"_L1;
                break;
            }
            if (linked)
                html += "</a>"_L1;
        }
    }

    void write(const Bar& bar)
    {
        switch (bar.kind) {
        case Bar::Kind::Benefit:
        case Bar::Kind::Risk:
            html += u"<div class=\"%1\" aria-hidden=\"true\"><div style=\"width:%2%\"></div></div>"_s.arg(
                bar.kind == Bar::Kind::Risk ? u"bar risk"_s : u"bar"_s,
                QString::number(bar.fraction * 100, 'f', 1));
            break;
        case Bar::Kind::NotApplicable:
            break;
        case Bar::Kind::Unset:
            html += "<div class=\"bar unset\" aria-hidden=\"true\"></div>"_L1;
            break;
        }
    }
};

QString metaTag(const QString& name, const QString& content)
{
    return content.isEmpty() ? QString()
                             : u"<meta name=\"%1\" content=\""_s.arg(name) + escaped(content) + u"\">\n"_s;
}

} // namespace

QByteArray documentToHtml(const Document& document)
{
    HtmlWriter writer;
    QString& html = writer.html;
    html = u"<!DOCTYPE html>\n<html lang=\""_s + escaped(document.language) +
           u"\">\n<head>\n<meta charset=\"utf-8\">\n"_s;
    // Nothing is ever loaded or run, whatever the stories' text holds.
    html +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"_L1;
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_L1;
    html += "<meta name=\"color-scheme\" content=\"light dark\">\n"_L1;
    html += "<title>"_L1 + escaped(document.title) + "</title>\n"_L1;
    html += metaTag(u"author"_s, document.author) + metaTag(u"description"_s, document.subject) +
            metaTag(u"keywords"_s, document.keywords.join(u", "_s)) + metaTag(u"generator"_s, u"Scoredesk"_s);
    if (document.date.isValid())
        html += metaTag(u"date"_s, document.date.toUTC().toString(Qt::ISODate));
    html += "<style>\n"_L1 + htmlStyle() + "</style>\n</head>\n<body>\n"_L1;
    const QString marking = document.marking.isEmpty()
                                ? QString()
                                : u"<p class=\"marking\" style=\"color:%1\">%2</p>\n"_s.arg(
                                      escaped(document.markingColour), escaped(document.marking));
    html += marking + "<main>\n"_L1;
    for (const Section& section : document.sections) {
        html += section.frontMatter ? "<section>\n"_L1 : "<article>\n"_L1;
        for (const Block& block : section.blocks)
            std::visit([&writer](const auto& concrete) { writer.write(concrete); }, block);
        html += section.frontMatter ? "</section>\n"_L1 : "</article>\n"_L1;
    }
    html += "</main>\n<footer>"_L1;
    QStringList imprint;
    for (const QString& part : {document.publisher, document.author})
        if (!part.isEmpty())
            imprint.append(escaped(part));
    if (document.date.isValid())
        imprint.append(document.date.toUTC().toString(u"yyyy-MM-dd"_s));
    html += imprint.join(u" · "_s) + "</footer>\n"_L1 + marking + "</body>\n</html>\n"_L1;
    return html.toUtf8();
}

} // namespace Scoredesk
