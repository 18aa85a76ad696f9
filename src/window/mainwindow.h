// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <memory>
#include <optional>
#include <vector>

#include "model/document.h"
#include "model/preferences.h"
#include "output/formats.h"
#include "session/examples.h"
#include "session/formernames.h"
#include "session/limits.h"
#include "session/session.h"

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace Ui {
class MainWindow;
}

namespace model {
struct Recovered;
class Autosave;
class Experiment;
class History;
}  // namespace model

namespace window {

class ConstantRow;
class Filing;
class Fold;
class Gallery;
class Gestures;
class GoOn;
class Projector;
class RacePage;
class Tour;

/// The window: shows an Experiment and passes on what a person does.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The formats are those that the run can be exported as.
    explicit MainWindow(const session::Session& session, model::Preferences preferences = {},
                        const output::Formats& formats = output::formats());
    ~MainWindow() override;

    const model::Experiment& experiment() const { return *m_experiment; }
    const model::Document& document() const { return *m_document; }
    /// With what the person has changed since.
    model::Preferences preferences() const;

    /// The session was read from this file.
    void setFile(const QString& path);
    /// From now on the session survives a crash; one that a crash left comes back if it is wanted.
    void keepSafe(bool bringBack);
    /// Asks once, at the first start ever that brings no work back, whether the tour is wanted.
    void offerTour();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectFunction();
    void connectControls();
    void connectViews();
    void connectCommands();
    void connectExperiment();
    void connectRunners();
    void connectQuantities();
    void connectDocument();
    void connectSharing(const output::Formats& formats);
    void offerMenus(QAction& exportTable, QAction& exportRace);
    void offerStep(QMenu& menu, std::size_t step);
    void offerQuantities(QMenu& menu);
    void connectPreferences();
    QToolButton* newCompareButton();
    void fillViews();
    void offerViews();
    void showAxes();
    void tellPointed(const QString& words);
    void fillExamples();
    void fillRecentFiles();
    void fillDigits();

    void showFunction();
    void showNote();
    void showRun();
    void showRunners();
    void offerRunners();
    void offerRace();
    void setVeiled(bool veiled);
    void showVerdict();
    void showPosition();
    void showTitle();
    void applyTheme();
    formula::Result<session::Function, formula::ReadError> edited(const QString& text) const;
    void readFunction(const QString& text);
    void chooseFunction(const session::Function& function);
    void changeRoles(const session::Typed<session::Session>& changed);
    void project(bool wanted);
    void showSide(bool wanted);
    void spaceSide();
    void widenChart(bool wanted);
    void showExtras();
    void showQuantity();

    void restore(const session::Session& session, double place);
    void openFile(const QString& path);
    void loadSetUp(session::Session session);
    void editProperties();
    void record();
    void savePreferences() const;
    void tellOf(const model::Recovered& recovered);
    void openTour();
    void closeTour();
    void widenForTour();
    void takeFocusFromControls();
    bool inTour() const;
    bool leaveTour();
    void loadExample(std::size_t example);
    void openGallery(QPoint corner);
    void showHelp();

    std::unique_ptr<Ui::MainWindow> m_ui;
    std::vector<session::Example> m_examples;
    model::Preferences m_preferences;
    model::Experiment* m_experiment;
    model::Document* m_document;
    Filing* m_filing;
    model::History* m_history;
    Gestures* m_gestures;
    QLabel* m_pointer;
    QList<QAction*> m_viewChoices;  ///< of session::largeViews()
    Projector* m_projector;
    QToolButton* m_compare;
    GoOn* m_goOn;
    RacePage* m_race;
    Fold* m_fold = nullptr;
    bool m_folded = false;  ///< the step is a page of the charts
    bool m_scarce = false;  ///< the tour needs room that the controls have
    ConstantRow* m_constants;
    QStringList m_variables{QStringLiteral("x")};  ///< of the function
    /// The only one of them, in texts that tell of x; of several x, which is the place itself.
    session::FormerNames m_former;
    std::optional<session::Session> m_typedOver;  ///< before a function is typed, while it is
    QString m_variable = QStringLiteral("x");
    std::unique_ptr<model::Autosave> m_autosave;
    Gallery* m_gallery = nullptr;
    Tour* m_tour = nullptr;
    QList<int> m_sizesBeforeTour;  ///< of the splitter; empty where the tour changed nothing
    std::optional<model::Document::State> m_beforeTour;  ///< a person's own session
    double m_placeBeforeTour = 0;                        ///< see Player::place()
};

}  // namespace window
