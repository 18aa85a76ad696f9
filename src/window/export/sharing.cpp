// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/export/sharing.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProgressDialog>
#include <new>
#include <stop_token>

#include "model/document.h"
#include "model/experiment.h"
#include "model/filename.h"
#include "model/preferences.h"
#include "output/pictures.h"
#include "output/racetable.h"
#include "output/scripts.h"
#include "output/tables.h"
#include "output/writers.h"
#include "plot/shape/drawable.h"
#include "plot/view/convergenceview.h"
#include "session/sessionfile.h"
#include "session/wording/wording.h"
#include "window/export/exportdialog.h"
#include "window/panels/views.h"
#include "window/placement.h"

namespace window {

namespace {

constexpr int thousandths = 1000;

/// A run as text that is made when somebody pastes it: copying a million rows takes no time and no
/// memory.
class RowsData : public QMimeData {
public:
    RowsData(descent::Trajectory trajectory, const output::Steps& rows,
             std::vector<std::string> variables)
        : m_trajectory(std::move(trajectory)), m_rows(rows), m_variables(std::move(variables)) {}

    QStringList formats() const override { return {QStringLiteral("text/plain")}; }
    bool hasFormat(const QString& type) const override { return formats().contains(type); }

protected:
    /// Called by whoever pastes, outside any event of ours: nothing may be thrown.
    QVariant retrieveData(const QString& type, QMetaType) const override {
        try {
            return hasFormat(type) ? output::table(m_trajectory, m_rows, '\t', m_variables)
                                   : QVariant();
        } catch (const std::bad_alloc&) {
            return {};
        }
    }

private:
    descent::Trajectory m_trajectory;
    output::Steps m_rows;
    std::vector<std::string> m_variables;
};

}  // namespace

Sharing::Sharing(model::Experiment& experiment, const Views& views,
                 const plot::ConvergenceView& convergence, const model::Document& document,
                 model::Preferences& preferences, output::Formats formats, QWidget& window)
    : QObject(&window),
      m_experiment(experiment),
      m_views(views),
      m_convergence(convergence),
      m_document(document),
      m_preferences(preferences),
      m_formats(std::move(formats)),
      m_window(window),
      m_watch(experiment, views.basins(), views.bifurcations(),
              [&views] { return views.landmarks(); }) {}

output::Options Sharing::asShown() const {
    const double resolution = m_views.devicePixelRatioF();
    output::Options options{m_views.pictureSize() * resolution, resolution, m_views.valueRange(),
                            m_experiment.player().position()};
    options.view = m_views.view();
    options.theme.digits = m_preferences.digits;
    options.equalScale = m_views.hasEqualScale();
    options.numbered = m_views.isNumbered();
    return options;
}

void Sharing::exportRun() {
    openDialog(m_preferences.exportSuffix);
    m_preferences.exportSuffix = m_dialog->suffix();
}

void Sharing::exportTable() {
    openDialog(QStringLiteral(".csv"));
}

void Sharing::exportRace() {
    openDialog(QStringLiteral(".csv"), true);
}

void Sharing::openDialog(const QString& suffix, bool ofRace) {
    if (!m_dialog) {
        m_dialog = new ExportDialog(m_formats, &m_window);
        connect(m_dialog, &ExportDialog::wanted, this, &Sharing::exportChosen);
        connect(m_dialog, &ExportDialog::viewChosen, &m_watch, &model::ReportWatch::setView);
        connect(&m_watch, &model::ReportWatch::awaited, m_dialog, &ExportDialog::setAwaited);
        connect(&m_watch, &model::ReportWatch::completed, m_dialog,
                [this] { m_dialog->setReport(*m_watch.report()); });
    }
    output::Options shown = asShown();
    if (m_convergence.hasFocus()) shown.view = session::View::Convergence;
    m_dialog->setSession(m_experiment.session());
    m_dialog->setShown(shown);
    m_dialog->setProjected(m_views.projected());
    m_dialog->setSuffix(suffix);
    m_dialog->setOfRace(ofRace);
    m_watch.begin(m_dialog->view());
    m_dialog->resize(withinScreen(*m_dialog, m_dialog->size()));
    m_dialog->exec();
    m_watch.end();
}

void Sharing::exportChosen() {
    const QString path = askForPath();
    if (path.isEmpty()) return;
    m_path = path;
    if (write(path, m_dialog->options()))
        m_dialog->tell(tr("Written: %1").arg(QFileInfo(path).fileName()));
}

QString Sharing::askForPath() {
    const QString suffix = m_dialog->suffix();
    const QString name = m_dialog->format().name;
    const QString beside = m_path.isEmpty() ? m_document.path() : m_path;
    QFileDialog dialog(m_dialog, tr("Export"), QFileInfo(beside).absolutePath(),
                       QStringLiteral("%1 (*%2)").arg(name, suffix));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix.mid(1));
    dialog.selectFile(model::asFileName(m_document.name()) + suffix);
    if (dialog.exec() != QDialog::Accepted) return {};
    const QString path = dialog.selectedFiles().constFirst();
    if (path.endsWith(suffix, Qt::CaseInsensitive)) return path;
    const QString typed = session::shortened(QFileInfo(path).fileName());
    const output::Format* other = output::formatOf(path, m_formats);
    QMessageBox::warning(
        m_dialog, tr("Export"),
        other ? tr("“%1” is the name of a %2. Choose that format, or end the name in %3.")
                    .arg(typed, other->name, suffix)
              : tr("The name of a %1 must end in %2: “%3” does not.").arg(name, suffix, typed));
    return {};
}

