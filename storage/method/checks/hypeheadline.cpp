// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/prosechecks.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// One pattern of all phrases, the longest first so that it is the one told.
QRegularExpression readPhrases()
{
    QFile file(u":/words/hype.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of hype phrases is not in the program");
    QStringList phrases;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QString phrase = line.trimmed();
        if (!phrase.isEmpty() && !phrase.startsWith(u'#'))
            phrases.append(phrase);
    }
    std::sort(phrases.begin(), phrases.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (QString& phrase : phrases) {
        phrase = QRegularExpression::escape(phrase);
        phrase.replace(u"\\ "_s, u"[\\s\\x{00A0}-]+"_s);
        phrase.replace(u"\\-"_s, u"[\\s‐‑-]?"_s);
        phrase.replace(u"\\'"_s, u"['’]"_s);
    }
    return QRegularExpression(u"(?<![\\p{L}\\p{N}])(?:"_s + phrases.join(u'|') + u")(?![\\p{L}\\p{N}])"_s,
                              QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QList<Finding> checkHypeHeadline(const CheckSubject& subject)
{
    static const QRegularExpression phrases = readPhrases();
    const std::optional<double> fud = subject.number(fudRiskKey);
    if (!fud || *fud >= 3)
        return {};
    QList<Finding> findings;
    auto matches = phrases.globalMatch(subject.story().headline);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        findings.append({CheckKind::HypeHeadline,
                         Severity::Warning,
                         StoryField::Headline,
                         int(match.capturedStart()),
                         int(match.capturedLength()),
                         {match.captured(), subject.card.value(fudRiskKey.toString()).toText()}});
    }
    return findings;
}

} // namespace Scoredesk
