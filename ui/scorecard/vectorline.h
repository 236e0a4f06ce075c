// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Scoredesk {

class Desk;
class ToneLabel;

/// The card as one line of text, to copy out of here and paste back in.
class VectorLine : public QWidget {
    Q_OBJECT

public:
    explicit VectorLine(Desk& desk, QWidget* parent = nullptr);

    void refresh();

private:
    void copy();
    void paste();
    void tell(const QString& problem);

    Desk& m_desk;
    ToneLabel* m_vector;
    QString m_shown;
    QPushButton* m_copy;
    QPushButton* m_paste;
    ToneLabel* m_problem;
};

} // namespace Scoredesk
