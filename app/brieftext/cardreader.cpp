// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/cardreader.h"

#include "storage/method/scorevector.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

using Part = BriefLine::Part;
using Kind = ScoreToken::Kind;

namespace {

/// Fills a card from the tokens of its lines, in their order.
class CardReader {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CardReader)

public:
    CardReader(const QList<BriefLine>& lines, const Labels& labels, const QList<Method>& methods)
        : m_lines(lines), m_labels(labels), m_methods(methods)
    {
    }

    WrittenCard run()
    {
        takeScale();
        for (qsizetype i = 0; i < m_lines.size();)
            i += readsRows(i) ? 2 : block(i);
        // Words that looked like a card and gave nothing are words after all.
        if (m_out.card.isBlank() && m_out.leftovers.isEmpty())
            for (const BriefLine& line : m_lines)
                keep(line);
        return m_out;
    }

private:
    /// A token with the line it stood on.
    struct Item {
        const BriefLine* line;
        ScoreToken token;
        bool words = false; ///< a line of text among those of the card
    };

    // Where one value is out of a hundred, bare numbers above ten are too.
    void takeScale()
    {
        bool hundred = false;
        bool aboveTen = false;
        for (const BriefLine& line : m_lines) {
            hundred = hundred || (line.part == Part::CardHeading && line.line.text.contains("100"_L1));
            for (const ScoreToken& token : line.tokens) {
                aboveTen = aboveTen || (token.value.outOf == 0 && token.value.number > 10);
                hundred = hundred || token.value.text.contains("/100"_L1) ||
                          token.value.text.contains("/ 100"_L1) || token.value.text.contains("of 100"_L1);
            }
        }
        m_hundred = hundred && aboveTen;
    }

    // A row of labels over a row of values.
    bool readsRows(qsizetype at)
    {
        if (at + 1 >= m_lines.size() || m_lines[at].part != Part::Scores ||
            m_lines[at + 1].part != Part::Scores)
            return false;
        const QList<ScoreToken>& heads = m_lines[at].tokens;
        const QList<ScoreToken>& values = m_lines[at + 1].tokens;
        const auto all = [](const QList<ScoreToken>& tokens, Kind kind) {
            return std::all_of(tokens.begin(), tokens.end(),
                               [kind](const ScoreToken& token) { return token.kind == kind; });
        };
        if (heads.size() < 2 || heads.size() != values.size() || !all(heads, Kind::Label) ||
            !all(values, Kind::Value))
            return false;
        for (qsizetype i = 0; i < heads.size(); ++i)
            set(heads[i].dimension, values[i].value, m_lines[at + 1], false);
        return true;
    }

    // The lines from `at` on up to those that tell their own pairs; returns how many were read.
    qsizetype block(qsizetype at)
    {
        const BriefLine& first = m_lines[at];
        if (!first.leftover.isEmpty())
            keep(first);
        if (first.part == Part::Vector) {
            vector(first);
            return 1;
        }
        if (first.part == Part::BadScore && !first.bad.unknown.isEmpty()) {
            problem(first, tr("%1 is no dimension of the scorecard; it was kept as text")
                               .arg(quoted(first.bad.unknown)));
            keep(first);
            m_last.clear();
            return 1;
        }
        if (first.part == Part::BadScore) {
            unreadable(first.bad.dimension, first.bad.words, first);
            return 1;
        }
        QList<Item> items;
        if (isWhole(first)) {
            append(items, first);
            resolve(items);
            return 1;
        }
        qsizetype end = at;
        while (end < m_lines.size() && !isWhole(m_lines[end]) && m_lines[end].part != Part::Vector &&
               m_lines[end].part != Part::BadScore && (end == at || !rowsBegin(end)))
            append(items, m_lines[end++]);
        resolve(items);
        return end - at;
    }

    bool rowsBegin(qsizetype at) const
    {
        return m_lines[at].part == Part::Scores && m_lines[at].tokens.size() > 1 &&
               m_lines[at].tokens[0].kind == Kind::Label && m_lines[at].tokens[1].kind == Kind::Label;
    }

    static bool isWhole(const BriefLine& line)
    {
        if (line.part != Part::Scores)
            return false;
        const auto has = [&line](Kind kind) {
            return std::any_of(line.tokens.begin(), line.tokens.end(),
                               [kind](const ScoreToken& token) { return token.kind == kind; });
        };
        return has(Kind::Label) && has(Kind::Value);
    }

    static void append(QList<Item>& items, const BriefLine& line)
    {
        if (line.part == Part::Text || line.part == Part::Noise)
            items.append({&line, {}, true});
        for (const ScoreToken& token : line.tokens)
            items.append({&line, token, false});
    }

