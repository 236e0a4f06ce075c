// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/feeddetails.h"

#include "ui/sources/feedsmodel.h"
#include "ui/sources/healthsign.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/feedwords.h"

#include <QGridLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

FeedDetails::FeedDetails(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"feedDetails"_s);
    setAccessibleName(tr("Details of the feed"));
    setWidgetResizable(true);
    setFrameShape(QFrame::StyledPanel);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    // No QFormLayout: that of Qt 6.4 writes beyond its rows when some are hidden and others break their
    // lines.
    m_grid = new QGridLayout(content);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    m_hint = new ToneLabel(ToneLabel::Rank::Quiet, tr("Choose a feed to see how its reading goes."), content);
    m_grid->addWidget(m_hint, 0, 0, 1, 2);
    m_health = addLine(tr("Health"), u"feedHealth"_s);
    m_since = addLine(tr("Failing since"), u"feedFailingSince"_s);
    m_status = addLine(tr("Answer"), u"feedStatus"_s);
    m_tried = addLine(tr("Last tried"), u"feedTried"_s);
    m_good = addLine(tr("Last good"), u"feedGood"_s);
    m_address = addLine(tr("Address"), u"feedAddress"_s);
    m_site = addLine(tr("Site"), u"feedSite"_s);
    m_login = addLine(tr("Login"), u"feedLogin"_s);
    m_notes = addLine(tr("Mended"), u"feedNotes"_s);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(content);
    show(nullptr, {});
}

ToneLabel* FeedDetails::addLine(const QString& heading, const QString& name)
{
    auto* line = new ToneLabel(ToneLabel::Rank::Body, this);
    line->setObjectName(name);
    line->setWrapping();
    line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* label = new ToneLabel(ToneLabel::Rank::Quiet, heading, this);
    label->setBuddy(line);
    line->setAccessibleName(heading);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line, row, 1);
    m_headings.insert(line, label);
    return line;
}

void FeedDetails::set(ToneLabel* line, const QString& text, const QString& tip)
{
    line->setText(text);
    line->setToolTip(plainTip(tip));
    line->setVisible(!text.isEmpty());
    m_headings.value(line)->setVisible(!text.isEmpty());
}

void FeedDetails::setTime(ToneLabel* line, const QDateTime& time)
{
    set(line, time.isValid() ? u"%1 (%2)"_s.arg(localTimeText(time), utcTimeText(time)) : QString());
}

void FeedDetails::show(const DeskFeed* feed, const QDateTime& now)
{
    m_hint->setVisible(!feed);
    const DeskFeed blank;
    const DeskFeed& shown = feed ? *feed : blank;
    const FeedRecord& record = shown.record;
    const FeedHealth health = healthOf(shown, now);
    const bool fails = health == FeedHealth::Failing;
    QString words = healthText(health);
    if (const QString note = healthNote(shown, now); !note.isEmpty())
        words = tr("%1: %2").arg(words, note);
    set(m_health, feed ? words : QString());
    m_health->setTone([health](const QPalette& palette) { return healthTone(health, palette); });
    setTime(m_since, fails ? record.failingSince : QDateTime());
    QString answer = record.status > 0 ? tr("HTTP status %1").arg(record.status) : QString();
    if (fails && record.failures > 1)
        answer +=
            (answer.isEmpty() ? QString() : u" · "_s) + tr("%n failures in a row", nullptr, record.failures);
    set(m_status, answer);
    setTime(m_tried, record.triedAt);
    setTime(m_good, record.goodAt);
    set(m_address, shown.url);
    set(m_site, shown.site);
    set(m_login, shown.hasSecret ? tr("kept in the system's keychain") : QString());
    set(m_notes, record.notes.join(u'\n'));
}

} // namespace Scoredesk
