// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/linefield.h"

#include <QStringList>

class QCompleter;
class QStringListModel;

namespace Scoredesk {

/// Tags in one line, separated by commas, the one being typed completed from those the desk knows.
class TagField : public LineField {
    Q_OBJECT

public:
    explicit TagField(QWidget* parent = nullptr);

    QStringList tags() const;
    void showTags(const QStringList& tags);
    void setKnown(const QStringList& tags);
    /// A minus before a tag is a sign, not part of it: what follows is completed.
    void setSigned() { m_signed = true; }

Q_SIGNALS:
    void tagsEdited(const QStringList& tags);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer();
    void complete(const QString& tag);
    std::pair<int, int> current() const;

    QStringListModel* m_known;
    QCompleter* m_completer;
    bool m_signed = false;
};

} // namespace Scoredesk
