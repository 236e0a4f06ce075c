// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/run.h"

#include "app/newsroom/endsignals.h"
#include "app/newsroom/newsroom.h"
#include "app/newsroom/singleinstance.h"
#include "app/stalls/stallwatch.h"
#include "app/stalls/watchedapplication.h"
#include "storage/store.h"
#include "ui/window/mainwindow.h"
#include "ui/words/plurals.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>
#include <QScopeGuard>

#include <cstdio>
#include <memory>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int noDisplay = 1;
static constexpr int usageError = 2;
static constexpr int deskError = 3;

/// Whether Qt has somewhere to show a window: a display of X or Wayland, or a platform that was asked for.
static bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

int runNewsroom(int& argc, char** argv)
{
    QCoreApplication::setOrganizationName(u"scoredesk"_s);
    QCoreApplication::setApplicationName(u"scoredesk"_s);
    if (!hasDisplay()) { // where Qt would abort
        std::fprintf(
            stderr, "%s\n",
            qPrintable(QObject::tr("There is no display to open a window on. `scoredesk --help` lists what "
                                   "works without one.")));
        return noDisplay;
    }
    WatchedApplication application(argc, argv);
    installPlurals(application);
    QApplication::setWindowIcon(QIcon(u":/icons/scoredesk.svg"_s));

    QCommandLineParser parser;
    const QCommandLineOption deskOption(u"desk"_s, QObject::tr("The desk file to work on."), u"FILE"_s);
    const QCommandLineOption stallsOption(
        u"stalls"_s,
        QObject::tr("Tell on standard error when the window was held up for over 50 ms, and by what."));
    parser.addOptions({deskOption, stallsOption});
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        const QString wrong =
            parser.errorText().isEmpty()
                ? QObject::tr("There is no command “%1”.").arg(parser.positionalArguments().first())
                : parser.errorText();
        std::fprintf(stderr, "%s\n%s\n", qPrintable(wrong), qPrintable(QObject::tr("See scoredesk --help.")));
        return usageError;
    }
    const QString path = parser.isSet(deskOption) ? parser.value(deskOption) : Store::defaultPath();

    std::unique_ptr<StallWatch> stalls;
    if (parser.isSet(stallsOption)) {
        stalls = std::make_unique<StallWatch>(
            50ms, [](const Stall& stall) { std::fprintf(stderr, "stall: %s\n", qPrintable(stall.text())); });
        application.setWatch(stalls.get());
    }
    const auto unwatched = qScopeGuard([&application] { application.setWatch(nullptr); });

    SingleInstance instance(path);
    if (instance.raiseOther())
        return 0;
    // From here on a desk is open: asked to end, the program closes it as its user would, and reports
    // success.
    const EndSignals ends;
    QObject::connect(&ends, &EndSignals::endRequested, &application, [] { QApplication::exit(0); });
    auto newsroom = Newsroom::open(path);
    if (newsroom)
        instance.listen();
    while (newsroom) {
        MainWindow& window = (*newsroom)->window();
        QObject::connect(&instance, &SingleInstance::raiseRequested, &window, &MainWindow::comeForward);
        QObject::connect(&ends, &EndSignals::endRequested, &window, &QWidget::close);
        QString backup;
        QObject::connect(newsroom->get(), &Newsroom::restoreReady, &window, [&backup](const QString& chosen) {
            backup = chosen;
            QApplication::exit(0);
        });
        window.show();
        const int code = QApplication::exec();
        if (backup.isEmpty())
            return code;
        newsroom = Newsroom::reopenRestored(std::move(*newsroom), backup);
    }
    std::fprintf(stderr, "%s\n", qPrintable(newsroom.error().message));
    QMessageBox::critical(nullptr, QObject::tr("Scoredesk"), newsroom.error().message);
    return deskError;
}

} // namespace Scoredesk