    static bool valuesComeFirst(const QList<Item>& items)
    {
        QList<const ScoreToken*> order;
        qsizetype labelCount = 0;
        for (const Item& item : items)
            if (!item.words && (item.token.kind == Kind::Label || item.token.kind == Kind::Value)) {
                order.append(&item.token);
                labelCount += item.token.kind == Kind::Label;
            }
        if (order.size() < 2 || order.first()->kind != Kind::Value || order.last()->kind != Kind::Label)
            return false;
        const qsizetype values = order.size() - labelCount;
        if (values < labelCount)
            return false;
        // "7.4/10, Stakes, 7.0, …, FUD risk": the overall stands first, and the last label lost its value.
        const bool firstIsOverall = order.first()->value.outOf == 10 && values == labelCount &&
                                    std::all_of(order.begin() + 1, order.end(), [](const ScoreToken* token) {
                                        return token->kind == Kind::Label || token->value.outOf == 0;
                                    });
        return !(firstIsOverall && labelCount > 1);
    }

    void resolve(const QList<Item>& items)
    {
        if (valuesComeFirst(items))
            resolveValuesFirst(items);
        else
            resolveLabelsFirst(items);
    }

    void resolveLabelsFirst(const QList<Item>& items)
    {
        const ScoreToken* label = nullptr;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const Item& item = items[i];
            if (item.words) {
                const bool valueFollows =
                    i + 1 < items.size() && !items[i + 1].words && items[i + 1].token.kind == Kind::Value;
                if (label && valueFollows) { // on what the dimension means
                    keep(*item.line);
                    continue;
                }
                if (label && item.line->line.text.size() <= longestValue)
                    unreadable(label->dimension, item.line->line.text, *item.line);
                else
                    reason(item.line->line.text);
                label = nullptr;
                continue;
            }
            switch (item.token.kind) {
            case Kind::Label:
                label = &item.token;
                break;
            case Kind::Value:
                if (label) {
                    i = takeBestValue(items, i, label->dimension);
                    label = nullptr;
                } else {
                    loose(item);
                }
                break;
            case Kind::Reason:
                reason(item.token.text);
                break;
            case Kind::Other:
                keep(*item.line);
                break;
            }
        }
    }

    // "Stakes (22%) 7.0": of several values behind a label on one line, the one without a percent sign or
    // brackets.
    qsizetype takeBestValue(const QList<Item>& items, qsizetype at, const QString& dimension)
    {
        qsizetype best = at;
        qsizetype end = at;
        while (end < items.size() && !items[end].words && items[end].line == items[at].line &&
               (items[end].token.kind == Kind::Value || items[end].token.kind == Kind::Other)) {
            const auto rank = [](const ScoreToken& token) {
                return (token.kind == Kind::Value) * 4 + !token.bracketed * 2 +
                       !token.value.text.endsWith(u'%');
            };
            if (rank(items[end].token) > rank(items[best].token))
                best = end;
            ++end;
        }
        if (end - at > 1)
            keep(*items[at].line);
        set(dimension, items[best].token.value, *items[best].line, true);
        return end - 1;
    }

    void resolveValuesFirst(const QList<Item>& items)
    {
        const Item* value = nullptr;
        for (const Item& item : items) {
            if (item.words) {
                reason(item.line->line.text);
            } else if (item.token.kind == Kind::Value) {
                if (value)
                    loose(*value);
                value = &item;
            } else if (item.token.kind == Kind::Label) {
                if (value)
                    set(item.token.dimension, value->token.value, *value->line, true);
                value = nullptr;
            } else if (item.token.kind == Kind::Reason) {
                reason(item.token.text);
            } else {
                keep(*item.line);
            }
        }
        if (value)
            loose(*value);
    }

    // A value that no label claims is the card's overall, where that is not known yet.
    void loose(const Item& item)
    {
        if (!m_out.card.statedImpact && item.token.value.kind == Score::Kind::Value)
            set({}, item.token.value, *item.line, false);
        else
            keep(*item.line);
    }

    void set(const QString& dimension, WrittenValue value, const BriefLine& line, bool maySay)
    {
        m_last.clear();
        if (m_hundred && value.outOf == 0 && value.kind == Score::Kind::Value && value.number >= 0 &&
            value.number <= 100) {
            value.number /= 10;
            value.outOf = 100;
            value.fault = WrittenValue::Fault::None;
        }
        if (value.fault != WrittenValue::Fault::None) {
            problem(line, value.fault == WrittenValue::Fault::OutOfRange
                              ? tr("%1 is outside 0 to 10 for %2; it was kept as text")
                                    .arg(quoted(value.text), shown(dimension))
                              : tr("%1 is no value for %2; it was kept as text")
                                    .arg(quoted(value.text), shown(dimension)));
            keep(line, dimension, value.text);
            return;
        }
        // What was written in another scale or form stays readable beside the number made of it.
        if (value.outOf != 0 && value.outOf != 10)
            keep(line, dimension, value.text);
        if (dimension.isEmpty()) {
            setOverall(value, line);
            return;
        }
        ScoreCell& cell = m_out.card.cells[dimension];
        if (m_set.contains(dimension) && cell.value != value.score()) {
            problem(line, tr("%1 is given a second time, as %2; the first was kept")
                              .arg(shown(dimension), quoted(value.text)));
            keep(line, dimension, value.text);
            return;
        }
        if (value.isFiner()) {
            problem(line, tr("%1 is rounded to %2 for %3, since cards are set in tenths")
                              .arg(quoted(value.text), value.score().toText(), shown(dimension)));
            keep(line, dimension, value.text);
        }
        cell.value = value.score();
        m_set.insert(dimension);
        if (maySay)
            m_last = dimension;
    }

    void setOverall(const WrittenValue& value, const BriefLine& line)
    {
        if (value.kind != Score::Kind::Value)
            return;
        if (m_out.card.statedImpact && *m_out.card.statedImpact != value.number) {
            problem(
                line,
                tr("The impact is given a second time, as %1; the first was kept").arg(quoted(value.text)));
            keep(line, {}, value.text);
            return;
        }
        m_out.card.statedImpact = value.number;
    }

    void reason(const QString& text)
    {
        if (m_last.isEmpty()) {
            m_out.leftovers.append(text);
            return;
        }
        QString& rationale = m_out.card.cells[m_last].rationale;
        rationale += rationale.isEmpty() ? text : u'\n' + text;
    }

    void unreadable(const QString& dimension, const QString& words, const BriefLine& line)
    {
        problem(line, tr("%1 is no value for %2; it was kept as text").arg(quoted(words), shown(dimension)));
        keep(line, dimension, words);
        m_last.clear();
    }

    void vector(const BriefLine& line)
    {
        const auto read = parseVector(line.line.text, m_methods);
        if (!read) {
            problem(line, read.error().message);
            keep(line);
            return;
        }
        m_out.card.methodKey = read->methodKey;
        m_out.card.methodVersion = read->methodVersion;
        for (auto cell = read->cells.begin(); cell != read->cells.end(); ++cell)
            if (!m_set.contains(cell.key())) {
                m_out.card.cells[cell.key()] = *cell;
                m_set.insert(cell.key());
            }
    }

    void keep(const BriefLine& line) { keepText(line.line.text.simplified()); }

    // A value alone on its line is kept with the label it belonged to.
    void keep(const BriefLine& line, const QString& dimension, const QString& text)
    {
        const bool alone = line.line.text.size() <= text.size() + 1;
        keepText(alone ? shown(dimension) + u": "_s + text : line.line.text.simplified());
    }

    void keepText(const QString& text)
    {
        if (!m_out.leftovers.contains(text))
            m_out.leftovers.append(text);
    }

    void problem(const BriefLine& line, const QString& what)
    {
        m_out.problems.append({tr("line %1").arg(line.line.number), what});
    }

    QString shown(const QString& dimension) const
    {
        return dimension.isEmpty() ? tr("Impact") : m_labels.shown(dimension);
    }

    static QString quoted(const QString& text) { return u'“' + text + u'”'; }

    static constexpr qsizetype longestValue = 40;

    const QList<BriefLine>& m_lines;
    const Labels& m_labels;
    const QList<Method>& m_methods;
    WrittenCard m_out;
    QSet<QString> m_set;
    QString m_last; ///< the dimension that a reason would belong to
    bool m_hundred = false;
};

} // namespace

WrittenCard readCard(const QList<BriefLine>& lines, const Labels& labels, const QList<Method>& methods)
{
    return CardReader(lines, labels, methods).run();
}

QStringList namedDimensions(const BriefLine& line)
{
    QStringList names;
    if (line.part == Part::BadScore && line.bad.unknown.isEmpty())
        names.append(line.bad.dimension);
    for (const ScoreToken& token : line.tokens)
        if (token.kind == Kind::Label)
            names.append(token.dimension);
    return names;
}

} // namespace Scoredesk
