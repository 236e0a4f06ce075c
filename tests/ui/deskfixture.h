// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"
#include "tests/support/samples.h"
#include "ui/desk/desk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Scoredesk::Test {

/// A desk file of a test's own, worked at by the analyst "Ada".
class DeskFixture {
public:
    DeskFixture()
    {
        auto opened = Store::open(m_dir.filePath(QStringLiteral("desk.sqlite")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        m_desk = std::make_unique<Desk>(*m_store, QStringLiteral("Ada"));
        QObject::connect(m_desk.get(), &Desk::failed, m_desk.get(),
                         [](const Error& error) { qWarning("%s", qPrintable(error.message)); });
    }

    Store& store() { return *m_store; }
    Desk& desk() { return *m_desk; }

    StoryId add(const Dossier& dossier)
    {
        const auto ids = m_store->addStories({dossier}, {QStringLiteral("Ada"), 0});
        return ids ? ids->value(0, noStory) : noStory;
    }
    /// Adds it and makes it the current story.
    StoryId open(const Dossier& dossier)
    {
        const StoryId id = add(dossier);
        m_desk->setCurrent(id);
        return id;
    }

    /// As the file holds it, not as the desk remembers it.
    Dossier stored() const
    {
        const auto dossier = m_store->dossier(m_desk->current());
        return dossier ? *dossier : Dossier();
    }
    Score score(const QString& dimension) const
    {
        return stored().cardOf(QStringLiteral("Ada")).value(dimension);
    }
    int steps() const { return m_desk->undoStack().index(); }
    void undo() { m_desk->undoStack().undo(); }
    void redo() { m_desk->undoStack().redo(); }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
};

/// Shows a window and gives it the focus, as tests that type need it.
inline bool showActive(QWidget& window)
{
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

/// A turn of the wheel over a widget's middle, in notches; true where it was taken.
inline bool turnWheel(QWidget* widget, int notches)
{
    const QPointF at = widget->rect().center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    event.ignore();
    QCoreApplication::sendEvent(widget, &event);
    return event.isAccepted();
}

} // namespace Scoredesk::Test
