// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

#include <QList>
#include <QRandomGenerator>
#include <QStringList>

namespace Scoredesk::Test {

/// Makes stories like a busy desk's, the same for the same seed: made-up words of Zipf frequency, plausible
/// lengths, one in twenty scored, three in four with an article.
class Generator {
public:
    explicit Generator(quint32 seed = 1);

    Dossier story();
    QList<Dossier> stories(int count);

private:
    QString words(int least, int most);

    QRandomGenerator m_random;
    QStringList m_vocabulary;
    int m_made = 0;
};

} // namespace Scoredesk::Test
