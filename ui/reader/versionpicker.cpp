// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/versionpicker.h"

#include "ui/widgets/timetext.h"

#include <QActionGroup>
#include <QMenu>

namespace Scoredesk {

VersionPicker::VersionPicker(QWidget* parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    menu()->setToolTipsVisible(true);
    setToolTip(tr("How the article read before, and what changed since"));
    hide();
}

void VersionPicker::setVersions(const QList<ArticleVersion>& versions)
{
    m_versions = versions;
    menu()->clear();
    delete m_group;
    m_group = new QActionGroup(this);
    const auto add = [this](const QString& text, int index) {
        QAction* action = m_group->addAction(text);
        action->setCheckable(true);
        action->setChecked(index < 0);
        action->setData(index);
        menu()->addAction(action);
        return action;
    };
    add(tr("As it reads now"), -1);
    menu()->addSeparator();
    for (int i = 0; i < m_versions.size(); ++i)
        add(tr("As it read until %1").arg(localTimeText(m_versions[i].replacedAt)), i)
            ->setToolTip(utcTimeText(m_versions[i].replacedAt));
    connect(m_group, &QActionGroup::triggered, this, &VersionPicker::chosenChanged);
    setText(tr("Changed %n times", nullptr, int(m_versions.size())));
    setVisible(!m_versions.isEmpty());
}

const ArticleVersion* VersionPicker::chosen() const
{
    const QAction* action = m_group ? m_group->checkedAction() : nullptr;
    const int index = action ? action->data().toInt() : -1;
    return index >= 0 && index < m_versions.size() ? &m_versions[index] : nullptr;
}

void VersionPicker::chooseNow()
{
    if (!chosen())
        return;
    m_group->actions().first()->setChecked(true);
    Q_EMIT chosenChanged();
}

} // namespace Scoredesk
