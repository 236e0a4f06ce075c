// SPDX-License-Identifier: GPL-3.0-or-later
// Times a digest of two-page briefs:  bench_digest [--stories N] [--runs N] [--weasyprint]
// The last sets the same digest's HTML with weasyprint, where it is installed, and prints the ratio.
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/brief/exporter.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <poppler-qt6.h>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

static QString words(QRandomGenerator& random, int count)
{
    static const QStringList vocabulary =
        u"market laboratory model release regulator parliament energy network quarter researchers agreement "
        u"measured reported published independent evidence throughput the of and to a in that for with by"_s
            .split(u' ');
    QStringList text;
    for (int i = 0; i < count; ++i)
        text.append(vocabulary[random.bounded(int(vocabulary.size()))]);
    return text.join(u' ') + u'.';
}

static QList<Dossier> digest(int stories)
{
    QList<Dossier> dossiers;
    for (int i = 0; i < stories; ++i) {
        QRandomGenerator random(quint32(i + 1));
        Dossier dossier = Test::fullDossier();
        dossier.story.headline = u"%1: "_s.arg(i + 1) + words(random, 10);
        dossier.story.summary = words(random, 70) + u'\n' + words(random, 30);
        dossier.story.whyItMatters = words(random, 50);
        for (ScoreCell& cell : dossier.cards[0].cells) {
            cell.value = Score::fromTenths(random.bounded(101));
        }
        const Article article = dossier.articles.first();
        for (int k = 0; k < 5; ++k) {
            dossier.articles.append(article);
            dossier.articles.last().title = words(random, 9);
            dossier.articles.last().link = u"https://outlet%1.example/%2"_s.arg(k).arg(i);
        }
        dossiers.append(dossier);
    }
    return dossiers;
}

static long peakMegabytes(int who)
{
    rusage usage = {};
    getrusage(who, &usage);
    return usage.ru_maxrss / 1024;
}

static double medianOf(std::vector<double> seconds)
{
    std::sort(seconds.begin(), seconds.end());
    return seconds.empty() ? 0 : seconds[seconds.size() / 2];
}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"stories"_s, u"How many briefs."_s, u"count"_s, u"100"_s});
    parser.addOption({u"runs"_s, u"How often."_s, u"count"_s, u"5"_s});
    parser.addOption({u"weasyprint"_s, u"Compare with weasyprint."_s});
    parser.process(app);
    const int stories = std::max(1, parser.value(u"stories"_s).toInt());
    const int runs = std::max(1, parser.value(u"runs"_s).toInt());

    BriefOptions options;
    options.deskName = u"Bench"_s;
    options.analyst = u"Ada"_s;
    options.method = builtInMethods().first();
    options.date = QDateTime(QDate(2026, 4, 20), QTime(9, 0), Qt::UTC);
    const QList<Dossier> dossiers = digest(stories);

    std::vector<double> seconds;
    QByteArray pdf;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto bytes = renderBriefs(dossiers, options, BriefFormat::Pdf);
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
        if (!bytes) {
            std::fprintf(stderr, "%s\n", qPrintable(bytes.error().message));
            return 1;
        }
        pdf = *bytes;
    }
    const long peak = peakMegabytes(RUSAGE_SELF);
    const double median = medianOf(seconds);
    const int pages = Poppler::Document::loadFromData(pdf)->numPages();
    std::printf("digest: %d stories, %d pages, %lld KB, %.3f s (median of %d), peak %ld MB\n", stories, pages,
                (long long)pdf.size() / 1024, median, runs, peak);

    if (!parser.isSet(u"weasyprint"_s))
        return 0;
    const QString program = QStandardPaths::findExecutable(u"weasyprint"_s);
    const auto html = renderBriefs(dossiers, options, BriefFormat::Html);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"digest.html"_s));
    if (program.isEmpty() || !html || !file.open(QIODevice::WriteOnly)) {
        std::printf("weasyprint: not here\n");
        return 0;
    }
    file.write(*html);
    file.close();
    seconds.clear();
    for (int run = 0; run < std::min(runs, 3); ++run) {
        QElapsedTimer timer;
        timer.start();
        if (QProcess::execute(program, {u"-q"_s, file.fileName(), folder.filePath(u"digest.pdf"_s)}) != 0) {
            std::printf("weasyprint: failed\n");
            return 1;
        }
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    const double theirs = medianOf(seconds);
    const auto other = Poppler::Document::load(folder.filePath(u"digest.pdf"_s));
    std::printf("weasyprint: %d pages, %.2f s, peak %ld MB; %.1f times as long\n",
                other ? other->numPages() : 0, theirs, peakMegabytes(RUSAGE_CHILDREN), theirs / median);
    return 0;
}
