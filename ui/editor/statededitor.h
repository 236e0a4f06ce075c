// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"
#include "ui/desk/typinggesture.h"

#include <QWidget>

class QCheckBox;

namespace Scoredesk {

class Desk;
class LineField;

/// What the brief states of its coverage: counts, and the outlets it names.
class StatedEditor : public QWidget {
    Q_OBJECT

public:
    explicit StatedEditor(Desk& desk, QWidget* parent = nullptr);

    LineField* outlets() const { return m_outlets; }

private:
    StatedCoverage typed() const;
    void save();
    void refresh();

    Desk& m_desk;
    LineField* m_outlets;
    LineField* m_tierOne;
    LineField* m_named;
    QCheckBox* m_more;
    TypingGesture m_typing;
};

} // namespace Scoredesk
