// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/brieftext.h"

#include "app/brieftext/briefline.h"
#include "app/brieftext/joinedtext.h"
#include "app/brieftext/storygrouper.h"
#include "app/brieftext/textlines.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::BriefText)
};

constexpr qsizetype mostCharacters = 2'000'000;
constexpr qsizetype mostStories = 5'000;
constexpr qsizetype longParagraph = 20'000;

// Bytes that were never text show as controls and replacement characters.
bool isBinary(const QString& text)
{
    qsizetype strange = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        strange += u == 0xfffd || (u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r' && u != 0x0b &&
                                   u != 0x0c && u != 0x1b);
    }
    constexpr qsizetype fewest = 8;
    constexpr qsizetype share = 50;
    return strange >= fewest && strange * share > text.size();
}

} // namespace

Result<BriefText> readBriefText(const QString& text, const DraftContext& context)
{
    if (text.size() > mostCharacters)
        return fail(
            Words::tr("This text has %L1 characters; a text of briefs has at most %L2. Import it in parts.")
                .arg(text.size())
                .arg(mostCharacters),
            ErrorCode::InvalidInput);
    if (isBinary(text))
        return fail(Words::tr("This is no text: it looks like the bytes of another kind of file."),
                    ErrorCode::InvalidInput);
    const Labels labels(context.methods);
    const QList<BriefLine> lines = classified(parted(textLines(text), labels), labels, context.categories);
    if (lines.isEmpty())
        return fail(Words::tr("There is no text to import."), ErrorCode::InvalidInput);
    StoryGrouper grouper(lines, labels, context.methods);
    const QList<Draft> drafts = grouper.run();
    BriefText out;
    out.problems = grouper.problems();
    if (drafts.isEmpty())
        return fail(Words::tr("There are labels of a scorecard here, but neither values nor a story."),
                    ErrorCode::InvalidInput);
    if (drafts.size() > mostStories)
        return fail(
            Words::tr(
                "This text would give %L1 stories, more than one import may add (%L2). It is hardly a brief.")
                .arg(drafts.size())
                .arg(mostStories),
            ErrorCode::InvalidInput);
    for (const Draft& draft : drafts)
        out.dossiers.append(dossierFrom(draft, context, &out.problems));
    for (const BriefLine& line : lines)
        if (line.line.text.size() > longParagraph)
            out.problems.append({Words::tr("line %1").arg(line.line.number),
                                 Words::tr("this paragraph has %L1 characters; a summary has about 500")
                                     .arg(line.line.text.size())});
    return out;
}

} // namespace Scoredesk
