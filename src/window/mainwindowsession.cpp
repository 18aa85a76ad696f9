// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window keeps: its session in a file, in its history and after a crash, and what the
// person prefers.
#include <QActionGroup>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <algorithm>
#include <array>
#include <cmath>

#include "model/autosave.h"
#include "model/document.h"
#include "model/experiment.h"
#include "model/history.h"
#include "model/plaintext.h"
#include "model/player.h"
#include "plot/paint/tip.h"
#include "session/fields/fields.h"
#include "session/sessionfile.h"
#include "session/wording/wording.h"
#include "ui_mainwindow.h"
#include "window/application.h"
#include "window/constants/constantrow.h"
#include "window/filing.h"
#include "window/gestures.h"
#include "window/look/appearance.h"
#include "window/mainwindow.h"
#include "window/panels/properties.h"
#include "window/placement.h"
#include "window/projector.h"

namespace window {

namespace {

/// The one session file that is dragged, or an empty string.
QString sessionFileIn(const QMimeData& dragged) {
    const QList<QUrl> urls = dragged.urls();
    if (urls.size() != 1) return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(QLatin1String(session::sessionSuffix)) ? path : QString();
}

}  // namespace

void MainWindow::connectDocument() {
    const auto outsideTheTour = [this](const QAction* action, auto open) {
        connect(action, &QAction::triggered, m_filing, [this, open] {
            if (leaveTour()) open(*m_filing);
        });
    };
    outsideTheTour(m_ui->newSession, [](Filing& filing) { filing.startAnew(); });
    outsideTheTour(m_ui->open, [](Filing& filing) { filing.open(); });
    outsideTheTour(m_ui->openPrevious,
                   [](Filing& filing) { filing.openBeside(model::Beside::Previous); });
    outsideTheTour(m_ui->openNext, [](Filing& filing) { filing.openBeside(model::Beside::Next); });
    outsideTheTour(m_ui->openLink, [](Filing& filing) { filing.openFromClipboard(); });
    connect(m_ui->save, &QAction::triggered, m_filing, &Filing::save);
    connect(m_ui->saveAs, &QAction::triggered, m_filing, &Filing::saveAs);
    connect(m_ui->properties, &QAction::triggered, this, &MainWindow::editProperties);
    connect(m_ui->copyCommand, &QAction::triggered, m_filing, &Filing::copyCommand);
    connect(m_ui->copyLink, &QAction::triggered, m_filing, &Filing::copyLink);
    connect(m_ui->recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentFiles);
    connect(m_document, &model::Document::changed, this, &MainWindow::showTitle);
    connect(m_document, &model::Document::changed, this, [this] {
        if (m_autosave && !m_beforeTour)
            m_autosave->keep(m_document->written(), m_document->path());
    });
    // At once: who is killed tells nothing at the end.
    connect(m_document, &model::Document::filesRemembered, this, &MainWindow::savePreferences);
    connect(m_filing, &Filing::told, this, [this](const QString& words) {
        constexpr int shownFor = 10'000;  // milliseconds
        m_ui->statusBar->showMessage(words, shownFor);
    });
    if (const auto* application = qobject_cast<Application*>(qApp)) {
        connect(application, &Application::ranOutOfMemory, m_filing, [this] {
            Q_EMIT m_filing->told(
                tr("There is not enough memory for that. Close other programs and try again."));
        });
    }
    connect(m_document, &model::Document::opened, this, [this](const session::Session& session) {
        m_ui->statusBar->clearMessage();
        m_history->restart(session);
        m_experiment->load(session);
        m_ui->views->showSession(session);
    });
    connect(m_history, &model::History::restored, this, &MainWindow::restore);
    connect(m_gestures, &Gestures::ended, m_history, &model::History::endGesture);
    connect(m_history, &model::History::cameBack, m_experiment, &model::Experiment::returnTo);

    QAction* undo = m_history->steps().createUndoAction(this, tr("&Undo"));
    QAction* redo = m_history->steps().createRedoAction(this, tr("&Redo"));
    undo->setObjectName(QStringLiteral("undo"));
    redo->setObjectName(QStringLiteral("redo"));
    undo->setToolTip(tr("Take the last change back."));
    redo->setToolTip(tr("Make the change that was taken back once more."));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_ui->editMenu->insertActions(m_ui->editMenu->actions().constFirst(), {undo, redo});
}

/// Undo and redo come here.
void MainWindow::restore(const session::Session& session, double place) {
    m_typedOver.reset();
    const bool moved = session::seenAs(session, m_experiment->session()) != session;
    m_experiment->restore(session, place);
    if (moved) m_ui->views->showSession(session);
}

/// A set-up that was chosen, not made: nobody has to save it. It is shown in its own view and, once
/// its run is known, at a speed at which one watches all of it; its chart as the one at hand.
void MainWindow::loadSetUp(session::Session session) {
    const bool fromFile = !m_document->path().isEmpty();
    if (fromFile && !m_filing->mayLeave()) return;
    const bool untouched = fromFile || !m_document->modified();
    session.quantity = m_experiment->session().quantity;
    m_experiment->load(session);
    m_experiment->setSpeed(model::Player().speed());
    auto* once = new QObject(this);
    const auto fitSpeed = [this, once] {
        constexpr double longest = 15;  // seconds
        if (!m_experiment->verdict()) return;
        const auto steps = static_cast<double>(m_experiment->trajectory().size() - 1);
        m_experiment->setSpeed(std::max(model::Player().speed(), std::round(steps / longest)));
        m_ui->transport->setPlayer(m_experiment->player());
        once->deleteLater();
    };
    connect(m_experiment, &model::Experiment::verdictChanged, once, fitSpeed);
    fitSpeed();  // it may be known already
    m_ui->views->showSession(session);
    if (untouched) m_document->adopt(m_experiment->session(), {});
}

void MainWindow::record() {
    m_ui->statusBar->clearMessage();  // of what was done before
    const session::Session& session = m_experiment->session();
    showNote();
    m_history->record(session, m_gestures->goOn());
    m_document->setSession(session);
}

void MainWindow::editProperties() {
    Properties dialog(m_experiment->session(), this);
    if (dialog.exec() == QDialog::Accepted) m_experiment->change(dialog.session());
}

void MainWindow::showTitle() {
    const QString& title = m_document->state().session.title;
    setWindowTitle(
        tr("%1[*] — Thalweg").arg(model::inTitle(title.isEmpty() ? m_document->name() : title)));
    setWindowModified(m_document->modified());
}

void MainWindow::setFile(const QString& path) {
    const auto saved = session::openSession(path);
    m_document->adopt(saved ? *saved : m_experiment->session(), QFileInfo(path).absoluteFilePath());
    m_document->setSession(m_experiment->session());
}

void MainWindow::keepSafe(bool bringBack) {
    m_autosave = std::make_unique<model::Autosave>();
    connect(m_autosave.get(), &model::Autosave::failed, m_filing, &Filing::told);
    if (!bringBack) return;
    const model::Recovered recovered = m_autosave->recover();
    if (recovered.session) {
        m_experiment->load(*recovered.session);
        m_ui->views->showSession(*recovered.session);
        m_history->restart(*recovered.session);
        m_document->recover(*recovered.session, recovered.file);
    }
    // Once the window is shown itself.
    QMetaObject::invokeMethod(
        this, [this, recovered] { tellOf(recovered); }, Qt::QueuedConnection);
}

/// The place of a file that was set aside is too long for the status bar, and too precious.
void MainWindow::tellOf(const model::Recovered& recovered) {
    if (recovered.session) {
        Q_EMIT m_filing->told(tr("Thalweg ended unexpectedly. Here is the session as it was."));
    }
    if (recovered.note.isEmpty()) return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Set aside"), recovered.note,
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (leaveTour() && m_filing->mayLeave()) {
        m_autosave.reset();
        QMainWindow::closeEvent(event);
    } else {
        event->ignore();
    }
}

void MainWindow::openFile(const QString& path) {
    if (leaveTour()) m_filing->openFile(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!sessionFileIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = sessionFileIn(*event->mimeData());
    event->acceptProposedAction();
    // Not within the drop: a question may follow, and the source waits for the drop to end.
    QMetaObject::invokeMethod(
        m_document, [this, path] { openFile(path); }, Qt::QueuedConnection);
}

void MainWindow::fillRecentFiles() {
    m_ui->recentMenu->clear();
    for (const QString& path : m_preferences.recentFiles) {
        m_ui->recentMenu
            ->addAction(model::inMenu(session::shortened(QFileInfo(path).fileName())), this,
                        [this, path] { openFile(path); })
            ->setToolTip(plot::verbatim(path));
    }
    if (m_preferences.recentFiles.isEmpty()) {
        m_ui->recentMenu->addAction(tr("No recent sessions"))->setEnabled(false);
    }
}

void MainWindow::connectPreferences() {
    new Placement(*this, m_preferences.geometry);
    if (!m_preferences.splitter.isEmpty()) m_ui->splitter->setSizes(m_preferences.splitter);
    m_ui->projector->setChecked(m_preferences.projector);
    m_experiment->setSpeed(m_preferences.speed);
    m_ui->function->setRecent(m_preferences.recentFunctions);
    connect(m_ui->function, &FunctionField::functionSettled, this, [this](const QString& text) {
        m_preferences.rememberFunction(text);
        m_ui->function->setRecent(m_preferences.recentFunctions);
    });
    connect(m_ui->function, &FunctionField::recentsCleared, this, [this] {
        m_preferences.recentFunctions.clear();
        m_ui->function->setRecent({});
        savePreferences();
    });
    const std::array colours{m_ui->systemColours, m_ui->lightColours, m_ui->darkColours};
    for (std::size_t i = 0; i < colours.size(); ++i) {
        connect(colours[i], &QAction::triggered, this, [this, i] {
            m_preferences.colours = static_cast<model::Colours>(i);
            applyColours(m_preferences.colours);
            savePreferences();
        });
    }
    colours[static_cast<std::size_t>(m_preferences.colours)]->setChecked(true);
    applyColours(m_preferences.colours);
    m_ui->controls->setMoreShown(m_preferences.more);
    m_ui->controls->setScheduleShown(m_preferences.schedule);
    m_ui->verdictCard->setWhyShown(m_preferences.why);
    m_ui->legend->setChecked(m_preferences.legend);
    m_ui->wideChart->setChecked(m_preferences.wide);
    m_ui->equalScale->setChecked(m_preferences.equal);
    m_ui->contourValues->setChecked(m_preferences.numbered);
    fillDigits();
}

void MainWindow::fillDigits() {
    const auto apply = [this](int digits) {
        m_preferences.digits = digits;
        m_ui->stepCard->setDigits(digits);
        m_ui->iterations->setDigits(digits);
        m_ui->controls->setDigits(digits);
        m_constants->setDigits(digits);
        m_history->setDigits(digits);
        applyTheme();
        showPosition();
        showVerdict();
    };
    auto* group = new QActionGroup(this);
    for (const int digits : {3, 4, 6, 8, 10, 12, 17}) {
        QAction* action = m_ui->digitsMenu->addAction(tr("%n digits", nullptr, digits), this,
                                                      [=] { apply(digits); });
        action->setCheckable(true);
        action->setChecked(digits == m_preferences.digits);
        group->addAction(action);
    }
    apply(m_preferences.digits);
}

model::Preferences MainWindow::preferences() const {
    model::Preferences now = m_preferences;
    now.geometry = saveGeometry();
    now.splitter = m_projector->usualSizes();
    now.projector = m_ui->projector->isChecked();
    now.more = m_ui->controls->moreShown();
    now.schedule = m_ui->controls->scheduleShown();
    now.why = m_ui->verdictCard->whyShown();
    now.legend = m_ui->legend->isChecked();
    now.wide = m_ui->wideChart->isChecked();
    now.equal = m_ui->equalScale->isChecked();
    now.numbered = m_ui->contourValues->isChecked();
    now.speed = m_experiment->player().speed();
    return now;
}

void MainWindow::savePreferences() const {
    if (!m_autosave) return;
    const QString fault = preferences().save();
    if (!fault.isEmpty()) Q_EMIT m_filing->told(fault);
}

}  // namespace window
