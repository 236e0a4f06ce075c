// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"

#include "app/cli/analystname.h"
#include "app/cli/terminaltext.h"
#include "storage/care/deskfile.h"
#include "storage/domain/feed.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliCall {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliCall)
};

} // namespace

QCommandLineOption forceOption()
{
    return {u"force"_s, CliCall::tr("Write over a file that is there.")};
}

std::optional<int> daysFromText(const QString& text)
{
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    return isNumber && days >= 0 && days <= mostKeepDays ? std::optional(days) : std::nullopt;
}

bool isStandardOutput(const QString& path)
{
    struct stat named = {};
    struct stat output = {};
    return !path.isEmpty() && ::stat(QFile::encodeName(path).constData(), &named) == 0 &&
           ::fstat(STDOUT_FILENO, &output) == 0 && named.st_dev == output.st_dev &&
           named.st_ino == output.st_ino;
}

Call::Call(const Command& command) : m_command(command), m_out(stdout), m_err(stderr)
{
    m_parser.addOption({u"desk"_s,
                        CliCall::tr("The desk to work on; by default %1.").arg(Store::defaultPath()),
                        CliCall::tr("FILE")});
    m_parser.addOption(
        {u"analyst"_s, CliCall::tr("Whose card is meant and who signs changes."), CliCall::tr("NAME")});
    m_parser.addOption({u"json"_s, CliCall::tr("Print JSON for programs to read.")});
    m_parser.addOption({{u"h"_s, u"help"_s}, CliCall::tr("Print this help.")});
    m_parser.addOptions(command.options);
}

std::optional<int> Call::parse(const QStringList& arguments)
{
    const bool understood = m_parser.parse(QStringList{m_command.name} + arguments);
    if (isSet(u"help"_s)) {
        m_out << helpText();
        return CliDone;
    }
    if (!understood)
        return usage(m_parser.errorText());
    if (isSet(u"analyst"_s) && value(u"analyst"_s).trimmed().isEmpty())
        return usage(CliCall::tr("--analyst needs a name."));
    return std::nullopt;
}

QString Call::helpText() const
{
    const QString usageLine = CliCall::tr("Usage: scoredesk %1")
                                  .arg(m_command.name + u" [options] "_s + m_command.arguments)
                                  .trimmed();
    // The parser's own first line names the program's path; what follows it lists the options.
    const QString options = m_parser.helpText().section(u'\n', 1).trimmed();
    QString text = usageLine + u"\n\n"_s + m_command.summary + u'\n';
    if (!m_command.details.isEmpty())
        text += u'\n' + m_command.details.trimmed() + u'\n';
    return text + u'\n' + options + u'\n';
}

QString Call::deskPath() const
{
    return isSet(u"desk"_s) ? value(u"desk"_s) : Store::defaultPath();
}

Result<std::unique_ptr<Store>> Call::tryOpenDesk(Access access)
{
    const QString path = deskPath();
    if (access != Access::Create && !QFileInfo::exists(path))
        return fail(CliCall::tr("There is no desk at %1. `scoredesk import` makes one.").arg(path),
                    ErrorCode::NotFound);
    StoreOptions options;
    options.mode = access == Access::Read ? StoreOptions::Mode::Reader : StoreOptions::Mode::Analyst;
    return Store::open(path, options);
}

std::unique_ptr<Store> Call::openDesk(Access access)
{
    auto store = tryOpenDesk(access);
    if (!store) {
        tell(store.error().message);
        return nullptr;
    }
    const OpenReport& report = (*store)->openReport();
    if (report.migratedFrom > 0)
        tell(CliCall::tr("The desk was brought up to date; as it was before it is kept at %1.")
                 .arg(report.backupBeforeMigration));
    return std::move(*store);
}

bool Call::mayWriteExport(const QString& path)
{
    // Nothing is lost in a device or a pipe. Of a folder, or a missing one, writing tells in its own words.
    if (path.isEmpty() || isSet(u"force"_s) || !QFileInfo(path).isFile() || isStandardOutput(path))
        return true;
    const auto harmless = mayBeReplaced(QFileInfo(path).absoluteFilePath());
    tell(harmless ? CliCall::tr("%1 is there already; --force writes over it.").arg(path)
                  : harmless.error().message);
    return false;
}

QString Call::analyst() const
{
    return isSet(u"analyst"_s) ? value(u"analyst"_s).simplified() : analystName();
}

const Method* Call::method(const QList<Method>& methods, const Method& active)
{
    if (!isSet(u"method"_s))
        return &active;
    const QString wanted = value(u"method"_s);
    const Method* found = nullptr;
    QStringList keys;
    for (const Method& method : methods) {
        keys.append(method.key);
        if (method.key == wanted && (!found || method.version > found->version))
            found = &method;
    }
    if (!found)
        usage(CliCall::tr("There is no method “%1”; there are: %2.").arg(wanted, keys.join(u", "_s)));
    return found;
}

std::optional<QDateTime> Call::time(const QString& option, const QDateTime& fallback)
{
    if (!isSet(option))
        return fallback;
    const QString text = value(option);
    QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    // A day or an instant without a zone is meant in UTC, so that it is the same on every machine.
    if (date.isValid() && date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC);
    if (!date.isValid()) {
        usage(CliCall::tr("“%1” is no ISO 8601 date, as in 2026-04-20 or 2026-04-20T09:00:00Z.").arg(text));
        return std::nullopt;
    }
    return date.toUTC();
}

void Call::print(const QJsonDocument& json)
{
    write(json.toJson(QJsonDocument::Indented));
}

void Call::write(const QByteArray& bytes)
{
    m_out.flush();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

Result<void> Call::printed()
{
    m_out.flush();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && m_out.status() == QTextStream::Ok)
        return {};
    return tl::unexpected(
        Error{CliCall::tr("Not all could be written to standard output: %1").arg(qt_error_string(errno))});
}

void Call::tell(const QString& message)
{
    m_out.flush();
    m_err << u"scoredesk: "_s << printable(message) << Qt::endl;
}

int Call::usage(const QString& message)
{
    tell(message);
    m_err << CliCall::tr("`scoredesk %1 --help` tells more.").arg(m_command.name) << Qt::endl;
    return CliUsage;
}

int Call::failed(const Error& error)
{
    tell(error.message);
    return CliFailed;
}

} // namespace Scoredesk
