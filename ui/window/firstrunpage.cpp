// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firstrunpage.h"

#include <QCommandLinkButton>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"firstRun"_s);
    auto* title = new QLabel(tr("An empty desk"), this);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.8);
    big.setBold(true);
    title->setFont(big);
    auto* lead = new QLabel(tr("Stories come in by one of these doors. Nothing is sent anywhere: a desk is "
                               "one file on this computer."),
                            this);
    lead->setWordWrap(true);

    const auto door = [this](const char* name, const QString& text, const QString& more) {
        auto* button = new QCommandLinkButton(text, more, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleDescription(more);
        button->setIcon(QIcon());
        button->setFlat(false); // a door looks like one before the mouse is over it
        button->setMinimumWidth(320);
        return button;
    };
    auto* sample = door("doorSample", tr("Open the sample desk"),
                        tr("A dozen scored stories to look around in. One Undo takes them out again."));
    auto* paste =
        door("doorPaste", tr("Paste a story or a link"),
             tr("Ctrl+V anywhere in the window: a brief copied from a page, plain text, or links."));
    auto* opml = door("doorOpml", tr("Import your feeds (OPML)"),
                      tr("The list that another reader exports, with its folders."));
    auto* starter = door("doorStarter", tr("Start with a pack of feeds"),
                         tr("Feeds that a technology news desk reads; you tick which."));
    auto* file = door("doorFile", tr("Import files"),
                      tr("Text, JSON, or a brief's PDF. Dropping them on the window works too."));

    auto* doors = new QGridLayout;
    doors->setSpacing(8);
    doors->addWidget(sample, 0, 0);
    doors->addWidget(paste, 0, 1);
    doors->addWidget(opml, 1, 0);
    doors->addWidget(starter, 1, 1);
    doors->addWidget(file, 2, 0);

    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(lead);
    column->addSpacing(8);
    column->addLayout(doors);
    auto* centre = new QGridLayout(this);
    centre->setRowStretch(0, 2);
    centre->setRowStretch(2, 3);
    centre->setColumnStretch(0, 1);
    centre->setColumnStretch(2, 1);
    centre->addLayout(column, 1, 1);

    connect(sample, &QCommandLinkButton::clicked, this, &FirstRunPage::sampleDeskRequested);
    connect(paste, &QCommandLinkButton::clicked, this, &FirstRunPage::pasteRequested);
    connect(opml, &QCommandLinkButton::clicked, this, &FirstRunPage::opmlRequested);
    connect(starter, &QCommandLinkButton::clicked, this, &FirstRunPage::starterPackRequested);
    connect(file, &QCommandLinkButton::clicked, this, &FirstRunPage::importRequested);
}

} // namespace Scoredesk
