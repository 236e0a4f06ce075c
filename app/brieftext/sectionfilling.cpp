// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/sectionfilling.h"

#include "app/brieftext/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::SectionFilling)
};

bool isWebAddress(const QString& text)
{
    static const QRegularExpression address(u"^(?:https?://|www\\.)\\S+$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return address.match(text).hasMatch();
}

// "blog.example/x": an address where one is called for, elsewhere as likely an outlet's name.
bool isBareAddress(const QString& text)
{
    static const QRegularExpression address(u"^(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/\\S*)?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return address.match(text).hasMatch();
}

std::optional<TrustVerdict> verdictAt(const QString& text, qsizetype* length)
{
    static const QRegularExpression word(
        u"^(high|medium|moderate|med|low)(?:[\\s-]+(?:trust|confidence))?(?!\\p{L})[\\s.:;,·|—–-]*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = word.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    *length = match.capturedLength();
    const QString name = match.captured(1).toLower();
    return trustFromText(name.startsWith("m"_L1) ? u"medium"_s : name);
}

} // namespace

bool suitsSection(Section section, const QString& text)
{
    constexpr qsizetype longestField = 120;
    switch (section) {
    case Section::Link:
    case Section::PrimarySource:
        return isWebAddress(text) || isBareAddress(text);
    case Section::Source:
    case Section::Category:
    case Section::Published:
    case Section::Slug:
    case Section::Tags:
    case Section::Remainder:
        return text.size() <= longestField;
    default:
        return true;
    }
}

std::optional<Section> fillSection(Draft& draft, Section section, const BriefLine& line, const QString& text,
                                   QList<ImportProblem>& problems)
{
    std::optional<Section> open = section;
    const auto problem = [&](const QString& what) {
        problems.append({Words::tr("line %1").arg(line.line.number), what});
    };
    const auto once = [&](QString& into, const QString& value) {
        if (into.isEmpty())
            into = value;
        else if (into != value)
            draft.remainder.append(line.line.text);
        open.reset();
    };
    switch (section) {
    case Section::Headline:
        once(draft.headline, text);
        break;
    case Section::Summary:
        draft.summary.append(text);
        break;
    case Section::WhyItMatters:
        draft.why.append(text);
        break;
    case Section::TrustVerdict: {
        qsizetype length = 0;
        draft.hasTrust = true;
        if (const auto verdict = verdictAt(text, &length); verdict && draft.trust == TrustVerdict::Unset) {
            draft.trust = *verdict;
            open = Section::TrustNote;
            if (length < text.size())
                draft.trustNote.append(text.mid(length));
        } else if (const auto value = writtenValue(text)) {
            problem(
                Words::tr("“%1” is no trust verdict (high, medium or low); it was kept as text").arg(text));
            draft.remainder.append(line.line.text == text ? Words::tr("Trust: %1").arg(text)
                                                          : line.line.text);
            open.reset();
        } else {
            draft.trustNote.append(text);
            open = Section::TrustNote;
        }
        break;
    }
    case Section::TrustNote:
        draft.trustNote.append(text);
        draft.hasTrust = true;
        break;
    case Section::PrimarySource:
        once(draft.primarySource, text);
        break;
    case Section::Link:
        isWebAddress(text) || isBareAddress(text) ? once(draft.link, text)
                                                  : draft.remainder.append(line.line.text);
        open.reset();
        break;
    case Section::Source:
        if (isWebAddress(text)) {
            once(draft.link, text);
        } else if (draft.source.isEmpty()) {
            static const QRegularExpression parting(u"\\s+[·•|]\\s+"_s);
            draft.source = text.split(parting, Qt::SkipEmptyParts);
        } else {
            draft.remainder.append(line.line.text);
        }
        open.reset();
        break;
    case Section::Tags: {
        static const QRegularExpression signs(u"[,;·|]"_s);
        static const QRegularExpression hashes(u"\\s+(?=#)"_s);
        for (QString tag : text.split(text.contains(signs) ? signs : hashes, Qt::SkipEmptyParts)) {
            tag = tag.trimmed();
            while (tag.startsWith(u'#'))
                tag.remove(0, 1);
            if (!tag.isEmpty() && !draft.tags.contains(tag))
                draft.tags.append(tag);
        }
        open.reset();
        break;
    }
    case Section::Category:
        once(draft.category, text);
        break;
    case Section::Published:
        if (const QDateTime date = writtenDate(text); date.isValid() && !draft.published.isValid()) {
            draft.published = date;
            // The words stay where the desk's own form would not give them back.
            if (date.toString(Qt::ISODate) != text && date.date().toString(Qt::ISODate) != text)
                draft.remainder.append(line.line.text);
        } else {
            if (!date.isValid() && !isPageNoise(text))
                problem(Words::tr("“%1” is no date that can be read; it was kept as text").arg(text));
            draft.remainder.append(line.line.text);
        }
        open.reset();
        break;
    case Section::Slug:
        once(draft.slug, text);
        break;
    case Section::Coverage:
    case Section::Remainder:
        draft.remainder.append(line.line.text);
        open.reset();
        break;
    }
    return open;
}

} // namespace Scoredesk
