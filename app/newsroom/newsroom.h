// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QObject>

#include <memory>

class QMimeData;

namespace Scoredesk {

class Desk;
class FeedLists;
class MainWindow;
class OutletTables;
class Refreshing;
class Store;
struct ImportPlan;
struct IntakeContext;

/// The composition root of the windowed program: opens the desk, makes the window, and connects what the
/// window asks for to what does it.
class Newsroom : public QObject {
    Q_OBJECT

public:
    /// Opens (or makes) the desk at `deskPath` and shows its window. Errors as Store::open().
    [[nodiscard]] static Result<std::unique_ptr<Newsroom>> open(const QString& deskPath);
    ~Newsroom() override;

    MainWindow& window() { return *m_window; }

private:
    explicit Newsroom(std::unique_ptr<Store> store);

    void connectRequests();
    void readFeeds();
    IntakeContext intakeContext() const;
    void importFiles(const QStringList& paths);
    void importData(const QMimeData* data);
    void importSampleDesk();
    void exportDesk(const QString& path);
    void backup(const QString& path);
    void tellHowItOpened();
    template<typename Plan>
    void planAside(Plan plan);
    void preview(const Result<ImportPlan>& plan);

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Refreshing> m_refreshing;
    std::unique_ptr<FeedLists> m_feedLists;
    std::unique_ptr<OutletTables> m_outletTables;
};

} // namespace Scoredesk
