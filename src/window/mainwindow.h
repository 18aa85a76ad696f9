// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <memory>
#include <vector>

#include "session/examples.h"
#include "session/session.h"

class QLabel;

namespace Ui {
class MainWindow;
}

namespace window {

class Experiment;
class Gallery;

/// The window: shows an Experiment and passes on what a person does.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `session` must read.
    explicit MainWindow(const session::Session& session, QWidget* parent = nullptr);
    ~MainWindow() override;

    const Experiment& experiment() const { return *m_experiment; }

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectFunction();
    void connectControls();
    void connectPlots();
    void connectCommands();
    void connectExperiment();
    void fillExamples();

    void showFunction();
    void showRun();
    void showVerdict();
    void showPosition();
    void showPointer(double x);
    void applyTheme();

    void loadExample(std::size_t example);
    void openGallery(QPoint corner);
    void fit();
    void exportRun();
    void showHelp();
    void showAbout();

    std::unique_ptr<Ui::MainWindow> m_ui;
    std::vector<session::Example> m_examples;
    Experiment* m_experiment;
    QLabel* m_pointer;
    Gallery* m_gallery = nullptr;
};

}  // namespace window
