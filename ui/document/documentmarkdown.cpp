// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/documentmarkdown.h"

#include "ui/document/markdowngenerator.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// An address ends the destination at a bracket or blank; encoding them changes nothing it leads to.
QString destination(const QString& link)
{
    QString target = link;
    target.replace(u'(', "%28"_L1).replace(u')', "%29"_L1).replace(u'<', "%3C"_L1).replace(u'>', "%3E"_L1);
    return target.replace(u' ', "%20"_L1);
}

bool isWeb(const QString& link)
{
    return link.startsWith("http://"_L1) || link.startsWith("https://"_L1);
}

QString inlineText(const TextRuns& runs)
{
    QString text;
    for (const TextRun& run : runs) {
        // Emphasis must hug its words.
        const QString inner = run.text.trimmed();
        if (inner.isEmpty()) {
            text += run.text;
            continue;
        }
        const qsizetype at = run.text.indexOf(inner);
        QString part = escapedMarkdown(inner);
        if (run.style == TextRun::Style::Strong)
            part = u"**"_s + part + u"**"_s;
        else if (run.style == TextRun::Style::Code && !inner.contains(u'`'))
            part = u'`' + inner + u'`';
        if (isWeb(run.link))
            part = u'[' + part + u"]("_s + destination(run.link) + u')';
        text += run.text.left(at) + part + run.text.mid(at + inner.size());
    }
    return text;
}

QString cellText(const QString& text)
{
    return text.isEmpty() ? u" "_s : text;
}

// Ten steps, so that a card can be read at a glance where nothing renders it.
QString barText(const Bar& bar)
{
    switch (bar.kind) {
    case Bar::Kind::Benefit:
    case Bar::Kind::Risk: {
        const int filled = qRound(std::clamp(bar.fraction, 0.0, 1.0) * 10);
        return QString(filled, bar.kind == Bar::Kind::Risk ? u'▒' : u'█') + QString(10 - filled, u'·');
    }
    case Bar::Kind::NotApplicable:
    case Bar::Kind::Unset:
        break;
    }
    return {};
}

/// Writes blocks as Markdown.
class MarkdownWriter {
public:
    QString text;

    void write(const HeadingBlock& block)
    {
        text += QString(std::clamp(block.level, 1, 6), u'#') + u' ' + escapedMarkdown(block.text) + u"\n\n"_s;
    }

    void write(const ParagraphBlock& block)
    {
        QString line = inlineText(block.runs);
        if (block.style == ParagraphBlock::Style::Kicker)
            line = u"**"_s + line + u"**"_s;
        text += line + u"\n\n"_s;
    }

    void write(const FiguresBlock& block)
    {
        for (const Figure& figure : block.figures) {
            text += u"- **"_s + escapedMarkdown(figure.label) + u":** "_s + escapedMarkdown(figure.value) +
                    escapedMarkdown(figure.unit);
            if (!figure.caption.isEmpty())
                text += u" — "_s + escapedMarkdown(QString(figure.caption).replace(u'\n', "; "_L1));
            text += u'\n';
        }
        text += u'\n';
    }

    void write(const TableBlock& block)
    {
        text += u'|';
        for (const TableColumn& column : block.columns)
            text += u' ' + escapedMarkdown(column.title) + u" |"_s;
        text += u"\n|"_s;
        for (const TableColumn& column : block.columns)
            text += column.numeric ? u" ---: |"_s : u" --- |"_s;
        text += u'\n';
        for (const TableRow& row : block.rows) {
            text += u'|';
            for (const TableCell& cell : row.cells)
                text += u' ' + cellText(cell.bar ? barText(*cell.bar) : inlineText(cell.runs)) + u" |"_s;
            text += u'\n';
        }
        text += u'\n';
        for (const TableRow& row : block.rows)
            if (!row.note.isEmpty() && !row.cells.isEmpty())
                text += u"- **"_s + escapedMarkdown(plainText(row.cells.first().runs)) + u":** "_s +
                        escapedMarkdown(row.note) + u'\n';
        if (!text.endsWith("\n\n"_L1))
            text += u'\n';
    }

    void write(const ListBlock& block)
    {
        int number = 0;
        for (const ListItem& item : block.items) {
            text += QString::number(++number) + u". "_s + inlineText(item.lead);
            if (!item.detail.isEmpty())
                text += u" — "_s + inlineText(item.detail);
            text += u'\n';
        }
        text += u'\n';
    }

    void write(const PairsBlock& block)
    {
        for (const Pair& pair : block.pairs)
            text += u"- "_s + escapedMarkdown(pair.label) + u": "_s + inlineText(pair.value) + u'\n';
        text += u'\n';
    }

    void write(const ContentsBlock& block)
    {
        int number = 0;
        for (const ContentsBlock::Entry& entry : block.entries)
            text += QString::number(++number) + u". "_s + escapedMarkdown(entry.text) + u'\n';
        text += u'\n';
    }

    void write(const RuleBlock&) { text += u"---\n\n"_s; }
};

} // namespace

QString escapedMarkdown(const QString& text)
{
    static const QString special = u"\\`*_[]<>|~&"_s;
    QString escaped;
    escaped.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            escaped += u' ';
            continue;
        }
        const bool between =
            i > 0 && i + 1 < text.size() && text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber();
        // An underscore inside a word and an ampersand before a blank are text already.
        const bool harmless =
            (c == u'_' && between) || (c == u'&' && i + 1 < text.size() && text[i + 1] == u' ');
        if (special.contains(c) && !harmless)
            escaped += u'\\';
        escaped += c;
    }
    // At a line's start these would be a heading, a quotation, a list or a rule.
    static const QString starters = u"#+-="_s;
    if (!escaped.isEmpty() && starters.contains(escaped[0]))
        escaped.prepend(u'\\');
    qsizetype digits = 0;
    while (digits < escaped.size() && escaped[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < escaped.size() && (escaped[digits] == u'.' || escaped[digits] == u')') &&
        (digits + 1 == escaped.size() || escaped[digits + 1].isSpace()))
        escaped.insert(digits, u'\\');
    return escaped;
}

QByteArray documentToMarkdown(const Document& document)
{
    MarkdownWriter writer;
    const QString marking =
        document.marking.isEmpty() ? QString() : u"**"_s + escapedMarkdown(document.marking) + u"**\n\n"_s;
    writer.text = marking;
    for (const Section& section : document.sections)
        for (const Block& block : section.blocks)
            std::visit([&writer](const auto& concrete) { writer.write(concrete); }, block);
    writer.text += marking;
    writer.text += markdownGenerator;
    writer.text += u'\n';
    return writer.text.toUtf8();
}

} // namespace Scoredesk
