// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/briefs.h"

#include <QStringList>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

QString BriefParts::text() const
{
    QStringList parts = {headline, source, summary, why, card, coverage, outlets, note};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QStringList cardLabels()
{
    return {u"Stakes"_s,       u"Novelty"_s, u"Authority"_s, u"Coverage"_s,
            u"Concreteness"_s, u"Social"_s,  u"FUD risk"_s};
}

QStringList cardValues()
{
    return {u"7.0"_s, u"6.5"_s, u"9.0"_s, u"7.5"_s, u"9.0"_s, u"8.0"_s, u"1.5"_s};
}

QString cardLines(const QString& sign, const QString& suffix)
{
    QStringList lines;
    for (qsizetype i = 0; i < cardLabels().size(); ++i)
        lines.append(cardLabels()[i] + sign + cardValues()[i] + suffix);
    return lines.join(u'\n');
}

BriefParts fullBrief()
{
    return {
        u"Tidal array off Orkney feeds 50 MW to the grid; first of its size anywhere"_s,
        u"·X"_s,
        u"The operator switched on the last of 25 turbines off Orkney on Monday, which brings the array to "
        u"50 MW, "
        "the largest tidal plant that feeds a public grid. It expects 160 GWh a year at £98 per MWh under a "
        "fifteen-year contract that the regulator approved in March."_s,
        u"Tidal power has stood at the pilot stage for twenty years because no array was large enough to "
        u"show its "
        "cost. At this size lenders can price the risk, and the two arrays planned in Wales and Normandy "
        "wait on "
        "exactly these figures before they order turbines."_s,
        u"Impact scorecard\n7.4/10\n"_s + cardLines(u"\n"_s),
        u"Coverage18 outlets · 3 tier-1"_s,
        u"X, BBC, Reuters, The Herald, …"_s,
        u"First-party announcement; output is verifiable on the grid operator's public register. The cost "
        u"per MWh is "
        "the company's own estimate and has not been reviewed."_s};
}

BriefParts otherBrief()
{
    return {
        u"Lisbon court orders airline to refund 41,000 cancelled tickets"_s,
        u"·Reuters"_s,
        u"A commercial court in Lisbon ordered the carrier on Tuesday to refund 41,000 passengers whose "
        u"flights were "
        "cancelled in the strikes of last June, about €18 million in all. The airline has thirty days to "
        "appeal and "
        "said that it would study the ruling."_s,
        u"The ruling is the first in the bloc to treat an announced strike of a carrier's own crew as "
        u"foreseeable, "
        "which removes the usual defence. Carriers in Spain and Italy face the same question this autumn, "
        "over sums "
        "several times as large."_s,
        u"Impact scorecard\nStakes\n8.0\nNovelty\n8.0\nAuthority\n7.0\nCoverage\n6.0\nConcreteness\n7.5\nSocial\n5.0\nFUD risk\n3.0"_s,
        u"Coverage9 outlets · 2 tier-1"_s,
        u"Reuters, Público, El País, …"_s,
        u"The judgment is public and was read by two agencies; the sum is confirmed by the court's press "
        u"office. The "
        "airline's count of passengers is unverified."_s};
}

namespace {

QString withCard(const QString& card)
{
    BriefParts parts = fullBrief();
    parts.card = card;
    return parts.text();
}

QString joined(const QStringList& parts)
{
    return parts.join(u'\n');
}

QList<BriefCase> dressedCards()
{
    const QStringList labels = cardLabels();
    const QStringList values = cardValues();
    QStringList swapped;
    QStringList swappedLines;
    QStringList rows;
    QStringList bullets;
    QStringList signedBars;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        swapped += {values[i], labels[i]};
        swappedLines.append(values[i] + u' ' + labels[i]);
        rows.append(u"| %1 | %2 |"_s.arg(labels[i], values[i]));
        bullets.append(u"- **%1:** %2"_s.arg(labels[i], values[i]));
        signedBars.append(u"%1 ███████░░░ %2"_s.arg(labels[i], values[i]));
    }
    const QString heading = u"Impact scorecard\n7.4/10\n"_s;
    QString comma = fullBrief().card;
    comma.replace(u'.', u',');
    QString upper = heading + cardLines(u"\n"_s);
    return {
        {"as on the page", fullBrief().text()},
        {"label joined to value", withCard(u"Impact scorecard7.4/10\n"_s + cardLines(QString()))},
        {"whole card joined", withCard(u"Impact scorecard 7.4/10 "_s + cardLines(QString()).remove(u'\n'))},
        {"whole card on one line",
         withCard(u"Impact 7.4/10 · "_s + cardLines(u" "_s).replace(u"\n"_s, u" · "_s))},
        {"tab", withCard(heading + cardLines(u"\t"_s))},
        {"colon", withCard(heading + cardLines(u": "_s))},
        {"full-width colon", withCard(heading + cardLines(u"："_s))},
        {"equals sign", withCard(heading + cardLines(u" = "_s))},
        {"dots", withCard(heading + cardLines(u" ........ "_s))},
        {"dash", withCard(heading + cardLines(u" — "_s))},
        {"bar", withCard(heading + cardLines(u" | "_s))},
        {"blanks", withCard(heading + cardLines(u"        "_s))},
        {"of ten", withCard(u"Impact: 7.4 / 10\n"_s + cardLines(u": "_s, u"/10"_s))},
        {"of ten with blanks", withCard(u"Overall impact 7.4 / 10\n"_s + cardLines(u" — "_s, u" / 10"_s))},
        {"out of ten", withCard(u"Overall 7.4 out of 10\n"_s + cardLines(u": "_s, u" out of 10"_s))},
        {"scale on a line of its own",
         withCard(u"Impact scorecard\n7.4\n/10\n"_s + cardLines(u"\n"_s, u"\n/10"_s))},
        {"decimal comma", withCard(comma)},
        {"value before label", withCard(heading + swapped.join(u'\n'))},
        {"value before label on one line", withCard(heading + swappedLines.join(u'\n'))},
        {"markdown table", withCard(u"| Dimension | Score |\n|---|---|\n"_s + rows.join(u'\n') +
                                    u"\n\n**Overall impact: 7.4 / 10**"_s)},
        {"table of one row",
         withCard(u"| "_s + labels.join(u" | "_s) + u" |\n|---|---|---|---|---|---|---|\n| "_s +
                  values.join(u" | "_s) + u" |\nOverall: 7.4"_s)},
        {"row of tabs", withCard(labels.join(u'\t') + u'\n' + values.join(u'\t') + u"\nScore: 7.4"_s)},
        {"bullets in bold", withCard(u"## Impact scorecard: 7.4/10\n\n"_s + bullets.join(u'\n'))},
        {"bars", withCard(u"Impact 7.4\n"_s + signedBars.join(u'\n'))},
        {"upper case", withCard(upper.toUpper())},
        {"lower case", withCard(upper.toLower())},
        {"title case", withCard(QString(upper).replace(u"FUD risk"_s, u"Fud Risk"_s))},
        {"hyphen in label", withCard(QString(upper).replace(u"FUD risk"_s, u"FUD-risk"_s))},
        {"key as label", withCard(QString(upper).replace(u"FUD risk"_s, u"fudRisk"_s))},
        {"short label", withCard(QString(upper).replace(u"FUD risk"_s, u"FUD"_s))},
        {"labels say score", withCard(u"Impact score: 7.4\n"_s + cardLines(u" score: "_s))},
        {"importance first", withCard(u"Importance: 7.4\n"_s + cardLines(u": "_s))},
        {"overall last", withCard(cardLines(u": "_s) + u"\nOverall: 7.4/10"_s)},
        {"overall last without label", withCard(cardLines(u"\n"_s) + u"\n7.4/10"_s)},
        {"emoji before labels",
         withCard(u"📊 Impact scorecard\n⭐ 7.4/10\n"_s + cardLines(u" "_s).replace(u"\n"_s, u"\n🔥 "_s))},
        {"zero-width joins", withCard(QString(heading + cardLines(u"\n"_s))
                                          .replace(u"Sta"_s, u"Sta\u200b"_s)
                                          .replace(u"Novelty"_s, u"\ufeffNovelty\u2060"_s))},
        {"odd blanks",
         withCard(QString(heading + cardLines(u"\u00a0\u2009"_s)).replace(u"7.4"_s, u"\u202f7.4"_s))},
        {"dimensions in another order",
         withCard(
             u"Impact scorecard\n7.4/10\nFUD risk\n1.5\nSocial\n8.0\nConcreteness\n9.0\nCoverage\n7.5\nAuthority\n9.0\nNovelty\n6.5\nStakes\n7.0"_s)},
        {"vector",
         withCard(u"Impact scorecard\n7.4/10\nimpact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s)},
        {"codes",
         withCard(u"Impact scorecard\n7.4/10\nST 7.0\nNO 6.5\nAU 9.0\nCO 7.5\nCN 9.0\nSO 8.0\nFU 1.5"_s)},
    };
}

QList<BriefCase> dressedOrders()
{
    const BriefParts p = fullBrief();
    QString crlf = p.text();
    crlf.replace(u"\n"_s, u"\r\n"_s);
    QString cr = p.text();
    cr.replace(u'\n', u'\r');
    QString gaps = p.text();
    gaps.replace(u"\n"_s, u"\n\n"_s);
    QString noisy = p.text();
    noisy.replace(p.source, u"Share\n2h ago\n5 min read\n·X"_s)
        .replace(p.why, u"Read more\n"_s + p.why)
        .append(u"\nCopy link"_s);
    return {
        {"CRLF and byte order mark", u"\ufeff"_s + crlf},
        {"CR", cr},
        {"blank line after every line", gaps},
        {"scorecard first",
         joined({p.card, p.headline, p.source, p.summary, p.why, p.coverage, p.outlets, p.note})},
        {"coverage before scorecard",
         joined({p.headline, p.source, p.summary, p.why, p.coverage, p.outlets, p.card, p.note})},
        {"trust before why",
         joined({p.headline, p.source, p.summary, p.note, p.why, p.card, p.coverage, p.outlets})},
        {"why after scorecard",
         joined({p.headline, p.source, p.summary, p.card, p.why, p.coverage, p.outlets, p.note})},
        {"labelled",
         joined({u"Headline: "_s + p.headline, u"Source: X"_s, u"Summary: "_s + p.summary,
                 u"Why it matters: "_s + p.why, p.card, u"Coverage: 18 outlets (3 tier 1)"_s,
                 u"Outlets: X, BBC, Reuters, The Herald and 14 more"_s, u"Trust note: "_s + p.note})},
        {"labels on lines of their own",
         joined({p.headline, p.source, u"Summary"_s, p.summary, u"Why it matters"_s, p.why, p.card,
                 u"Coverage"_s, u"18 outlets"_s, u"3 tier-1"_s, p.outlets, u"Trust note"_s, p.note})},
        {"labels joined to text",
         joined({p.headline, p.source, u"Summary"_s + p.summary, u"Why it matters"_s + p.why, p.card,
                 p.coverage, p.outlets, u"Trust note"_s + p.note})},
        {"markdown",
         u"# %1\n\n*X*\n\n## Summary\n\n%2\n\n## Why it matters\n\n%3\n\n## Impact scorecard: "
         u"7.4/10\n\n%4\n\n## Coverage\n\n"
         "18 outlets · 3 tier-1\n\n- X\n- BBC\n- Reuters\n- The Herald\n- …\n\n## Trust note\n\n%5\n"_s
             .arg(p.headline, p.summary, p.why, cardLines(u": "_s), p.note)
             .replace(u"*X*"_s, u"· X"_s)},
        {"coverage in one sentence",
         joined({p.headline, p.source, p.summary, p.why, p.card,
                 u"Covered by 18 outlets, 3 tier-1, including X, BBC, Reuters, The Herald and 14 more"_s,
                 p.note})},
        {"coverage with dots of three",
         joined({p.headline, p.source, p.summary, p.why, p.card, u"18 outlets, 3 tier-1"_s,
                 u"X, BBC, Reuters, The Herald, ..."_s, p.note})},
        {"coverage with a plus",
         joined({p.headline, p.source, p.summary, p.why, p.card, u"18 outlets · 3 Tier 1"_s,
                 u"X, BBC, Reuters, The Herald +14 more"_s, p.note})},
        {"coverage in brackets",
         joined({p.headline, p.source, p.summary, p.why, p.card, u"Coverage: 18 outlets (3 tier-1)"_s,
                 u"X · BBC · Reuters · The Herald · …"_s, p.note})},
        {"source in words",
         joined({p.headline, u"via X"_s, p.summary, p.why, p.card, p.coverage, p.outlets, p.note})},
        {"source with blank",
         joined({p.headline, u"· X"_s, p.summary, p.why, p.card, p.coverage, p.outlets, p.note})},
        {"source as a bullet",
         joined({p.headline, u"• X"_s, p.summary, p.why, p.card, p.coverage, p.outlets, p.note})},
        {"words of the page", noisy},
        {"overall under the headline", joined({p.headline, u"7.4/10"_s, p.source, p.summary, p.why, p.card,
                                               p.coverage, p.outlets, p.note})},
        {"overall over the headline", joined({u"Impact 7.4 / 10"_s, p.headline, p.source, p.summary, p.why,
                                              cardLines(u"\n"_s), p.coverage, p.outlets, p.note})},
        {"overall in the source line",
         joined({p.headline, u"· X · 7.4/10"_s, p.summary, p.why,
                 u"Impact scorecard\n"_s + cardLines(u"\n"_s), p.coverage, p.outlets, p.note})},
        {"last dimension behind the coverage",
         joined({p.headline, p.source, p.summary, p.why, QString(p.card).remove(u"\nFUD risk\n1.5"_s),
                 p.coverage, p.outlets, u"FUD risk 1.5"_s, p.note})},
        {"rank before the headline",
         joined({u"1"_s, p.headline, p.source, p.summary, p.why, p.card, p.coverage, p.outlets, p.note})},
        {"reception behind the coverage", joined({p.headline, p.source, p.summary, p.why, p.card, p.coverage,
                                                  p.outlets, u"9,200 mentions · 4,100 upvotes"_s, p.note})},
        {"keys in camel case",
         joined({u"title: "_s + p.headline, u"source: X"_s, u"summary: "_s + p.summary,
                 u"whyItMatters: "_s + p.why, u"importance: 7.4"_s,
                 cardLines(u": "_s).toLower().replace(u"fud risk"_s, u"fudRisk"_s),
                 u"outletCount: 18\ntier1Count: 3"_s, u"outlets: X, BBC, Reuters, The Herald, …"_s,
                 u"trustNotes: "_s + p.note})},
        {"card in a sentence",
         withCard(
             u"Impact 7.4/10 (stakes 7, novelty 6.5, authority 9, coverage 7.5, concreteness 9, social 8, FUD risk 1.5)."_s)},
        {"description under each label",
         withCard(u"Impact scorecard\n7.4/10\n"_s + cardLines(u"\nHow it is judged\n"_s))},
        {"head of a mail", u"Subject: Daily brief\nFrom: Desk <desk@a.example>\n\n"_s + p.text()},
        {"keys of a program",
         joined({u"title: "_s + p.headline, u"source: X"_s, u"summary: "_s + p.summary,
                 u"why it matters: "_s + p.why, u"importance: 7.4"_s,
                 cardLines(u": "_s).toLower().replace(u"fud risk"_s, u"fudRisk"_s),
                 u"Coverage: 18 outlets, 3 tier-1"_s, u"outlets: X, BBC, Reuters, The Herald, …"_s,
                 u"trust notes: "_s + p.note})},
    };
}

} // namespace

QList<BriefCase> dressedBriefs()
{
    return dressedCards() + dressedOrders();
}

} // namespace Scoredesk::Test
