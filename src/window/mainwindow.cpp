// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QStatusBar>
#include <QTabBar>

#include "model/autosave.h"
#include "model/changing.h"
#include "model/document.h"
#include "model/experiment.h"
#include "model/history.h"
#include "plot/paint/tip.h"
#include "plot/view/convergenceview.h"
#include "ui_mainwindow.h"
#include "window/constants/constantrow.h"
#include "window/filing.h"
#include "window/gestures.h"
#include "window/look/appearance.h"
#include "window/look/look.h"
#include "window/look/style.h"
#include "window/panels/aboutbox.h"
#include "window/panels/functionfield.h"
#include "window/panels/gallery.h"
#include "window/panels/goon.h"
#include "window/panels/helpdialog.h"
#include "window/panels/iterationtable.h"
#include "window/panels/transport.h"
#include "window/panels/verdictcard.h"
#include "window/panels/views.h"
#include "window/projector.h"
#include "window/race/racepage.h"
#include "window/runner/controls.h"
#include "window/text/plaintext.h"
#include "window/tour/tour.h"
#include "window/widgets/accessibility.h"
#include "window/widgets/keys.h"

/// What is compiled into a static library is dropped by the linker unless it is asked for; Qt wants
/// this outside any namespace.
static void loadResources() {
    Q_INIT_RESOURCE(thalweg);
}

