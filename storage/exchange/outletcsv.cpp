// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/outletcsv.h"

#include "storage/exchange/csvtable.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QByteArray outletsToCsv(const QList<Outlet>& outlets)
{
    QString csv = csvLine({u"name"_s, u"domains"_s, u"tier"_s, u"first_party"_s, u"reliability"_s});
    for (const Outlet& outlet : outlets)
        csv += csvLine({outlet.name, outlet.domains.join(u' '),
                        outlet.tier > 0 ? QString::number(outlet.tier) : QString(),
                        outlet.firstParty ? u"yes"_s : QString(), outlet.reliability});
    return "\xEF\xBB\xBF" + csv.toUtf8(); // spreadsheets take it for Latin-1 otherwise
}

Result<QStringList> domainsFromText(const QString& text)
{
    static const QRegularExpression blanks(u"[\\s,;]+"_s);
    QStringList domains;
    for (const QString& part : text.toLower().split(blanks, Qt::SkipEmptyParts)) {
        const QString domain = part.startsWith("www."_L1) ? part.mid(4) : part;
        if (!domain.contains(u'.') || domain.contains(u'/') || domain.contains(u':'))
            return fail(u"\"%1\" is no domain, such as example.com."_s.arg(part), ErrorCode::InvalidInput);
        if (!domains.contains(domain))
            domains.append(domain);
    }
    return domains;
}

namespace {

/// Puts the cells of a line into an outlet.
class LineReader {
public:
    explicit LineReader(const QStringList& heads)
    {
        for (qsizetype i = 0; i < heads.size(); ++i)
            m_columns.insert(heads.at(i).trimmed().toLower().replace(u' ', u'_').replace(u'-', u'_'), i);
    }

    bool hasNames() const { return m_columns.contains(u"name"_s); }
    QString name(const QStringList& cells) const { return cell(cells, u"name"_s).value_or(QString()); }

    /// What is wrong with the line; empty where it was taken.
    QString take(const QStringList& cells, Outlet& outlet) const
    {
        outlet.name = name(cells);
        if (outlet.name.isEmpty())
            return u"There is no name."_s;
        if (const auto text = cell(cells, u"domains"_s)) {
            auto domains = domainsFromText(*text);
            if (!domains)
                return domains.error().message;
            outlet.domains = std::move(*domains);
        }
        if (const auto tier = cell(cells, u"tier"_s)) {
            bool isNumber = false;
            outlet.tier = tier->isEmpty() ? 0 : tier->toInt(&isNumber);
            if (!tier->isEmpty() && (!isNumber || outlet.tier < 0 || outlet.tier > 3))
                return u"\"%1\" is no tier: it is 1, 2 or 3, or empty."_s.arg(*tier);
        }
        if (const auto first = cell(cells, u"first_party"_s)) {
            static const QSet<QString> yes = {u"yes"_s, u"1"_s, u"true"_s, u"x"_s};
            static const QSet<QString> no = {QString(), u"no"_s, u"0"_s, u"false"_s};
            if (!yes.contains(first->toLower()) && !no.contains(first->toLower()))
                return u"\"%1\" in first_party is neither yes nor no."_s.arg(*first);
            outlet.firstParty = yes.contains(first->toLower());
        }
        if (const auto letter = cell(cells, u"reliability"_s)) {
            outlet.reliability = letter->toUpper();
            if (!letter->isEmpty() && !QRegularExpression(u"^[A-F]$"_s).match(outlet.reliability).hasMatch())
                return u"\"%1\" is no reliability: it is a letter from A to F."_s.arg(*letter);
        }
        return {};
    }

private:
    std::optional<QString> cell(const QStringList& cells, const QString& column) const
    {
        const auto at = m_columns.constFind(column);
        if (at == m_columns.cend())
            return std::nullopt;
        return cells.value(*at).simplified();
    }

    QHash<QString, qsizetype> m_columns;
};

} // namespace

Result<QList<OutletLine>> outletsFromCsv(const QByteArray& bytes, const QList<Outlet>& desk)
{
    const auto read = csvLines(bytes);
    if (!read)
        return tl::unexpected(read.error());
    if (read->isEmpty())
        return fail(u"The table is empty."_s, ErrorCode::InvalidInput);
    const LineReader reader(read->first().cells);
    if (!reader.hasNames())
        return fail(
            u"The first line names no column \"name\"; the columns are name, domains, tier, first_party and "
            "reliability."_s,
            ErrorCode::InvalidInput);
    QHash<QString, Outlet> known;
    for (const Outlet& outlet : desk)
        known.insert(outlet.name.toCaseFolded(), outlet);
    QSet<QString> seen;
    QList<OutletLine> lines;
    for (const CsvLine& cells : read->mid(1)) {
        OutletLine line;
        line.number = cells.number;
        const QString key = reader.name(cells.cells).toCaseFolded();
        line.outlet = known.value(key);
        line.reason = reader.take(cells.cells, line.outlet);
        if (line.reason.isEmpty() && seen.contains(key))
            line.reason = u"The outlet stands in an earlier line already."_s;
        seen.insert(key);
        if (!line.reason.isEmpty())
            line.outcome = OutletLine::Outcome::Wrong;
        else if (line.outlet.id != OutletId{})
            line.outcome = line.outlet == known.value(key) ? OutletLine::Outcome::Unchanged
                                                           : OutletLine::Outcome::Changed;
        line.wanted =
            line.outcome == OutletLine::Outcome::New || line.outcome == OutletLine::Outcome::Changed;
        lines.append(line);
    }
    return lines;
}

QList<Outlet> outletsWanted(const QList<OutletLine>& lines)
{
    QList<Outlet> outlets;
    for (const OutletLine& line : lines)
        if (line.wanted && line.outcome != OutletLine::Outcome::Wrong &&
            line.outcome != OutletLine::Outcome::Unchanged)
            outlets.append(line.outlet);
    return outlets;
}

} // namespace Scoredesk
