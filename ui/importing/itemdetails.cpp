// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/itemdetails.h"

#include "storage/method/impact.h"
#include "ui/importing/importmodel.h"
#include "ui/widgets/tone.h"
#include "ui/words/fieldtext.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"
#include "ui/words/trusttext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ItemDetails)
};

// A document is laid out as it is shown: no more than can be read, and no word that never breaks.
QString readable(const QString& text)
{
    constexpr qsizetype longest = 3000;
    constexpr qsizetype longestWord = 120;
    QString out;
    qsizetype word = 0;
    for (const QChar c : text.left(longest)) {
        word = c.isSpace() ? 0 : word + 1;
        out.append(c);
        if (word == longestWord) {
            out.append(QChar(u'\u200b'));
            word = 0;
        }
    }
    if (text.size() > longest)
        out += u' ' + Words::tr("… and %L1 characters more").arg(text.size() - longest);
    return out;
}

/// Writes labels and values down a document of two columns.
class DetailWriter {
public:
    DetailWriter(QTextDocument& document, const QPalette& palette) : m_cursor(&document)
    {
        m_label.setForeground(quietTone(palette));
        m_heading.setFontWeight(QFont::DemiBold);
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(2);
        format.setCellSpacing(0);
        format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, labelWidth(document)),
                                          QTextLength(QTextLength::PercentageLength, 100)});
        m_table = m_cursor.insertTable(1, 2, format);
    }

    void row(const QString& label, const QString& value, bool strong = false)
    {
        if (value.isEmpty())
            return;
        if (m_rows > 0)
            m_table->appendRows(1);
        m_table->cellAt(m_rows, 0).firstCursorPosition().insertText(label, m_label);
        m_table->cellAt(m_rows, 1).firstCursorPosition().insertText(readable(value),
                                                                    strong ? m_heading : QTextCharFormat());
        ++m_rows;
    }

private:
    static qreal labelWidth(const QTextDocument& document)
    {
        return QFontMetricsF(document.defaultFont()).averageCharWidth() * 18;
    }

    QTextCursor m_cursor;
    QTextTable* m_table;
    QTextCharFormat m_label;
    QTextCharFormat m_heading;
    int m_rows = 0;
};

QString cardWords(const Method& method, const Scorecard& card)
{
    QStringList parts;
    for (const Dimension& dimension : method.dimensions) {
        const Score value = card.value(dimension.key);
        parts.append(u"%1 %2"_s.arg(dimension.label, value.isUnset() ? u"—"_s
                                                     : value.isNotApplicable()
                                                         ? Words::tr("N/A")
                                                         : QString::number(value.number(), 'f', 1)));
    }
    return parts.join(u" · "_s);
}

QString statedImpactWords(const Scorecard& card)
{
    return card.statedImpact ? Words::tr("%1 stated").arg(*card.statedImpact) : QString();
}

QString rationaleWords(const Method& method, const Scorecard& card)
{
    QStringList lines;
    for (const Dimension& dimension : method.dimensions)
        if (const QString why = card.cells.value(dimension.key).rationale; !why.isEmpty())
            lines.append(u"%1: %2"_s.arg(dimension.label, why));
    return lines.join(u'\n');
}

QString joined(const QStringList& parts)
{
    QStringList out = parts;
    out.removeAll(QString());
    return out.join(u" · "_s);
}

QString coverageWords(const Dossier& dossier)
{
    const StatedCoverage& stated = dossier.story.stated;
    QString named = stated.named.join(u", "_s);
    if (stated.namesMore)
        named += u", …"_s;
    return joined({coverageText(stated), named});
}

} // namespace

ItemDetails::ItemDetails(const Method& method, QWidget* parent) : QTextBrowser(parent), m_method(method)
{
    setOpenLinks(false);
    setTabChangesFocus(true);
    setAccessibleName(tr("Details of the selected story"));
}

void ItemDetails::showItem(const ImportItem& item)
{
    m_item = item;
    m_empty = false;
    clear();
    const Story& story = item.dossier.story;
    DetailWriter out(*document(), palette());
    out.row(tr("What happens"), item.why.isEmpty() ? actText(item) : actText(item) + u" — "_s + item.why);
    out.row(fieldText(StoryField::Headline), story.headline, true);
    out.row(fieldText(StoryField::Summary), story.summary);
    out.row(fieldText(StoryField::WhyItMatters), story.whyItMatters);
    for (const Scorecard& card : item.dossier.cards) {
        out.row(tr("Scorecard"), joined({impactText(m_method, impactOf(m_method, card)),
                                         statedImpactWords(card), card.analyst}));
        out.row(QString(), cardWords(m_method, card));
        out.row(fieldText(StoryField::Rationale), rationaleWords(m_method, card));
    }
    out.row(tr("Coverage"), coverageWords(item.dossier));
    out.row(tr("Trust"), joined({story.trust == TrustVerdict::Unset ? QString() : trustText(story.trust),
                                 story.trustNote}));
    out.row(fieldText(StoryField::Source), story.source);
    out.row(fieldText(StoryField::Link), story.link);
    out.row(fieldText(StoryField::PrimarySource), story.primarySource);
    out.row(fieldText(StoryField::Category), story.category);
    out.row(fieldText(StoryField::Tags), story.tags.join(u", "_s));
    out.row(tr("Published"), story.publishedAt.isValid()
                                 ? QLocale().toString(story.publishedAt, QLocale::ShortFormat) + u" UTC"_s
                                 : QString());
    if (story.state.stage != Stage::Incoming)
        out.row(tr("State"), joined({stageText(story.state.stage), story.state.spikeReason}));
    QStringList along;
    if (!item.dossier.articles.isEmpty())
        along.append(tr("%n articles", nullptr, int(item.dossier.articles.size())));
    if (!item.dossier.storySignals.isEmpty())
        along.append(tr("%n signals", nullptr, int(item.dossier.storySignals.size())));
    if (!item.dossier.quotations.isEmpty())
        along.append(tr("%n quotations", nullptr, int(item.dossier.quotations.size())));
    out.row(tr("With it"), joined(along));
    out.row(tr("Kept as text"), story.remainder);
    moveCursor(QTextCursor::Start);
}

void ItemDetails::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (!m_empty && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        showItem(ImportItem(m_item));
}

} // namespace Scoredesk
