// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

StoreFixture::StoreFixture() : now(QDateTime::fromString(u"2026-04-20T10:00:00Z"_s, Qt::ISODate)) {}

StoreOptions StoreFixture::options() const
{
    StoreOptions options;
    options.clock = [this] { return now; };
    return options;
}

Store& StoreFixture::open()
{
    m_store.reset();
    m_store = need(Store::open(path(), options()));
    return *m_store;
}

StoryId StoreFixture::add(const Dossier& dossier)
{
    return need(m_store->addStories({dossier}, {u"Ada"_s})).first();
}

QList<StoryEdit> StoreFixture::edit(StoryId story, StoryField field, const QString& value,
                                    const QString& dimension, qint64 gesture)
{
    return need(m_store->applyEdits({{story, field, dimension, value, {}}}, {u"Ada"_s, gesture}));
}

Dossier withoutIds(Dossier dossier)
{
    dossier.story.id = noStory;
    for (Article& article : dossier.articles) {
        article.id = ArticleId{};
        article.outlet.id = OutletId{};
        article.feed = FeedId{};
    }
    return dossier;
}

} // namespace Scoredesk::Test
