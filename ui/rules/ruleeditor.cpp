// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/ruleeditor.h"

#include "ui/editor/categorybox.h"
#include "ui/editor/commalist.h"
#include "ui/editor/tagfield.h"
#include "ui/rules/ruledrafts.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static ToneLabel* faultLabel(const QString& name, QWidget* parent)
{
    auto* label = new ToneLabel(ToneLabel::Rank::Small, parent);
    label->setObjectName(name);
    label->setWrapping();
    label->setTone([](const QPalette& palette) { return severityTone(Severity::Blocker, palette); });
    return label;
}

RuleEditor::RuleEditor(QWidget* parent)
    : QWidget(parent),
      m_name(new LineField(this)),
      m_query(new LineField(this)),
      m_queryFault(faultLabel(u"ruleQueryFault"_s, this)),
      m_tags(new TagField(this)),
      m_category(new CategoryBox(this)),
      m_act(new QComboBox(this)),
      m_reason(new LineField(this)),
      m_deedsFault(faultLabel(u"ruleDeedsFault"_s, this))
{
    setObjectName(u"ruleEditor"_s);
    m_name->setObjectName(u"ruleName"_s);
    m_name->setMaxLength(100);
    m_name->setPlaceholderText(tr("As histories and reasons name it; the query unless given"));
    m_query->setObjectName(u"ruleQuery"_s);
    m_query->setMaxLength(4000);
    m_query->setPlaceholderText(tr("quantum -hype outlet:nature OR title:\"export controls\""));
    m_tags->setObjectName(u"ruleTags"_s);
    m_tags->setPlaceholderText(tr("Added to those it has; commas between them"));
    m_category->setObjectName(u"ruleCategory"_s);
    m_category->line()->setPlaceholderText(tr("Where it has none"));
    m_act->setObjectName(u"ruleAct"_s);
    m_act->addItem(tr("Leave it in Incoming"), int(Rule::Act::Nothing));
    m_act->addItem(tr("Shortlist it"), int(Rule::Act::Shortlist));
    m_act->addItem(tr("Spike it"), int(Rule::Act::Spike));
    m_reason->setObjectName(u"ruleReason"_s);
    m_reason->setMaxLength(200);
    m_reason->setAccessibleName(tr("Reason for spiking"));
    m_reason->setPlaceholderText(tr("Why; the rule's name unless given"));
    auto* hint = new ToneLabel(
        ToneLabel::Rank::Small,
        tr("Words beside each other must all be in title or summary. \"In one piece\", chip* starts so, "
           "-not, "
           "OR between alternatives. title: summary: outlet: feed: category: tag: look there alone; "
           "category:\"\" has none."),
        this);
    hint->setWrapping();

    auto* acts = new QHBoxLayout;
    acts->addWidget(m_act);
    acts->addWidget(m_reason, 1);
    auto* grid = new QGridLayout(this); // gives broken lines the height that they need, as a form does not
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const auto addRow = [this, grid](const QString& text, QWidget* field) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        grid->addWidget(label, grid->rowCount(), 0);
        return grid->rowCount() - 1;
    };
    grid->addWidget(m_name, addRow(tr("&Name"), m_name), 1);
    grid->addWidget(m_query, addRow(tr("&If a story fits"), m_query), 1);
    grid->addWidget(m_queryFault, grid->rowCount(), 1);
    grid->addWidget(hint, grid->rowCount(), 1);
    grid->addWidget(m_tags, addRow(tr("Then ta&g it"), m_tags), 1);
    grid->addWidget(m_category, addRow(tr("Categ&orise it"), m_category), 1);
    grid->addLayout(acts, addRow(tr("And t&hen"), m_act), 1);
    grid->addWidget(m_deedsFault, grid->rowCount(), 1);
    hint->setAlignment(Qt::AlignTop);
    connectFields();
    showNothing();
}

void RuleEditor::connectFields()
{
    for (LineField* field : {m_name, m_query, static_cast<LineField*>(m_tags), m_reason}) {
        connect(field, &LineField::textEdited, this, &RuleEditor::judge);
        connect(field, &LineField::left, this, &RuleEditor::finished);
        connect(field, &LineField::returnPressed, this, &RuleEditor::finished);
        field->installEventFilter(this);
    }
    m_category->line()->installEventFilter(this);
    connect(m_category->line(), &LineField::textEdited, this, &RuleEditor::judge);
    connect(m_category, &CategoryBox::chosen, this, &RuleEditor::finished);
    connect(m_act, &QComboBox::activated, this, [this] {
        judge();
        Q_EMIT finished();
    });
}

/// What is being typed is finished before a key of the window undoes: it is then what is undone.
bool RuleEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            Q_EMIT finished();
    }
    return QWidget::eventFilter(watched, event);
}

void RuleEditor::showRule(const Rule& rule, const QStringList& categories)
{
    m_rule = rule;
    m_name->showText(rule.name);
    m_query->showText(rule.query);
    m_tags->showText(commaText(rule.tags));
    m_category->showCategory(rule.category, categories);
    m_category->line()->showText(rule.category); // also over what is being typed
    m_act->setCurrentIndex(m_act->findData(int(rule.act)));
    m_reason->showText(rule.spikeReason);
    setEnabled(true);
    judge();
}

void RuleEditor::showNothing()
{
    showRule(Rule(), {});
    setEnabled(false);
    m_queryFault->hide();
    m_deedsFault->hide();
}

void RuleEditor::setKnownTags(const QStringList& tags)
{
    m_tags->setKnown(tags);
}

Rule RuleEditor::rule() const
{
    Rule rule = m_rule;
    rule.name = m_name->text().simplified();
    rule.query = m_query->text().simplified();
    rule.tags = m_tags->tags();
    rule.category = m_category->line()->text().simplified();
    rule.act = Rule::Act(m_act->currentData().toInt());
    rule.spikeReason = rule.act == Rule::Act::Spike ? m_reason->text().simplified() : QString();
    return rule;
}

void RuleEditor::focusQuery()
{
    m_query->setFocus(Qt::OtherFocusReason);
}

void RuleEditor::judge()
{
    const Rule written = rule();
    m_queryFault->setText(RuleDrafts::queryFault(written.query));
    m_queryFault->setVisible(!m_queryFault->text().isEmpty());
    m_query->setAccessibleDescription(m_queryFault->text()); // the fault is heard where it is typed
    m_deedsFault->setText(RuleDrafts::deedsFault(written));
    m_deedsFault->setVisible(!m_deedsFault->text().isEmpty());
    m_reason->setVisible(written.act == Rule::Act::Spike);
}

} // namespace Scoredesk
