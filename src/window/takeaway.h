// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "output/writers.h"

class QPrinter;

namespace plot {
class ConvergenceView;
}

namespace window {

class Experiment;
class ExportDialog;
class Views;

/// What a person takes away from the window: files, sheets of paper, and what other programs paste.
/// Asks in dialogs over the window.
class Takeaway : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    Takeaway(Experiment& experiment, const Views& views, const plot::ConvergenceView& convergence,
             QWidget& window);

    /// The view that is shown, as lines and text on a page. An empty string when all is well, else
    /// one sentence.
    QString printOn(QPrinter& printer);

public Q_SLOTS:
    /// Nothing is written until the person has chosen what and where.
    void exportRun();
    void print();
    /// The chart that has the focus, else the large view, as the window shows it.
    void copyPicture();
    /// All iterations so far, as tab-separated text.
    void copyTable();

Q_SIGNALS:
    /// What was done, in a few words.
    void told(const QString& words);

private:
    output::Options asShown() const;
    /// Asks for a file for what the dialog has chosen and writes it.
    void exportChosen();
    QString askForPath();
    /// Computes what the view needs beyond the run.
    void complete(plot::View view);
    bool write(const QString& path, const output::Options& options);

    Experiment& m_experiment;
    const Views& m_views;
    const plot::ConvergenceView& m_convergence;
    QWidget& m_window;
    ExportDialog* m_dialog = nullptr;
    output::Report m_report;  ///< of the dialog
    QString m_path;           ///< of the last file
};

}  // namespace window
