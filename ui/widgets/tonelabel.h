// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>
#include <QPalette>

#include <functional>

namespace Scoredesk {

/// A label of one rank of the type scale, whose colour follows the palette. Plain text only: what it shows
/// may come from anywhere.
class ToneLabel : public QLabel {
    Q_OBJECT

public:
    enum class Rank {
        Figure, ///< the one number of a panel
        Title,
        Body,
        Quiet, ///< Body in the tone of second rank
        Small, ///< Quiet, a size smaller
    };
    using Tone = std::function<QColor(const QPalette&)>;

    explicit ToneLabel(Rank rank, QWidget* parent = nullptr);
    ToneLabel(Rank rank, const QString& text, QWidget* parent = nullptr);

    /// Replaces the rank's own colour; an empty function gives it back.
    void setTone(Tone tone);
    void setStruck(bool struck);
    /// Breaks lines, also inside words too long for one.
    void setWrapping();

    static QFont fontOf(Rank rank);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyLook();

    Rank m_rank;
    Tone m_tone;
    QColor m_color; ///< as applied; invalid: the palette's own
    bool m_struck = false;
    bool m_applying = false;
};

/// A tooltip that shows the text literally, in lines of readable length.
QString plainTip(const QString& text);

} // namespace Scoredesk
