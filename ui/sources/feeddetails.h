// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"

#include <QHash>
#include <QScrollArea>

class QGridLayout;

namespace Scoredesk {

class ToneLabel;

/// All that is known of one feed: its addresses, what became of its fetches, and what was mended.
class FeedDetails : public QScrollArea {
    Q_OBJECT

public:
    explicit FeedDetails(QWidget* parent = nullptr);

    /// Null shows a hint.
    void show(const DeskFeed* feed, const QDateTime& now);

private:
    ToneLabel* addLine(const QString& heading, const QString& name);
    void set(ToneLabel* line, const QString& text, const QString& tip = {});
    void setTime(ToneLabel* line, const QDateTime& time);

    QGridLayout* m_grid;
    QHash<const ToneLabel*, ToneLabel*> m_headings;
    ToneLabel* m_hint;
    ToneLabel* m_health;
    ToneLabel* m_address;
    ToneLabel* m_site;
    ToneLabel* m_tried;
    ToneLabel* m_good;
    ToneLabel* m_since;
    ToneLabel* m_status;
    ToneLabel* m_login;
    ToneLabel* m_notes;
};

} // namespace Scoredesk
