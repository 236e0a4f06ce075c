// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/checkspanel.h"

#include "ui/checks/findingrow.h"
#include "ui/desk/desk.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/checktext.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Rank = ToneLabel::Rank;

/// Shorter than anybody sees, longer than a held key takes to repeat.
static constexpr auto aMoment = 40ms;

ChecksPanel::ChecksPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_soon(new QTimer(this)),
      m_summary(new ToneLabel(Rank::Quiet, this)),
      m_column(new QVBoxLayout)
{
    setObjectName(u"checks"_s);
    m_summary->setObjectName(u"checks.summary"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(new ToneLabel(Rank::Title, tr("Checks"), this));
    head->addStretch();
    head->addWidget(m_summary);
    m_column->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(m_column);
    m_soon->setObjectName(u"checks.soon"_s);
    m_soon->setSingleShot(true);
    m_soon->setInterval(aMoment);
    connect(m_soon, &QTimer::timeout, this, &ChecksPanel::refresh);
    connect(&m_desk, &Desk::dossierChanged, m_soon, qOverload<>(&QTimer::start));
    connect(&m_desk, &Desk::methodChanged, m_soon, qOverload<>(&QTimer::start));
    refresh();
}

FindingRow* ChecksPanel::addRow()
{
    auto* row = new FindingRow(this);
    row->setObjectName(u"finding."_s + QString::number(m_rows.size()));
    connect(row, &FindingRow::jumpRequested, this, &ChecksPanel::jumpRequested);
    connect(row, &FindingRow::overruled, this, &ChecksPanel::overrule);
    connect(row, &FindingRow::takenBack, this, [this](CheckKind kind) { overrule(kind, {}); });
    connect(row, &FindingRow::moveRequested, this, [this, row](int step) {
        const qsizetype next = m_rows.indexOf(row) + step;
        if (next >= 0 && next < m_shown.size())
            m_rows[next]->setFocus(Qt::OtherFocusReason);
    });
    m_column->addWidget(row);
    m_rows.append(row);
    return row;
}

/// A row may still show what was found on the story before.
void ChecksPanel::overrule(CheckKind kind, const QString& reason)
{
    if (m_shownFor == m_desk.current())
        m_desk.overrule(kind, reason);
}

void ChecksPanel::refresh()
{
    m_shownFor = m_desk.current();
    const QList<Finding>& findings = m_desk.findings();
    const Overrules& overrules = m_desk.dossier().overrules;
    if (findings == m_shown && overrules == m_overrules && !m_summary->text().isEmpty())
        return;
    m_shown = findings;
    m_overrules = overrules;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        FindingRow* row = i < m_rows.size() ? m_rows[i] : addRow();
        row->showFinding(findings[i], checkText(findings[i]), overrules.value(checkName(findings[i].kind)));
        row->show();
    }
    for (qsizetype i = findings.size(); i < m_rows.size(); ++i)
        m_rows[i]->hide();
    m_summary->setText(summary());
    const bool blocked = blocks(findings, overrules);
    m_summary->setTone(blocked ? ToneLabel::Tone([](const QPalette& colors) {
        return severityTone(Severity::Blocker, colors);
    })
                               : ToneLabel::Tone());
}

QString ChecksPanel::summary() const
{
    const auto count = [this](Severity severity, bool overruled) {
        return int(std::count_if(m_shown.begin(), m_shown.end(), [&](const Finding& finding) {
            const bool stands =
                severity == Severity::Blocker && m_overrules.contains(checkName(finding.kind));
            return finding.severity == severity && stands == overruled;
        }));
    };
    QStringList parts;
    if (const int n = count(Severity::Blocker, false))
        parts.append(tr("%n blockers", nullptr, n));
    if (const int n = count(Severity::Blocker, true))
        parts.append(tr("%n overruled", nullptr, n));
    if (const int n = count(Severity::Warning, false))
        parts.append(tr("%n warnings", nullptr, n));
    if (const int n = count(Severity::Note, false))
        parts.append(tr("%n notes", nullptr, n));
    return parts.isEmpty() ? tr("nothing found") : parts.join(tr(" · "));
}

} // namespace Scoredesk
