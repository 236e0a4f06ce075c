// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/quotationlines.h"

#include "ui/reader/articletext.h"
#include "ui/scorecard/quotationline.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qsizetype folded = 2; // lines

QuotationLines::QuotationLines(const Dimension& dimension, QWidget* parent)
    : QWidget(parent), m_dimension(dimension), m_column(new QVBoxLayout(this)), m_more(new QToolButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_more->setObjectName(u"quotations.more"_s);
    m_more->setAutoRaise(true);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        arrange();
    });
    hide();
}

static QString outletOf(const Quotation& quotation, const Dossier& dossier)
{
    const auto article = std::find_if(dossier.articles.begin(), dossier.articles.end(),
                                      [&quotation](const Article& a) { return a.uuid == quotation.article; });
    return article == dossier.articles.end() ? QString() : ArticleText::outlet(*article);
}

void QuotationLines::showStory(const Dossier& dossier)
{
    QList<Quotation> quotations;
    QStringList outlets;
    for (const Quotation& quotation : dossier.quotations)
        if (quotation.dimension == m_dimension.key) {
            quotations.append(quotation);
            outlets.append(outletOf(quotation, dossier));
        }
    if (quotations == m_quotations && outlets == m_outlets)
        return; // the card is shown anew with each score
    m_quotations = quotations;
    m_outlets = outlets;
    arrange();
}

void QuotationLines::fold()
{
    if (!m_unfolded)
        return;
    m_unfolded = false;
    arrange();
}

QuotationLine* QuotationLines::lineAt(qsizetype index)
{
    while (m_lines.size() <= index) {
        auto* line = new QuotationLine(this);
        line->setObjectName(u"quotation.%1"_s.arg(m_lines.size()));
        connect(line, &QAbstractButton::clicked, this,
                [this, line] { Q_EMIT jumpRequested(line->quotation()); });
        connect(line, &QuotationLine::unpinRequested, this,
                [this, line] { Q_EMIT unpinRequested(line->quotation().uuid); });
        m_column->insertWidget(int(m_lines.size()), line);
        // Made late, it would come after everything else in the window.
        setTabOrder(m_lines.isEmpty() ? static_cast<QWidget*>(m_more) : m_lines.last(), line);
        setTabOrder(line, m_more);
        m_lines.append(line);
    }
    return m_lines[index];
}

void QuotationLines::arrange()
{
    const qsizetype hidden = m_quotations.size() - folded;
    const qsizetype shown = m_unfolded ? m_quotations.size() : std::min(m_quotations.size(), folded);
    const auto focused =
        std::find_if(m_lines.begin(), m_lines.end(), [](const QuotationLine* l) { return l->hasFocus(); });
    const qsizetype place = focused == m_lines.end() ? -1 : focused - m_lines.begin();
    for (qsizetype i = 0; i < shown; ++i) {
        lineAt(i)->showQuotation(m_quotations[i], m_outlets[i], m_dimension.label);
        lineAt(i)->show();
    }
    // Before the line goes, lest the keyboard go anywhere.
    if (place >= shown && shown > 0)
        m_lines[shown - 1]->setFocus();
    else if (place >= 0 && shown == 0)
        Q_EMIT emptied();
    for (qsizetype i = shown; i < m_lines.size(); ++i)
        m_lines[i]->hide();
    m_more->setText(m_unfolded ? tr("Fewer") : tr("+%n more", nullptr, int(hidden)));
    m_more->setAccessibleName(
        m_unfolded ? tr("Fewer quotations for %1").arg(m_dimension.label)
                   : tr("%n more quotations for %1", nullptr, int(hidden)).arg(m_dimension.label));
    m_more->setVisible(hidden > 0);
    setVisible(shown > 0);
}

} // namespace Scoredesk
