// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewdialog.h"

#include "ui/brief/briefbuilder.h"
#include "ui/preview/exportjob.h"
#include "ui/preview/pagesview.h"
#include "ui/widgets/noticebar.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 350; ///< milliseconds after which a typed title is shown

template<typename Value>
void addChoice(QComboBox* box, const QString& text, Value value)
{
    box->addItem(text, int(value));
}

template<typename Value>
Value chosen(const QComboBox* box)
{
    return Value(box->currentData().toInt());
}

/// A combo box with its label, which names it for the keyboard and for screen readers.
QComboBox* addBox(QHBoxLayout* row, const QString& label, const QString& name)
{
    auto* text = new QLabel(label);
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    text->setBuddy(box);
    row->addWidget(text);
    row->addWidget(box);
    return box;
}

} // namespace

PreviewDialog::PreviewDialog(const QList<Dossier>& dossiers, const BriefOptions& options, QWidget* parent)
    : QDialog(parent),
      m_dossiers(dossiers),
      m_options(options),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)),
      m_job(new ExportJob(this))
{
    setObjectName(u"previewDialog"_s);
    setWindowTitle(dossiers.size() == 1 ? tr("Export a brief")
                                        : tr("Export a digest of %n stories", nullptr, int(dossiers.size())));
    if (!m_options.date.isValid())
        m_options.date = QDateTime::currentDateTimeUtc();
    m_chooseFile = [this](const QString& suggested, const QString& filter,
                          const std::function<void(const QString&)>& use) {
        chooseWithDialog(suggested, filter, use);
    };

    m_pages = new PagesView;
    m_pages->setObjectName(u"exportPages"_s);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"exportText"_s);
    m_text->setAccessibleName(tr("Text of the file"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_views = new QStackedWidget;
    m_views->addWidget(m_pages);
    m_views->addWidget(m_text);
    m_notice = new NoticeBar;
    m_notice->setObjectName(u"exportNotice"_s);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeChoices());
    layout->addWidget(m_notice);
    layout->addWidget(m_views, 1);
    layout->addWidget(makeStatus());

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PreviewDialog::render);
    connect(m_job, &ExportJob::rendered, this, &PreviewDialog::onRendered);
    connect(m_job, &ExportJob::failed, this, &PreviewDialog::onFailed);
    connect(m_job, &ExportJob::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    const QSize room = screen()->availableSize() - QSize(80, 100); // the frame and a panel need some, too
    resize(QSize(860, 900).boundedTo(room));
    m_pages->setFocus();
    render();
}

PreviewDialog::~PreviewDialog() = default;

void PreviewDialog::tell(const QString& sentence)
{
    m_notice->showWarning(sentence);
}

QWidget* PreviewDialog::makeChoices()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    m_format = addBox(row, tr("&Format:"), u"exportFormat"_s);
    addChoice(m_format, tr("PDF"), BriefFormat::Pdf);
    addChoice(m_format, tr("HTML"), BriefFormat::Html);
    addChoice(m_format, tr("Markdown"), BriefFormat::Markdown);
    addChoice(m_format, tr("JSON"), BriefFormat::Json);
    addChoice(m_format, tr("CSV"), BriefFormat::Csv);
    m_paper = addBox(row, tr("Pa&per:"), u"exportPaper"_s);
    addChoice(m_paper, tr("A4"), Paper::A4);
    addChoice(m_paper, tr("Letter"), Paper::Letter);
    m_paper->setCurrentIndex(m_paper->findData(int(m_options.paper)));
    m_marking = addBox(row, tr("&Marking:"), u"exportMarking"_s);
    addChoice(m_marking, tr("None"), TlpMarking::None);
    for (const TlpMarking marking :
         {TlpMarking::Clear, TlpMarking::Green, TlpMarking::Amber, TlpMarking::AmberStrict, TlpMarking::Red})
        addChoice(m_marking, tlpText(marking), marking);
    m_marking->setCurrentIndex(m_marking->findData(int(m_options.marking)));

    auto* titleLabel = new QLabel(tr("&Title:"));
    m_title = new QLineEdit(m_options.digestTitle);
    m_title->setObjectName(u"exportTitle"_s);
    m_title->setAccessibleName(tr("Title of the digest"));
    m_title->setPlaceholderText(digestTitle({}));
    titleLabel->setBuddy(m_title);
    titleLabel->setVisible(m_dossiers.size() > 1);
    m_title->setVisible(m_dossiers.size() > 1);
    row->addWidget(titleLabel);
    row->addWidget(m_title, 1);
    row->addStretch();

    for (QComboBox* box : {m_format, m_paper, m_marking})
        connect(box, &QComboBox::currentIndexChanged, this, &PreviewDialog::render);
    connect(m_title, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    return bar;
}

