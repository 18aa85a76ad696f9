// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "output/formats.h"
#include "output/options.h"
#include "plot/look/theme.h"
#include "session/report.h"
#include "session/view.h"

namespace Ui {
class ExportDialog;
}

namespace window {

/// Asks what a file should hold and shows it at once. What cannot be is told in a sentence, and
/// cannot be written. Choices stay as long as the dialog lives, but for the steps, of which all
/// are offered anew: a table that is cut like the film before it would look whole.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// Pictures are offered first.
    explicit ExportDialog(output::Formats formats, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// Offers the views that this session can have.
    void setSession(const session::Session& session);
    /// How the window shows the run: at first, its size and scale are the choice; the ball, the
    /// values in view and the digits of numbers are always the window's.
    void setShown(const output::Options& asShown);
    /// Whether the window is for a projector: lines and text are then as large in the file, unless
    /// a person chooses otherwise.
    void setProjected(bool projected);
    /// The report is being computed: what of it, in a few words, and the part that is done. Until
    /// it is there nothing can be written.
    void setAwaited(const QString& words, double part);
    /// The run to write.
    void setReport(const session::Report& report);

    /// Says what was done, until another choice is made.
    void tell(const QString& words);

    /// Chooses the format with this suffix; another suffix changes nothing.
    void setSuffix(const QString& suffix);
    /// Whether a table or a result is to be of the race, where there are several runners, and not
    /// of the steps.
    void setOfRace(bool ofRace);
    /// The chosen one.
    const output::Format& format() const;
    QString suffix() const { return format().suffix; }
    output::Options options() const;
    /// What the file shows of the run; where it shows nothing, the convergence, which needs nothing
    /// but the run.
    session::View view() const;

Q_SIGNALS:
    /// A file of this format should be written.
    void wanted();
    /// Another view() is chosen.
    void viewChosen(session::View view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillChoices();
    void choose(session::View view);
    void connectChoices();
    void fillSizes();
    void connectSize();
    void showFields();
    bool hasRace() const;
    bool ofRace() const;
    QSize windowSize() const;
    void showSize();
    void showSeconds();
    bool inMillimetres() const;
    plot::Theme theme() const;
    void changed();
    void showFault();
    QString whyNoPicture() const;
    void preview();
    QString text() const;

    std::unique_ptr<Ui::ExportDialog> m_ui;
    output::Formats m_formats;              ///< in the order in which they are offered
    std::vector<session::ViewRow> m_views;  ///< in the order in which they are offered
    session::Report m_report;
    bool m_awaits = true;  ///< another report
    output::Options m_shown;
    bool m_projected = false;         ///< the window is for a projector
    QSize m_size;                     ///< of a picture, in pixels
    std::optional<double> m_seconds;  ///< of an animation; nothing: the usual length
    QString m_typingFault;
    QString m_told;
    QTimer m_frame;  ///< runs out when it is time to draw the preview
};

}  // namespace window
