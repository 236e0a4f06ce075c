// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clustercommand.h"

#include "app/clustering/streamgrouper.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliCluster {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliCluster)
};

void print(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
}

/// Gives outlets numbers in the order in which they turn up.
class OutletNumbers {
public:
    qint64 numberOf(const QString& outlet)
    {
        if (outlet.isEmpty())
            return 0;
        const auto known = m_numbers.constFind(outlet);
        return known != m_numbers.cend() ? *known : *m_numbers.insert(outlet, m_numbers.size() + 1);
    }

private:
    QHash<QString, qint64> m_numbers;
};

/// What is wrong with a line, empty where nothing is.
QString read(const QByteArray& line, OutletNumbers& outlets, QJsonValue& id, ClusterArticle& article)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return error.errorString();
    const QJsonObject object = document.object();
    id = object["id"_L1];
    if (!id.isString() && !id.isDouble())
        return CliCluster::tr("there is no id");
    const QDateTime time = QDateTime::fromString(object["time"_L1].toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return CliCluster::tr("there is no time, such as 2024-05-31T09:30:00Z");
    article.time = time.toMSecsSinceEpoch();
    article.outlet = outlets.numberOf(object["outlet"_L1].toString());
    article.title = object["title"_L1].toString();
    article.text = object["text"_L1].toString();
    return {};
}

QByteArray answer(const QJsonValue& id, qint64 story)
{
    return QJsonDocument(QJsonObject{{u"id"_s, id}, {u"story"_s, story}}).toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

int runClusterCommand(const QStringList& arguments)
{
    const bool wantsHelp = arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
    if (wantsHelp || arguments.size() != 1 ||
        (arguments.first().startsWith(u'-') && arguments.first() != u"-")) {
        print(wantsHelp ? stdout : stderr,
              CliCluster::tr("Usage: scoredesk cluster FILE.jsonl\n"
                             "\n"
                             "Groups a stream of articles into stories, as intake does. FILE (or -, standard "
                             "input) holds\n"
                             "lines of {\"id\", \"time\", \"outlet\", \"title\", \"text\"} in order of time; "
                             "the answer is a\n"
                             "line {\"id\", \"story\"} for each. A line that can't be read is told, and the "
                             "exit code is 1."));
        return wantsHelp ? 0 : 2;
    }
    const QString& path = arguments.first();
    QFile file(path);
    if (!(path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))) {
        print(stderr, CliCluster::tr("%1 can't be read: %2").arg(path, file.errorString()));
        return 1;
    }
    StreamGrouper grouper;
    OutletNumbers outlets;
    QList<QJsonValue> ids;
    QSet<QJsonValue> seen;
    int exitCode = 0;
    for (qint64 number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        QJsonValue id;
        ClusterArticle article;
        QString wrong = read(line, outlets, id, article);
        if (wrong.isEmpty() && seen.contains(id))
            wrong = CliCluster::tr("its id was there before");
        if (!wrong.isEmpty()) {
            print(stderr, CliCluster::tr("%1, line %2: %3").arg(path).arg(number).arg(wrong));
            exitCode = 1;
            continue;
        }
        seen.insert(id);
        ids.append(id);
        article.id = ids.size();
        grouper.add(article);
    }
    const QList<qint64> stories = grouper.stories();
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QByteArray line = answer(ids[i], stories[i]);
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    }
    std::fflush(stdout);
    return exitCode;
}

} // namespace Scoredesk
