// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/searchfield.h"

#include "storage/search/queryfields.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int mostOffered = 40;

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent), m_offers(new QStringListModel(this)), m_completer(new QCompleter(m_offers, this))
{
    setObjectName(u"search"_s);
    setPlaceholderText(tr("Search this view  ( / )"));
    setAccessibleName(tr("Search"));
    setToolTip(tr("Words, “phrases”, prefix*, -not, OR, (…), impact>=7, trust:high, outlet:reuters, tag:gpu, "
                  "category:AI, after:-7d, unscored …"));
    setClearButtonEnabled(true);
    // The list is what offersFor() gives: the completer must not pick again.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &SearchField::complete);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
}

/// First letter and end of the term that the cursor is in.
std::pair<int, int> SearchField::current() const
{
    const QString all = text();
    bool isQuoted = false;
    int start = 0;
    const int cursor = cursorPosition();
    for (int i = 0; i < cursor; ++i) {
        isQuoted = isQuoted != (all.at(i) == u'"');
        if (!isQuoted && (all.at(i).isSpace() || all.at(i) == u'(' || all.at(i) == u')'))
            start = i + 1;
    }
    if (start < cursor && all.at(start) == u'-')
        ++start;
    return {start, cursor};
}

QStringList SearchField::offersFor(const QString& term) const
{
    QStringList offers;
    const qsizetype colon = term.indexOf(u':');
    if (colon < 0) {
        const auto add = [&](const QString& name, const QString& sign) {
            if (!term.isEmpty() && name.startsWith(term, Qt::CaseInsensitive))
                offers.append(name + sign);
        };
        for (const QueryFieldName& field : queryFieldNames())
            add(field.name, field.takes == QueryFieldName::Takes::Number ? u">="_s : u":"_s);
        for (const QString& dimension : m_dimensions)
            if (!queryFieldNamed(dimension))
                add(dimension, u">="_s);
        add(u"unscored"_s, {});
        return offers;
    }
    const QString name = term.left(colon).toLower();
    QString begun = term.mid(colon + 1);
    begun.remove(u'"');
    const QueryFieldName* field = queryFieldNamed(name);
    QStringList values;
    if (field && field->takes == QueryFieldName::Takes::Date)
        values = {u"today"_s, u"yesterday"_s, u"-7d"_s, u"-24h"_s};
    else if (field && !field->choices.isEmpty())
        values = field->choices;
    else if (field && m_values) {
        if (m_askedField != name) { // not at every key: the desk may have very many
            m_askedField = name;
            m_askedValues = m_values(name);
        }
        values = m_askedValues;
    }
    for (const QString& value : values) {
        if (!value.startsWith(begun, Qt::CaseInsensitive) || value == begun || value.contains(u'"'))
            continue;
        const bool isPlain = std::none_of(value.begin(), value.end(), [](QChar c) {
            return c.isSpace() || c == u'(' || c == u')' || c == u'*';
        });
        offers.append(name + u':' + (isPlain ? value : u'"' + value + u'"'));
        if (offers.size() == mostOffered)
            break;
    }
    return offers;
}

void SearchField::offer()
{
    const auto [start, end] = current();
    const QStringList offers = offersFor(text().mid(start, end - start));
    m_offers->setStringList(offers);
    if (offers.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SearchField::complete(const QString& term)
{
    const auto [start, end] = current();
    const bool isWhole = !term.endsWith(u':') && !term.endsWith(u'=');
    const QString put = isWhole ? term + u' ' : term;
    setSelection(start, end - start);
    insert(put);
    if (!isWhole)
        offer(); // now its values
}

/// Tab takes the first offer; else it would lead to the next field before keyPressEvent() saw it.
bool SearchField::event(QEvent* event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Tab ||
        !m_completer->popup()->isVisible())
        return QLineEdit::event(event);
    const QModelIndex chosen = m_completer->popup()->currentIndex();
    m_completer->popup()->hide();
    complete((chosen.isValid() ? chosen : m_offers->index(0)).data().toString());
    event->accept();
    return true;
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Escape: // the offers go, the search stays
            m_completer->popup()->hide();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_completer->popup()->currentIndex().isValid()) {
                event->ignore(); // the list's own
                return;
            }
            m_completer->popup()->hide();
            break;
        default:
            break;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_askedField.clear();
    QLineEdit::focusInEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace Scoredesk
