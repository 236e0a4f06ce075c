// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/feedlogin.h"
#include "app/cli/call.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "app/feeds/secrets/keychainsecrets.h"
#include "storage/feeds/feedstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <termios.h>
#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliFeedLogin {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliFeedLogin)
};

/// Keeps a terminal from showing what is typed.
class SilentTerminal {
public:
    SilentTerminal()
    {
        m_is = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_is)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_is)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    bool isTerminal() const { return m_is; }

private:
    termios m_before{};
    bool m_is = false;
};

/// The first line of standard input.
Result<QByteArray> readSecret(Call& call)
{
    const SilentTerminal terminal;
    if (terminal.isTerminal())
        call.tell(CliFeedLogin::tr("Type it and press Enter; it is not shown."));
    QFile input;
    QByteArray line;
    if (input.open(stdin, QIODevice::ReadOnly))
        line = input.readLine(64LL * 1024);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(CliFeedLogin::tr("Nothing came in on standard input."));
    return line;
}

/// Runs what answers later, here and now.
Result<void> waitFor(const std::function<void(const SecretStore::Done&)>& work)
{
    Result<void> outcome = fail(CliFeedLogin::tr("The keychain does not answer."));
    QTimer::singleShot(0, QCoreApplication::instance(), [&] {
        work([&outcome](const Result<void>& answer) {
            outcome = answer;
            QCoreApplication::exit();
        });
    });
    QCoreApplication::exec();
    return outcome;
}

int run(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliFeedLogin::tr("Name one feed, by number, address or name."));
    const bool forgets = call.isSet(u"forget"_s);
    if (int(call.isSet(u"user"_s)) + int(call.isSet(u"header"_s)) + int(forgets) != 1)
        return call.usage(CliFeedLogin::tr("Give one of --user, --header and --forget."));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const auto feed = store->feeds().find(call.positional().first());
    if (!feed)
        return call.failed(feed.error());
    FeedSecret secret;
    if (!forgets) {
        const auto typed = readSecret(call);
        if (!typed)
            return call.failed(typed.error());
        if (call.isSet(u"user"_s)) {
            secret.user = call.value(u"user"_s);
            secret.password = QString::fromUtf8(*typed);
        } else {
            secret.headers.append({call.value(u"header"_s).toLatin1(), *typed});
        }
    }
    KeychainSecrets keychain;
    const auto done = waitFor([&](const SecretStore::Done& answer) {
        if (forgets)
            logOut(*store, keychain, *feed, answer);
        else
            logIn(*store, keychain, *feed, secret, answer);
    });
    if (!done)
        return call.failed(done.error());
    if (forgets)
        call.out() << CliFeedLogin::tr("Forgotten.") << u'\n';
    else
        call.out() << CliFeedLogin::tr("Kept in the keychain.") << u'\n';
    return CliDone;
}

} // namespace

Command feedLoginCommand()
{
    return {u"feed login"_s,
            u"FEED"_s,
            CliFeedLogin::tr("Keep a password or an API key for a feed in the system's keychain."),
            CliFeedLogin::tr(
                "Reads the password or the header's value from standard input, one line; it is never an\n"
                "argument and never on the desk.\n"
                "\n"
                "Examples:\n"
                "  scoredesk feed login 12 --user ada\n"
                "  pass show wire | scoredesk feed login 12 --header X-Api-Key"),
            {{u"user"_s, CliFeedLogin::tr("The name that goes with the password."), u"NAME"_s},
             {u"header"_s, CliFeedLogin::tr("The header field whose value comes in."), u"NAME"_s},
             {u"forget"_s, CliFeedLogin::tr("Take it out of the keychain.")}},
            run};
}

} // namespace Scoredesk
