// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"
#include "app/cli/command.h"
#include "storage/store.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QStringList>
#include <QTextStream>

#include <memory>
#include <optional>

namespace Scoredesk {

/// --force, for a command that writes a file.
QCommandLineOption forceOption();

/// A whole number of days that stories may stay, 0 to mostKeepDays; nothing where the text is none.
std::optional<int> daysFromText(const QString& text);

/// Whether the path leads to what standard output goes to: "/dev/stdout", the file that a shell has opened
/// for it.
bool isStandardOutput(const QString& path);

/// One run of a command: its arguments as parsed, the desk it works on, and the streams it writes to.
class Call {
public:
    explicit Call(const Command& command);

    /// Reads the arguments after the command's name. An exit code where there is nothing more to do: help was
    /// asked for, or the arguments are wrong and that was told.
    std::optional<int> parse(const QStringList& arguments);

    bool isSet(const QString& option) const { return m_parser.isSet(option); }
    QString value(const QString& option) const { return m_parser.value(option); }
    QStringList values(const QString& option) const { return m_parser.values(option); }
    QStringList positional() const { return m_parser.positionalArguments(); }
    bool wantsJson() const { return isSet(QStringLiteral("json")); }

    enum class Access {
        Read,   ///< there must be a desk
        Write,  ///< there must be a desk
        Create, ///< one is made where there is none
    };
    /// Null where the desk cannot be opened, which was told; the command then returns CliNoDesk.
    std::unique_ptr<Store> openDesk(Access access);
    /// The same, telling nothing, for a command that answers for the error itself.
    Result<std::unique_ptr<Store>> tryOpenDesk(Access access);
    QString deskPath() const;
    /// Whether an export may be written there. Told where not: a file is never replaced unless --force, which
    /// the command must offer (forceOption()), is given. Standard output, devices and pipes: always.
    bool mayWriteExport(const QString& path);
    QString analyst() const; ///< --analyst, else the name set in the program, else the account's
    /// The method that --method names, else the desk's active one. Null, and told, where there is no such.
    const Method* method(const QList<Method>& methods, const Method& active);
    /// --date, else now; UTC. Nothing, and told, where it is no date.
    std::optional<QDateTime> date() { return time(QStringLiteral("date"), QDateTime::currentDateTimeUtc()); }
    /// The same of any option, else the fallback.
    std::optional<QDateTime> time(const QString& option, const QDateTime& fallback);

    QTextStream& out() { return m_out; }
    void print(const QJsonDocument& json);
    /// Bytes as they are, to standard output.
    void write(const QByteArray& bytes);
    /// Whether all that was printed has reached standard output: a full disk takes half a file without a
    /// word.
    [[nodiscard]] Result<void> printed();
    void tell(const QString& message); ///< a line on standard error
    int usage(const QString& message); ///< tells it with a hint at --help; returns CliUsage
    int failed(const Error& error);    ///< tells it; returns CliFailed

private:
    QString helpText() const;

    const Command& m_command;
    QCommandLineParser m_parser;
    QTextStream m_out;
    QTextStream m_err;
};

} // namespace Scoredesk