QWidget* PreviewDialog::makeStatus()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins({});

    m_pageControls = new QWidget;
    auto* controls = new QHBoxLayout(m_pageControls);
    controls->setContentsMargins({});
    auto* pageLabel = new QLabel(tr("Pa&ge:"));
    m_page = new QSpinBox;
    m_page->setObjectName(u"exportPage"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setKeyboardTracking(false);
    pageLabel->setBuddy(m_page);
    m_pageCount = new QLabel;
    controls->addWidget(pageLabel);
    controls->addWidget(m_page);
    controls->addWidget(m_pageCount);
    m_zoom = addBox(controls, tr("&Zoom:"), u"exportZoom"_s);
    m_zoom->addItem(tr("Fit width"), 0.0);
    for (const int percent : {50, 75, 100, 125, 150, 200, 300})
        m_zoom->addItem(tr("%1 %").arg(percent), percent / 100.0);
    row->addWidget(m_pageControls);

    m_progress = new QProgressBar;
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setMaximumWidth(220);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"exportCancel"_s);
    m_cancel->setAutoDefault(false);
    row->addStretch();
    row->addWidget(m_progress);
    row->addWidget(m_cancel);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(u"exportSave"_s);
    m_save->setDefault(true);
    row->addWidget(buttons);

    connect(m_pages, &PagesView::opened, this, [this](int pages) {
        m_page->setRange(1, qMax(1, pages));
        m_pageCount->setText(tr("of %1").arg(pages));
        Q_EMIT previewed();
    });
    connect(m_pages, &PagesView::currentPageChanged, this, [this](int page) {
        const QSignalBlocker blocker(m_page);
        m_page->setValue(page + 1);
    });
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_pages->goToPage(page - 1); });
    connect(m_zoom, &QComboBox::currentIndexChanged, this,
            [this] { m_pages->setZoom(m_zoom->currentData().toDouble()); });
    connect(m_pages, &PagesView::zoomStepRequested, this,
            [this](int steps) { setZoomIndex(m_zoom->currentIndex() + steps); });
    connect(new QShortcut(QKeySequence::ZoomIn, this), &QShortcut::activated, this,
            [this] { setZoomIndex(m_zoom->currentIndex() + 1); });
    connect(new QShortcut(QKeySequence::ZoomOut, this), &QShortcut::activated, this,
            [this] { setZoomIndex(m_zoom->currentIndex() - 1); });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, &PreviewDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job->isRunning())
            m_job->cancel();
        else
            render();
    });
    connect(m_save, &QPushButton::clicked, this, &PreviewDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return bar;
}

void PreviewDialog::setZoomIndex(int index)
{
    m_zoom->setCurrentIndex(qBound(0, index, m_zoom->count() - 1));
}

void PreviewDialog::setFormat(BriefFormat format)
{
    m_format->setCurrentIndex(m_format->findData(int(format)));
}

BriefFormat PreviewDialog::format() const
{
    return chosen<BriefFormat>(m_format);
}

void PreviewDialog::render()
{
    m_typing.stop();
    m_options.paper = chosen<Paper>(m_paper);
    m_options.marking = chosen<TlpMarking>(m_marking);
    m_options.digestTitle = m_title->text();
    m_bytes.clear();
    m_paper->setEnabled(format() == BriefFormat::Pdf);
    showBusy(true);
    m_job->start(m_dossiers, m_options, format());
}

void PreviewDialog::showBusy(bool busy)
{
    // A bar that comes and goes within a blink is only unrest; of one brief nobody sees the making.
    const bool told = busy && m_dossiers.size() > 5;
    m_progress->setRange(0, int(m_dossiers.size()));
    m_progress->setValue(0);
    m_progress->setVisible(told);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setVisible(told);
    m_save->setEnabled(!busy && !m_bytes.isEmpty());
    m_pageControls->setVisible(format() == BriefFormat::Pdf);
}

void PreviewDialog::onRendered(const QByteArray& bytes)
{
    m_bytes = bytes;
    showBusy(false);
    if (format() == BriefFormat::Pdf) {
        m_views->setCurrentWidget(m_pages);
        m_pages->showPdf(m_bytes);
    } else {
        m_text->setPlainText(QString::fromUtf8(m_bytes));
        m_views->setCurrentWidget(m_text);
        Q_EMIT previewed();
    }
    if (std::exchange(m_saveWhenMade, false))
        save();
}

void PreviewDialog::onFailed(const Error& error)
{
    m_bytes.clear();
    m_saveWhenMade = false;
    m_pages->clear();
    m_text->clear();
    showBusy(false);
    m_cancel->setText(tr("Start &again"));
    m_cancel->setVisible(true);
    if (error.code == ErrorCode::Cancelled)
        m_notice->showInfo(error.message);
    else
        m_notice->showError(error);
}

void PreviewDialog::save()
{
    if (m_typing.isActive()) // what was typed is to be in it
        render();
    if (m_bytes.isEmpty()) {
        m_saveWhenMade = m_job->isRunning();
        return;
    }
    const QString ending = fileEnding(format());
    const QString suggested = QDir(m_folder).filePath(suggestedFileName(m_dossiers, m_options, format()));
    const QString filter = tr("%1 files (*.%2)", "file dialog filter").arg(m_format->currentText(), ending);
    m_chooseFile(suggested, filter, [this](const QString& path) { saveTo(path); });
}

void PreviewDialog::saveTo(const QString& path)
{
    if (path.isEmpty() || m_bytes.isEmpty())
        return;
    const Result<QString> sha256 = writeExport(path, m_bytes);
    if (!sha256) {
        m_notice->showError(sha256.error());
        return;
    }
    ExportRecord record;
    record.at = QDateTime::currentDateTimeUtc();
    record.analyst = m_options.analyst;
    record.format = toText(format());
    record.path = QFileInfo(path).absoluteFilePath();
    record.sha256 = *sha256;
    m_folder = QFileInfo(path).absolutePath();
    m_notice->showInfo(tr("Saved to %1").arg(QDir::toNativeSeparators(record.path)));
    Q_EMIT exported(record);
}

void PreviewDialog::chooseWithDialog(const QString& suggested, const QString& filter,
                                     const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(this, tr("Save the export"), QFileInfo(suggested).absolutePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggested).suffix());
    dialog->selectFile(QFileInfo(suggested).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

} // namespace Scoredesk
