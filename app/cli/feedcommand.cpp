// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedcommand.h"

#include "app/cli/feedjson.h"
#include "app/cli/terminaltext.h"
#include "app/feeds/parse/parsefeed.h"
#include "app/intake/readupto.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <iostream>
#include <string>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

enum class Kind { Unknown, Feed, Outline, Page };

struct Options {
    QStringList files;
    QString url;
    HttpHeaders headers;
    bool json = false;
    bool batch = false;
};

QString say(const char* text)
{
    return QCoreApplication::translate("FeedCommand", text);
}

void print(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

/// Looks at the bytes where the caller does not say what they are.
Kind guessKind(const QByteArray& bytes)
{
    const QByteArray start = bytes.left(4096).toLower();
    if (start.contains("<opml"))
        return Kind::Outline;
    const bool feed = start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf") ||
                      start.contains("<channel");
    return !feed && (start.contains("<html") || start.contains("<!doctype html")) ? Kind::Page : Kind::Feed;
}

QJsonObject parsed(const QByteArray& bytes, Kind kind, const QString& url, const HttpHeaders& headers)
{
    switch (kind == Kind::Unknown ? guessKind(bytes) : kind) {
    case Kind::Outline: {
        const Result<Outline> outline = parseOutline(bytes, headers);
        return outline ? outlineToJson(*outline) : parseErrorToJson(outline.error().message);
    }
    case Kind::Page: {
        const Result<PageMetadata> page = parsePage(bytes, url, headers);
        return page ? pageToJson(*page) : parseErrorToJson(page.error().message);
    }
    default: {
        const Result<Feed> feed = parseFeed(bytes, url, headers);
        return feed ? feedToJson(*feed) : parseErrorToJson(feed.error().message);
    }
    }
}

QJsonObject parsedFile(const QString& path, Kind kind, const QString& url, const HttpHeaders& headers)
{
    QFile file(path);
    const bool isInput = path == "-"_L1;
    if (!(isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return parseErrorToJson(
            say(QT_TRANSLATE_NOOP("FeedCommand", "%1 can't be read: %2")).arg(path, file.errorString()));
    return parsed(readUpTo(file, largestDocument), kind, url, headers);
}

int runBatch()
{
    std::ios::sync_with_stdio(false);
    std::string line;
    while (std::getline(std::cin, line)) {
        const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        if (request.isEmpty())
            continue;
        const QString name = request["kind"_L1].toString();
        const Kind kind = name == "opml"_L1   ? Kind::Outline
                          : name == "html"_L1 ? Kind::Page
                          : name == "feed"_L1 ? Kind::Feed
                                              : Kind::Unknown;
        HttpHeaders headers;
        const QJsonObject fields = request["headers"_L1].toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            headers.insert(field.key().toLower().toUtf8(), field.value().toString().toUtf8());
        const QJsonObject answer{{"id"_L1, request["id"_L1]},
                                 {"out"_L1, parsedFile(request["input"_L1].toString(), kind,
                                                       request["url"_L1].toString(), headers)}};
        const QByteArray bytes = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}

/// A line of what came from outside.
void tell(std::FILE* stream, const QString& line)
{
    print(stream, printable(line));
}

void printSummary(const QString& path, const QJsonObject& out)
{
    if (!out["ok"_L1].toBool()) {
        tell(stderr, u"%1: %2"_s.arg(path, out["error"_L1].toString()));
        return;
    }
    const QJsonObject about = out[out.contains("page"_L1) ? "page"_L1 : "feed"_L1].toObject();
    const QString title = about["title"_L1].toString(out["title"_L1].toString());
    tell(stdout,
         u"%1: %2 %3, %4"_s.arg(path, out["format"_L1].toString(), out["version"_L1].toString(), title));
    for (const QJsonValue warning : out["warnings"_L1].toArray())
        tell(stdout, u"  ! "_s + warning.toString());
    for (const QJsonValue value : out["items"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        tell(stdout, u"  %1  %2  %3"_s.arg(item["published"_L1].toString(u"-"_s), item["title"_L1].toString(),
                                           item["link"_L1].toString()));
    }
    for (const QLatin1StringView list : {"outline"_L1, "discovered"_L1}) {
        for (const QJsonValue value : out[list].toArray()) {
            const QJsonObject feed = value.toObject();
            tell(stdout, u"  %1  %2"_s.arg(feed["xml_url"_L1].toString(feed["url"_L1].toString()),
                                           feed["title"_L1].toString()));
        }
    }
}

QString help()
{
    return say(QT_TRANSLATE_NOOP(
        "FeedCommand",
        "Usage: scoredesk feed parse [--json] [--url ADDRESS] [--header 'NAME: VALUE']… FILE…\n"
        "       scoredesk feed parse --batch\n"
        "\n"
        "Reads RSS, RDF, Atom, JSON Feed, OPML and the feeds that a web page links to; - is standard "
        "input.\n"
        "\n"
        "  --json     print all that was read as JSON\n"
        "  --url      where the file was fetched from: the base of relative links\n"
        "  --header   a field of the HTTP response: Content-Type, Content-Location, "
        "Content-Language\n"
        "  --batch    read requests from standard input, a JSON object a line with id, kind (feed, opml, "
        "html),\n"
        "             input (a path), url and headers; print answers with id and out"));
}

bool readOptions(const QStringList& arguments, Options& options)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == "--json"_L1) {
            options.json = true;
        } else if (argument == "--batch"_L1) {
            options.batch = true;
        } else if (argument == "--url"_L1 || argument == "--header"_L1) {
            if (++i == arguments.size())
                return false;
            const qsizetype colon = arguments[i].indexOf(u':');
            if (argument == "--url"_L1)
                options.url = arguments[i];
            else if (colon > 0)
                options.headers.insert(arguments[i].left(colon).toLower().toUtf8(),
                                       arguments[i].mid(colon + 1).trimmed().toUtf8());
            else
                return false;
        } else if (argument.startsWith("--"_L1)) {
            return false;
        } else {
            options.files += argument;
        }
    }
    return options.batch ? options.files.isEmpty() : !options.files.isEmpty();
}

} // namespace

int runFeedCommand(const QStringList& arguments)
{
    Options options;
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1)) {
        print(stdout, help());
        return 0;
    }
    if (arguments.isEmpty() || arguments.front() != "parse"_L1 || !readOptions(arguments.mid(1), options)) {
        print(stderr, help());
        return 2;
    }
    if (options.batch)
        return runBatch();
    bool allRead = true;
    for (const QString& path : options.files) {
        const QJsonObject out = parsedFile(path, Kind::Unknown, options.url, options.headers);
        allRead = allRead && out["ok"_L1].toBool();
        if (options.json)
            print(stdout, QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Indented).trimmed()));
        else
            printSummary(path, out);
    }
    return allRead ? 0 : 1;
}

} // namespace Scoredesk
