// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks/prosechecks.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Found {
    qsizetype position = -1;
    qsizetype length = 0;
    char32_t character = 0;
    int count = 0;
};

bool isRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// Scripts in which joiners and non-joiners are spelling.
bool joins(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Arabic:
    case QChar::Script_Syriac:
    case QChar::Script_Mongolian:
    case QChar::Script_Nko:
    case QChar::Script_Devanagari:
    case QChar::Script_Bengali:
    case QChar::Script_Gurmukhi:
    case QChar::Script_Gujarati:
    case QChar::Script_Oriya:
    case QChar::Script_Tamil:
    case QChar::Script_Telugu:
    case QChar::Script_Kannada:
    case QChar::Script_Malayalam:
    case QChar::Script_Sinhala:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
        return true;
    default:
        return false;
    }
}

/// What an emoji sequence joins: pictures, skin tones, and the selector or keycap after them.
bool isPictorial(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2600 && c <= 0x27BF) ||
           (c >= 0x2B00 && c <= 0x2BFF) || c == 0xFE0F;
}

bool isTag(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

/// Directions other than left-to-right marks within text that has them: those steer display unseen.
bool isBidirectional(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isMark(char32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

bool isUnseen(char32_t c)
{
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E || c == 0x034F || c == 0x115F ||
           c == 0x1160 || c == 0x3164 || c == 0xFFA0 || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0x206A && c <= 0x206F) || c == 0xE0001 || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F);
}

/// The tags of a flag: a black flag, letters, and the closing tag.
qsizetype flagEnd(const QList<uint>& text, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < text.size() && isTag(text.at(end)) && text.at(end) != 0xE007F)
        ++end;
    return end > from + 1 && end < text.size() && text.at(end) == 0xE007F ? end : from;
}

Found hiddenIn(const QString& field)
{
    const QList<uint> text = field.toUcs4();
    bool rightToLeft = false;
    for (const uint c : text)
        rightToLeft = rightToLeft || isRightToLeft(c);

    Found found;
    qsizetype position = 0;
    qsizetype flagUntil = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = text.at(i);
        const char32_t before = i > 0 ? text.at(i - 1) : 0;
        const char32_t after = i + 1 < text.size() ? text.at(i + 1) : 0;
        if (c == 0x1F3F4)
            flagUntil = flagEnd(text, i);
        bool hidden =
            isBidirectional(c) || isUnseen(c) || (isMark(c) && !rightToLeft) || (isTag(c) && i > flagUntil);
        if (c == 0x200D)
            hidden = !(isPictorial(before) && isPictorial(after)) && !joins(before);
        else if (c == 0x200C)
            hidden = !joins(before);
        const int length = QChar::requiresSurrogates(c) ? 2 : 1;
        if (hidden) {
            if (found.count == 0) {
                found.position = position;
                found.length = length;
                found.character = c;
            }
            ++found.count;
        }
        position += length;
    }
    return found;
}

void append(QList<Finding>& findings, StoryField place, const QString& text, const Dimension& dimension = {})
{
    const Found found = hiddenIn(text);
    if (found.count == 0)
        return;
    const QString code = u"U+"_s + QString::number(found.character, 16).toUpper().rightJustified(4, u'0');
    findings.append({CheckKind::HiddenCharacters,
                     Severity::Blocker,
                     place,
                     int(found.position),
                     int(found.length),
                     {code, QString::number(found.count), dimension.label},
                     dimension.key});
}

} // namespace

QList<Finding> checkHiddenCharacters(const CheckSubject& subject)
{
    const Story& story = subject.story();
    QList<Finding> findings;
    append(findings, StoryField::Headline, story.headline);
    append(findings, StoryField::Summary, story.summary);
    append(findings, StoryField::WhyItMatters, story.whyItMatters);
    append(findings, StoryField::Category, story.category);
    append(findings, StoryField::Tags, story.tags.join(u'\n'));
    append(findings, StoryField::Source, story.source);
    append(findings, StoryField::Link, story.link);
    append(findings, StoryField::PrimarySource, story.primarySource);
    append(findings, StoryField::StatedCoverage, story.stated.named.join(u'\n'));
    append(findings, StoryField::TrustNote, story.trustNote);
    for (const Dimension& dimension : subject.method.dimensions)
        append(findings, StoryField::Rationale, subject.card.cells.value(dimension.key).rationale, dimension);
    return findings;
}

} // namespace Scoredesk
