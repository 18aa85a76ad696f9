// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "formula/writing/python.h"
#include "model/reportwatch.h"
#include "output/formats.h"
#include "output/options.h"
#include "session/race.h"
#include "session/report.h"
#include "session/view.h"

class QPrinter;

namespace model {
class Document;
class Experiment;
struct Preferences;
}  // namespace model

namespace plot {
class ConvergenceView;
}

namespace window {

class ExportDialog;
class Views;

/// What a person takes away from the window: files, sheets of paper, and what other programs paste.
/// Asks in dialogs over the window.
class Sharing : public QObject {
    Q_OBJECT

public:
    /// All outlive this but the formats that are offered. Files are called after the document; the
    /// format that was chosen last is preferred.
    Sharing(model::Experiment& experiment, const Views& views,
            const plot::ConvergenceView& convergence, const model::Document& document,
            model::Preferences& preferences, output::Formats formats, QWidget& window);

    /// Prints the view that is shown, as lines and text on a page, and tells what came of it.
    void printOn(QPrinter& printer);

public Q_SLOTS:
    /// Nothing is written until the person has chosen what and where. A run that goes on is awaited
    /// in the dialog.
    void exportRun();
    /// The same, with a table as the first choice.
    void exportTable();
    void exportRace();
    void print();
    /// The chart that has the focus, else the large view, as the window shows it.
    void copyPicture();
    /// All iterations so far, as tab-separated text.
    void copyTable(const output::Steps& rows);
    /// These runners in this order, as tab-separated text.
    void copyRace(const std::vector<session::Racer>& racers);
    /// A script that makes the run again.
    void copyScript(formula::Dialect dialect);

Q_SIGNALS:
    /// What was done, in a few words.
    void told(const QString& words);

private:
    output::Options asShown() const;
    void openDialog(const QString& suffix, bool ofRace = false);
    /// Asks for a file for what the dialog has chosen and writes it; the dialog stays, for more.
    void exportChosen();
    QString askForPath();
    /// Waits for the report, in a dialog; nothing when the person does not want to.
    std::optional<session::Report> gather(session::View view);
    bool write(const QString& path, const output::Options& options);

    model::Experiment& m_experiment;
    const Views& m_views;
    const plot::ConvergenceView& m_convergence;
    const model::Document& m_document;
    model::Preferences& m_preferences;
    output::Formats m_formats;
    QWidget& m_window;
    ExportDialog* m_dialog = nullptr;
    model::ReportWatch m_watch;  ///< of the dialog
    QString m_path;              ///< of the last file
};

}  // namespace window
