// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"

#include <QToolButton>

class QActionGroup;

namespace Scoredesk {

/// "Changed 2 times": chooses how an article read before. Hidden where it always read so.
class VersionPicker : public QToolButton {
    Q_OBJECT

public:
    explicit VersionPicker(QWidget* parent = nullptr);

    /// Newest first, as the store gives them. What is chosen is how the article reads now.
    void setVersions(const QList<ArticleVersion>& versions);
    /// Nothing: as it reads now.
    const ArticleVersion* chosen() const;
    /// Chooses how it reads now. chosenChanged() follows where that is another choice.
    void chooseNow();

Q_SIGNALS:
    void chosenChanged();

private:
    QList<ArticleVersion> m_versions;
    QActionGroup* m_group = nullptr;
};

} // namespace Scoredesk
