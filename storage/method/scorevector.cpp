// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/scorevector.h"

#include <QRegularExpression>
#include <QStringList>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// Longer text than any vector has is cut in messages: it may be a whole page pasted by mistake.
QString quoted(const QString& part)
{
    return part.size() > 40 ? u"“%1…”"_s.arg(part.left(40)) : u"“%1”"_s.arg(part);
}

Result<const Method*> methodOfHead(const QString& head, const QList<Method>& methods)
{
    static const QRegularExpression form(u"^([A-Za-z0-9_-]+):([0-9]{1,6})$"_s);
    const QRegularExpressionMatch match = form.match(head);
    if (!match.hasMatch())
        return fail(
            u"A score vector begins with a method and its version, as in “impact:1”; this one begins with %1."_s
                .arg(quoted(head)),
            ErrorCode::InvalidInput);
    bool keyKnown = false;
    for (const Method& method : methods) {
        if (method.key.compare(match.captured(1), Qt::CaseInsensitive) != 0)
            continue;
        keyKnown = true;
        if (method.version == match.captured(2).toInt())
            return &method;
    }
    return keyKnown
               ? fail(u"%1 names a version of the method that this desk does not have."_s.arg(quoted(head)),
                      ErrorCode::InvalidInput)
               : fail(u"%1 names a method that this desk does not have."_s.arg(quoted(head)),
                      ErrorCode::InvalidInput);
}

/// Stricter than Score::fromText(): a vector is exact, so that what is read is what was meant.
std::optional<Score> scoreOfPart(const QString& text)
{
    static const QRegularExpression number(u"^(10(\\.0+)?|[0-9](\\.[0-9]0*)?)$"_s);
    if (text.compare(u"X", Qt::CaseInsensitive) == 0)
        return Score::notApplicable();
    if (!number.match(text).hasMatch())
        return std::nullopt;
    return Score::fromText(text);
}

} // namespace

QString toVector(const Method& method, const Scorecard& card)
{
    QString vector;
    for (const Dimension& dimension : method.dimensions) {
        const Score score = card.value(dimension.key);
        if (!score.isUnset())
            vector += u'/' + dimension.code + u':' + score.toText();
    }
    return vector.isEmpty() ? vector : u"%1:%2"_s.arg(method.key).arg(method.version) + vector;
}

Result<Scorecard> parseVector(const QString& vector, const QList<Method>& methods)
{
    QStringList parts = vector.trimmed().split(u'/');
    const Result<const Method*> found = methodOfHead(parts.takeFirst().trimmed(), methods);
    if (!found)
        return tl::unexpected(found.error());
    const Method& method = **found;

    Scorecard card;
    card.methodKey = method.key;
    card.methodVersion = method.version;
    for (const QString& raw : parts) {
        const QString part = raw.trimmed();
        const qsizetype colon = part.indexOf(u':');
        if (colon < 1)
            return fail(u"%1 is not a code and a value, as in “ST:7”."_s.arg(quoted(part)),
                        ErrorCode::InvalidInput);
        const Dimension* const dimension = method.byCode(part.left(colon).trimmed());
        if (!dimension)
            return fail(u"%1: the method %2 has no dimension of that code."_s.arg(quoted(part), method.name),
                        ErrorCode::InvalidInput);
        if (card.cells.contains(dimension->key))
            return fail(u"%1: the code %2 stands twice."_s.arg(quoted(part), dimension->code),
                        ErrorCode::InvalidInput);
        const std::optional<Score> score = scoreOfPart(part.mid(colon + 1).trimmed());
        if (!score)
            return fail(
                u"%1: the value must be a number from 0 to 10 in steps of 0.1, or X for not applicable."_s
                    .arg(quoted(part)),
                ErrorCode::InvalidInput);
        card.cells[dimension->key].value = *score;
    }
    if (card.cells.isEmpty())
        return fail(u"The score vector names a method but no value."_s, ErrorCode::InvalidInput);
    return card;
}

} // namespace Scoredesk
