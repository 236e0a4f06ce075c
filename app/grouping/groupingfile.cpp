// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grouping/groupingfile.h"

#include "app/clustering/clusterer.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QSaveFile>

namespace Scoredesk {

namespace {

constexpr quint32 magic = 0x53444746; // "SDGF"
constexpr quint32 formatVersion = 1;

struct GroupingFileText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::GroupingFile)
};

} // namespace

Result<void> GroupingFile::write(Clusterer& clusterer, const QUuid& stamp, const GroupingMark& mark) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(GroupingFileText::tr("%1 could not be written: %2").arg(m_path, file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it holds words of articles
    QDataStream out(&file);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << formatVersion << stamp << mark.regrouped << number(mark.article);
    if (auto saved = clusterer.save(file); !saved)
        return saved;
    if (!file.commit())
        return fail(GroupingFileText::tr("%1 could not be written: %2").arg(m_path, file.errorString()));
    return {};
}

Result<GroupingMark> GroupingFile::read(Clusterer& clusterer, const QUuid& stamp) const
{
    QFile file(m_path);
    if (stamp.isNull() || !file.open(QIODevice::ReadOnly))
        return fail(GroupingFileText::tr("There is no state of grouping at %1.").arg(m_path),
                    ErrorCode::NotFound);
    QDataStream in(&file);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 number = 0;
    quint32 version = 0;
    QUuid found;
    GroupingMark mark;
    qint64 article = 0;
    in >> number >> version >> found >> mark.regrouped >> article;
    if (in.status() != QDataStream::Ok || number != magic || version != formatVersion || found != stamp)
        return fail(GroupingFileText::tr("%1 is no state that goes with the desk.").arg(m_path),
                    ErrorCode::InvalidInput);
    mark.article = ArticleId(article);
    if (auto restored = clusterer.restore(file); !restored)
        return tl::unexpected(restored.error());
    return mark;
}

} // namespace Scoredesk
