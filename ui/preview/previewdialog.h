// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/brief/exporter.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace Scoredesk {

class ExportJob;
class NoticeBar;
class PagesView;

/// Shows what an export will hold, and saves exactly that.
///
/// The pages are rendered from the bytes that Save writes. Whether a story may leave the desk is the caller's
/// business, and so is keeping the record that exported() carries.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks for a file, beginning at `suggested` (a whole path); calls `chosen` with a path, or never.
    using FileChooser = std::function<void(const QString& suggested, const QString& filter,
                                           const std::function<void(const QString&)>& chosen)>;

    PreviewDialog(const QList<Dossier>& dossiers, const BriefOptions& options, QWidget* parent = nullptr);
    ~PreviewDialog() override;

    void setFormat(BriefFormat format);
    BriefFormat format() const;
    /// The folder that saving begins in; the user's documents unless set.
    void setFolder(const QString& folder) { m_folder = folder; }
    /// A sentence above the pages, which stays until it is closed.
    void tell(const QString& sentence);
    /// Replaces the file dialog, for tests.
    void setFileChooser(const FileChooser& chooser) { m_chooseFile = chooser; }
    /// What is shown and would be saved; empty while it is being made.
    const QByteArray& bytes() const { return m_bytes; }

Q_SIGNALS:
    /// The file is written. The record lacks what differs by story: vector and impact.
    void exported(const Scoredesk::ExportRecord& record);
    /// What is shown is up to date.
    void previewed();

private:
    QWidget* makeChoices();
    QWidget* makeStatus();
    void render();
    void onRendered(const QByteArray& bytes);
    void onFailed(const Error& error);
    void showBusy(bool busy);
    void save();
    void saveTo(const QString& path);
    void chooseWithDialog(const QString& suggested, const QString& filter,
                          const std::function<void(const QString&)>& chosen);
    void setZoomIndex(int index);

    QList<Dossier> m_dossiers;
    BriefOptions m_options;
    QByteArray m_bytes;
    QString m_folder;
    FileChooser m_chooseFile;
    ExportJob* m_job;
    QTimer m_typing;
    bool m_saveWhenMade = false; ///< saving was asked for before there was anything to save

    QComboBox* m_format;
    QComboBox* m_paper;
    QComboBox* m_marking;
    QLineEdit* m_title;
    NoticeBar* m_notice;
    QStackedWidget* m_views;
    PagesView* m_pages;
    QPlainTextEdit* m_text;
    QSpinBox* m_page;
    QLabel* m_pageCount;
    QComboBox* m_zoom;
    QWidget* m_pageControls;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace Scoredesk