/// True when the file is there. An animation shows how far it is, and the window stays alive.
bool Sharing::write(const QString& path, const output::Options& options) {
    constexpr int patience = 300;  // milliseconds
    QProgressDialog progress(tr("Writing %1 …").arg(QFileInfo(path).fileName()), tr("&Cancel"), 0,
                             thousandths, m_dialog);
    progress.setWindowTitle(tr("Export"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(patience);
    progress.setAutoReset(false);
    std::stop_source stop;
    connect(&progress, &QProgressDialog::canceled, this, [&stop] { stop.request_stop(); });
    const auto follow = [&progress](double part) {
        progress.setValue(static_cast<int>(part * thousandths));
        QCoreApplication::processEvents();
    };
    // So that no key reaches it before the progress is shown; that one is enabled by itself.
    QWidget* focus = m_dialog->focusWidget();
    m_dialog->setEnabled(false);
    progress.setEnabled(true);
    const QString fault =
        output::write(path, *m_watch.report(), options, {follow, stop.get_token()}, m_formats);
    progress.hide();
    m_dialog->setEnabled(true);
    if (focus) focus->setFocus();
    if (!fault.isEmpty()) {
        if (stop.stop_requested()) {
            Q_EMIT told(tr("Stopped: nothing was written."));
            return false;
        }
        QMessageBox::warning(m_dialog, tr("Export"), fault);
        return false;
    }
    Q_EMIT told(tr("Written: %1").arg(path));
    return true;
}

void Sharing::copyPicture() {
    const double resolution = m_convergence.devicePixelRatioF();
    const QImage picture =
        m_convergence.hasFocus()
            ? m_convergence.picture(m_convergence.size() * resolution, resolution)
            : m_views.picture();
    if (picture.isNull()) {
        Q_EMIT told(tr("There is not enough memory for the picture."));
        return;
    }
    QGuiApplication::clipboard()->setImage(picture);
    Q_EMIT told(tr("The picture is in the clipboard."));
}

void Sharing::copyTable(const output::Steps& rows) {
    const descent::Trajectory& trajectory = m_experiment.trajectory();
    QGuiApplication::clipboard()->setMimeData(
        new RowsData(trajectory, rows, m_experiment.analysis().variables));
    const auto last = static_cast<std::int64_t>(trajectory.size()) - 1;
    const std::int64_t copied = std::min(rows.to, last) - rows.from + 1;
    Q_EMIT told(tr("The table is in the clipboard: %n rows.", nullptr, session::howMany(copied)));
}

void Sharing::copyRace(const std::vector<session::Racer>& racers) {
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(output::raceTable(m_experiment.session(), racers, '\t')));
    const auto copied = static_cast<std::int64_t>(racers.size());
    Q_EMIT told(tr("The race is in the clipboard: %n runners.", nullptr, session::howMany(copied)));
}

void Sharing::copyScript(formula::Dialect dialect) {
    const session::Session session = m_document.written();
    QGuiApplication::clipboard()->setText(output::script(session, dialect));
    Q_EMIT told(session.others.empty()
                    ? tr("The script is in the clipboard.")
                    : tr("The script of runner %1 is in the clipboard.").arg(session.chosen + 1));
}

void Sharing::print() {
    QPrinter printer(QPrinter::HighResolution);
    // Qt takes the last suffix off when it makes it the name of a file.
    printer.setDocName(model::asFileName(m_document.name()) +
                       QLatin1String(session::sessionSuffix));
    printer.setPageOrientation(QPageLayout::Landscape);
    // Without a printer the sheet becomes a file, which belongs beside the session.
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        printer.setOutputFileName(
            QDir(m_document.usualFolder())
                .absoluteFilePath(model::asFileName(m_document.name()) + QStringLiteral(".pdf")));
    }
    QPrintDialog dialog(&printer, &m_window);
    if (dialog.exec() == QDialog::Accepted) printOn(printer);
}

std::optional<session::Report> Sharing::gather(session::View view) {
    QProgressDialog progress({}, tr("&Cancel"), 0, thousandths, &m_window);
    progress.setWindowTitle(tr("Print"));
    progress.setAutoReset(false);
    model::ReportWatch watch(m_experiment, m_views.basins(), m_views.bifurcations(),
                             [this] { return m_views.landmarks(); });
    connect(&watch, &model::ReportWatch::awaited, &progress,
            [&](const QString& words, double part) {
                progress.setLabelText(words);
                progress.setValue(static_cast<int>(part * thousandths));
            });
    connect(&watch, &model::ReportWatch::completed, &progress, &QDialog::accept);
    watch.begin(view);
    if (!watch.report()) progress.exec();
    return watch.report();
}

void Sharing::printOn(QPrinter& printer) {
    printer.setResolution(plot::dotsPerInch);
    const QSize page = printer.pageRect(QPrinter::DevicePixel).size().toSize();
    output::Options options = asShown();
    options.scale = 1;
    options.title = true;
    options.legend = true;
    const QSize size = m_views.size().scaled(page, Qt::KeepAspectRatio);
    const auto report = gather(options.view);
    if (!report) {
        Q_EMIT told(tr("Stopped: nothing was printed."));
        return;
    }
    plot::Picture picture = output::pictureOf(*report, options, size);
    if (picture.print(printer)) {
        const QString file = printer.outputFileName();
        Q_EMIT told(file.isEmpty() ? tr("Printed.") : tr("Written: %1").arg(file));
        return;
    }
    const QString target =
        printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName();
    QMessageBox::warning(&m_window, tr("Print"), tr("Cannot print on %1.").arg(target));
}

}  // namespace window
