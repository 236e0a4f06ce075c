// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;

namespace Scoredesk {

class Store;
class TwoLineList;

/// Asks for a story of the desk: those that resemble one at first, then those that have the words typed.
class StoryPicker : public QDialog {
    Q_OBJECT

public:
    /// `from` is left out; the store must outlive it.
    StoryPicker(const Store& store, StoryId from, const QString& question, QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(Scoredesk::StoryId story);

private:
    void find();
    void pick();

    const Store& m_store;
    StoryId m_from;
    QLineEdit* m_search;
    TwoLineList* m_list;
    QPushButton* m_ok;
    QList<StoryId> m_stories;
    QTimer m_delay;
};

} // namespace Scoredesk
