// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;

namespace Scoredesk {

class Desk;
class TwoLineList;

/// How the current story came to be what it is: every change, every export, what the sources signalled.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Desk& desk, QWidget* parent = nullptr);

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

protected:
    void showEvent(QShowEvent* event) override;

private:
    TwoLineList* addList(const QString& title, const QString& name, const QString& empty);
    void refresh();

    Desk& m_desk;
    QSplitter* m_splitter;
    TwoLineList* m_changes;
    TwoLineList* m_exports;
    TwoLineList* m_signals;
    bool m_stale = true;
};

} // namespace Scoredesk
