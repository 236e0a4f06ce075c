// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QObject>

#include <memory>

class QMimeData;

namespace Scoredesk {

class ArrivalNotices;
class DailyBackups;
class Desk;
class FeedAdding;
class FeedLists;
class LinkIntake;
class MainWindow;
class OutletTables;
class Retaining;
class Refreshing;
class RuleTrials;
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
    /// Closes the composition, puts the backup in its desk's place and opens anew on the same path. Where the
    /// backup cannot be restored, what opens is the desk as it was; the new window tells which. Errors as
    /// open().
    [[nodiscard]] static Result<std::unique_ptr<Newsroom>> reopenRestored(std::unique_ptr<Newsroom> newsroom,
                                                                          const QString& backup);
    ~Newsroom() override;

    MainWindow& window() { return *m_window; }
    Refreshing& refreshing() { return *m_refreshing; }
    DailyBackups& dailyBackups() { return *m_dailyBackups; }
    Retaining& retaining() { return *m_retaining; }

Q_SIGNALS:
    /// The analyst wants this backup in the desk's place, and it is fit for it: end this composition by
    /// reopenRestored(), not within the signal.
    void restoreReady(const QString& backup);

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
    void checkBackup(const QString& path);
    void tellHowItOpened();
    template<typename Plan>
    void planAside(Plan plan);
    void preview(const Result<ImportPlan>& plan);

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Refreshing> m_refreshing;
    std::unique_ptr<ArrivalNotices> m_arrivalNotices;
    std::unique_ptr<FeedLists> m_feedLists;
    std::unique_ptr<LinkIntake> m_links;
    std::unique_ptr<FeedAdding> m_feedAdding;
    std::unique_ptr<RuleTrials> m_ruleTrials;
    std::unique_ptr<OutletTables> m_outletTables;
    std::unique_ptr<DailyBackups> m_dailyBackups;
    std::unique_ptr<Retaining> m_retaining;
};

} // namespace Scoredesk