namespace window {

MainWindow::MainWindow(const session::Session& session, model::Preferences preferences,
                       const output::Formats& formats)
    : m_ui(std::make_unique<Ui::MainWindow>()),
      m_examples(session::examples()),
      m_preferences(std::move(preferences)),
      m_experiment(new model::Experiment(session, this)),
      m_document(new model::Document(session, m_preferences, this)),
      m_filing(new Filing(*m_document, *this)),
      m_history(new model::History(session, this)),
      m_gestures(new Gestures(this)),
      m_pointer(new QLabel(this)),
      m_compare(newCompareButton()),
      m_goOn(new GoOn(this)),
      m_race(new RacePage(this)),
      m_constants(new ConstantRow(this)) {
    m_race->hide();
    loadResources();
    installAccessibility();
    Style::install();
    look::enlargeLetters();
    new PlainLabels(this);
    m_ui->setupUi(this);
    setWindowIcon(QIcon(QStringLiteral(":/thalweg.png")));
    m_ui->splitter->setSizes({956, 292});
    m_ui->function->addBehind(m_compare);
    m_ui->function->addBehind(m_ui->views->tabs());
    m_ui->function->addBelow(m_constants);
    m_constants->setTabAfter(m_ui->function->lastStop());
    m_projector = new Projector(*this, *m_ui->splitter);
    m_ui->transport->setCommands({m_ui->first, m_ui->back, m_ui->play, m_ui->forward, m_ui->last});
    m_ui->statusBar->setSizeGripEnabled(false);
    m_ui->statusBar->addWidget(m_pointer, 1);
    m_pointer->setObjectName(QStringLiteral("pointer"));
    m_pointer->setTextFormat(Qt::PlainText);
    m_pointer->setIndent(fontMetrics().averageCharWidth());
    connect(m_ui->statusBar, &QStatusBar::messageChanged, m_ui->statusBar,
            &QWidget::setAccessibleName);
    setAcceptDrops(true);
    fillExamples();
    connectFunction();
    connectControls();
    connectViews();
    connectCommands();
    connectExperiment();
    connectRunners();
    connectQuantities();
    connectDocument();
    connectSharing(formats);
    connectPreferences();
    applyTheme();
    showFunction();
    m_ui->views->follow(*m_experiment);
    m_ui->controls->setSession(session);
    m_constants->follow(*m_experiment);
    showRun();
    showVerdict();
    showTitle();
    showNote();
    m_ui->views->setFocusToPicture();
}

/// The field that loses the focus with the window still tells of it: not to what is gone.
MainWindow::~MainWindow() {
    hide();
}

void MainWindow::connectControls() {
    connect(m_ui->controls, &Controls::initialGuessChosen, m_experiment,
            &model::Experiment::startAt);
    const auto changing = [this](auto part) { return model::changing(*m_experiment, part); };
    connect(m_ui->controls, &Controls::alphaChosen, m_experiment,
            changing(&descent::Settings::alpha));
    connect(m_ui->controls, &Controls::alphaDragChanged, m_ui->views, &Views::setGhost);
    connect(m_ui->controls, &Controls::alphaDragChanged, m_ui->verdictCard, &VerdictCard::setHeld);
    connect(m_ui->controls, &Controls::maxIterationsChosen, m_experiment,
            changing(&descent::Settings::maxIterations));
    connect(m_ui->controls, &Controls::toleranceChosen, m_experiment,
            changing(&descent::Settings::tolerance));
    connect(m_ui->controls, &Controls::directionChosen, m_experiment,
            changing(&descent::Settings::direction));
    connect(m_ui->controls, &Controls::methodChosen, m_experiment,
            [this](const descent::Method& method, double alpha) {
                session::Session next = m_experiment->session();
                next.settings.method = method;
                next.settings.alpha = alpha;
                m_experiment->change(next);
            });
    connect(m_ui->controls, &Controls::scheduleChosen, m_experiment,
            changing(&descent::Settings::schedule));
    connect(m_ui->controls, &Controls::noiseChosen, m_experiment,
            changing(&descent::Settings::noise));
    connect(m_experiment, &model::Experiment::loaded, m_ui->controls, &Controls::forgetFormer);
    connect(m_goOn, &GoOn::maxIterationsChosen, m_experiment,
            changing(&descent::Settings::maxIterations));
}

void MainWindow::connectCommands() {
    connect(new Keys(this), &Keys::typingEnded, m_ui->views, &Views::setFocusToPicture);
    connect(m_ui->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->fit, &QAction::triggered, m_ui->views, &Views::fit);
    connect(m_ui->zoomIn, &QAction::triggered, m_ui->views, [this] { m_ui->views->zoom(1.25); });
    connect(m_ui->zoomOut, &QAction::triggered, m_ui->views, [this] { m_ui->views->zoom(0.8); });
    connect(m_ui->showSide, &QAction::toggled, this, &MainWindow::showSide);
    connect(m_ui->projector, &QAction::toggled, this, &MainWindow::project);
    connect(m_ui->parabola, &QAction::triggered, m_experiment,
            model::changing(*m_experiment, &session::Session::parabola));
    connect(m_ui->legend, &QAction::toggled, m_ui->views, &Views::setLegendShown);
    connect(m_ui->wideChart, &QAction::toggled, this, &MainWindow::widenChart);
    connect(m_ui->axes, &QAction::triggered, this, &MainWindow::showAxes);
    connect(m_ui->equalScale, &QAction::toggled, m_ui->views, &Views::setEqualScale);
    connect(m_ui->logarithmic, &QAction::triggered, m_experiment, [this](bool logarithmic) {
        session::Session next = m_experiment->session();
        next.camera.logarithmic = logarithmic;
        m_experiment->change(next);
    });
    connect(m_ui->contourValues, &QAction::toggled, m_ui->views, &Views::setNumbered);
    connect(m_projector, &Projector::lowChanged, m_ui->views, &Views::setLow);
    connect(m_projector, &Projector::lowChanged, this, [this](bool low) {
        m_ui->function->setTerse(low || inTour());
        m_ui->function->setSmall(low);
    });
    connect(m_projector, &Projector::lowChanged, this, &MainWindow::applyTheme);
    // Where height is short, only what it has to tell is worth some of it.
    const auto showStatus = [this] {
        const bool tells = !m_ui->statusBar->currentMessage().isEmpty();
        m_ui->statusBar->setVisible(tells || !m_projector->low());
    };
    connect(m_projector, &Projector::lowChanged, this, showStatus);
    connect(m_ui->statusBar, &QStatusBar::messageChanged, this, showStatus);
    connect(m_ui->play, &QAction::triggered, m_experiment, &model::Experiment::togglePlay);
    connect(m_ui->forward, &QAction::triggered, m_experiment, &model::Experiment::stepForward);
    connect(m_ui->back, &QAction::triggered, m_experiment, &model::Experiment::stepBack);
    connect(m_ui->first, &QAction::triggered, m_experiment,
            [this] { m_experiment->setPosition(0); });
    connect(m_ui->last, &QAction::triggered, m_experiment, &model::Experiment::goToEnd);
    connect(m_ui->transport, &Transport::positionChosen, m_experiment,
            &model::Experiment::setPosition);
    connect(m_ui->transport, &Transport::speedChosen, m_experiment, &model::Experiment::setSpeed);
    connect(m_ui->tour, &QAction::triggered, this, &MainWindow::openTour);
    connect(m_ui->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_ui->about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::connectExperiment() {
    connect(m_experiment, &model::Experiment::functionChanged, this, &MainWindow::showFunction);
    connect(m_experiment, &model::Experiment::settingsChanged, this,
            [this] { m_ui->controls->setSession(m_experiment->session()); });
    connect(m_experiment, &model::Experiment::runChanged, this, &MainWindow::showRun);
    connect(m_experiment, &model::Experiment::pointsChanged, this, &MainWindow::showRunners);
    connect(m_experiment, &model::Experiment::verdictChanged, this, &MainWindow::showVerdict);
    connect(m_experiment, &model::Experiment::positionChanged, this, &MainWindow::showPosition);
    connect(m_experiment, &model::Experiment::sessionChanged, this, &MainWindow::record);
    connect(m_experiment, &model::Experiment::sessionChanged, this, &MainWindow::showExtras);
    connect(m_experiment, &model::Experiment::sessionChanged, this, &MainWindow::showQuantity);
    // A message is of what was done before.
    connect(m_experiment, &model::Experiment::playingChanged, m_ui->statusBar,
            &QStatusBar::clearMessage);
    connect(m_experiment, &model::Experiment::playingChanged, this, [this] {
        m_ui->transport->setPlayer(m_experiment->player());
        if (m_experiment->player().playing()) setVeiled(false);
        if (m_tour && m_experiment->verdict() && m_experiment->player().atEnd()) {
            m_tour->runFinished();
        }
    });
}

/// A menu of its own for each group.
void MainWindow::fillExamples() {
    QMenu* group = nullptr;
    for (std::size_t i = 0; i < m_examples.size(); ++i) {
        const session::Example& example = m_examples[i];
        if (!group || group->title() != example.group) {
            group = m_ui->examplesMenu->addMenu(example.group);
            group->setToolTipsVisible(true);
        }
        QAction* action = group->addAction(
            QStringLiteral("%1\t%2").arg(example.title, example.session.function.text()), this,
            [this, i] { loadExample(i); });
        action->setToolTip(plot::wrapped(example.lookFor));
    }
}

void MainWindow::loadExample(std::size_t example) {
    if (inTour()) closeTour();
    loadSetUp(m_examples[example].session);
    m_experiment->play();
    m_ui->views->setFocusToPicture();
}

void MainWindow::openGallery(QPoint corner) {
    if (!m_gallery) {
        m_gallery = new Gallery(m_examples, this);
        connect(m_gallery, &Gallery::chosen, this, &MainWindow::loadExample);
    }
    m_gallery->dropDownFrom(corner);
}

void MainWindow::showHelp() {
    auto* help = new HelpDialog(this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

bool MainWindow::event(QEvent* event) {
    const bool done = QMainWindow::event(event);
    // The desktop has turned dark, or light again.
    if (event->type() == QEvent::ThemeChange && m_preferences.colours == model::Colours::System)
        applyColours(m_preferences.colours);
    return done;
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) applyTheme();
}

}  // namespace window
