// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deskmaker.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

// Makes a large desk to measure on:  makedesk FILE STORIES [ARTICLES]     (twice the stories unless told)
using namespace Scoredesk;
using namespace Scoredesk::Test;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    DeskPlan plan;
    plan.stories = arguments.value(2).toInt();
    plan.articles = arguments.value(3).toInt();
    if (plan.stories <= 0 || arguments.size() > 4) {
        std::fprintf(stderr, "makedesk FILE STORIES [ARTICLES]\n");
        return 2;
    }
    const QString path = arguments.value(1);
    QElapsedTimer clock;
    clock.start();
    if (const auto made = makeDesk(path, plan); !made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().message));
        return 1;
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const DeskSize size = sizeOf(path);
    std::printf("%d stories made in %.1f s\n", plan.stories, seconds);
    std::printf("%.1f MB on disk, %.1f MB of text (%.1f MB of it HTML), ratio %.2f\n",
                double(size.file) / 1e6, double(size.words + size.html) / 1e6, double(size.html) / 1e6,
                size.ratio());
    return 0;
}
