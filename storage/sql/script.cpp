// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/script.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// Walks a script token by token, enough of SQL to tell where a statement ends.
class Splitter {
public:
    explicit Splitter(const QString& script) : m_script(script) {}

    QStringList split()
    {
        while (m_at < m_script.size())
            step();
        finish();
        return m_statements;
    }

private:
    void step()
    {
        const QChar c = m_script.at(m_at);
        if (m_script.mid(m_at, 2) == "--"_L1)
            skipTo(m_script.indexOf(u'\n', m_at));
        else if (m_script.mid(m_at, 2) == "/*"_L1)
            skipTo(m_script.indexOf("*/"_L1, m_at + 2), 2);
        else if (c == u'\'' || c == u'"' || c == u'`')
            quoted(c);
        else if (c == u'[')
            quoted(u']');
        else if (c == u';')
            semicolon();
        else if (c.isLetter() || c == u'_')
            word();
        else {
            if (!c.isSpace())
                m_afterSemicolon = m_afterEnd = false;
            m_statement += c;
            ++m_at;
        }
    }

    void skipTo(qsizetype found, int length = 0)
    {
        m_statement += u' ';
        m_at = found < 0 ? m_script.size() : found + length;
    }

    void quoted(QChar close)
    {
        const qsizetype end = m_script.indexOf(close, m_at + 1); // a doubled quote reads as two strings
        const qsizetype next = end < 0 ? m_script.size() : end + 1;
        m_statement += QStringView(m_script).mid(m_at, next - m_at);
        m_at = next;
        m_afterSemicolon = m_afterEnd = false;
    }

    void word()
    {
        const qsizetype start = m_at;
        while (m_at < m_script.size() && (m_script.at(m_at).isLetterOrNumber() || m_script.at(m_at) == u'_'))
            ++m_at;
        const QStringView found = QStringView(m_script).mid(start, m_at - start);
        const auto is = [found](QStringView keyword) {
            return found.compare(keyword, Qt::CaseInsensitive) == 0;
        };
        ++m_words;
        if (m_words == 1)
            m_creates = is(u"CREATE");
        else if (m_creates && m_words <= 3 && is(u"TRIGGER"))
            m_trigger = true;
        // A trigger ends with "; END;"; the END of a CASE never follows a semicolon.
        m_afterEnd = m_afterSemicolon && is(u"END");
        m_afterSemicolon = false;
        m_statement += found;
    }

    void semicolon()
    {
        ++m_at;
        if (m_trigger && !m_afterEnd) {
            m_statement += u';';
            m_afterSemicolon = true;
            return;
        }
        finish();
    }

    void finish()
    {
        const QString statement = m_statement.trimmed();
        if (!statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
        m_words = 0;
        m_creates = m_trigger = m_afterSemicolon = m_afterEnd = false;
    }

    QString m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QStringList m_statements;
    int m_words = 0;
    bool m_creates = false;
    bool m_trigger = false;
    bool m_afterSemicolon = false;
    bool m_afterEnd = false;
};

} // namespace

QStringList splitScript(const QString& script)
{
    return Splitter(script).split();
}

bool runScript(Connection& connection, const QString& script)
{
    const QStringList statements = splitScript(script);
    for (const QString& statement : statements)
        if (!Statement(connection, statement).run())
            return false;
    return true;
}

} // namespace Scoredesk
