// SPDX-License-Identifier: GPL-3.0-or-later
// How the main window takes in a function and what its names are.
#include <QAction>

#include "model/experiment.h"
#include "session/constants.h"
#include "session/roles.h"
#include "ui_mainwindow.h"
#include "window/constants/constantrow.h"
#include "window/filing.h"
#include "window/mainwindow.h"
#include "window/panels/functionfield.h"
#include "window/panels/views.h"

namespace window {

void MainWindow::connectFunction() {
    connect(m_ui->function, &FunctionField::functionTyped, this, [this](const QString& text) {
        if (!m_typedOver) m_typedOver = m_experiment->session();
        readFunction(text);
    });
    connect(m_ui->function, &FunctionField::functionSettled, this, [this] { m_typedOver.reset(); });
    connect(m_experiment, &model::Experiment::loaded, this, [this] {
        m_typedOver.reset();
        m_former.clear();
    });
    connect(m_ui->function, &FunctionField::fellBack, this, [this](const QString& text) {
        if (const auto function = edited(text)) chooseFunction(*function);
        m_ui->views->setStale(true);
    });
    connect(m_constants, &ConstantRow::functionWanted, this, &MainWindow::readFunction);
    connect(m_constants, &ConstantRow::focusGone, m_ui->views, &Views::setFocusToPicture);
    connect(m_constants, &ConstantRow::variableWanted, this, [this](const std::string& name) {
        changeRoles(session::withVariable(m_experiment->session(), name));
    });
    connect(m_ui->function, &FunctionField::constantWanted, this, [this](const std::string& name) {
        changeRoles(session::withHeld(m_experiment->session(), name));
    });
    connect(m_ui->function, &FunctionField::focusGone, m_ui->views, &Views::setFocusToPicture);
    connect(m_ui->typeFunction, &QAction::triggered, m_ui->function,
            &FunctionField::setFocusToText);
    connect(m_ui->function, &FunctionField::galleryWanted, this, &MainWindow::openGallery);
}

/// What its names are depends on the function before the typing, not on what was typed on the way:
/// the u in u^2 is to be no more of a variable than the v that comes after it.
formula::Result<session::Function, formula::ReadError> MainWindow::edited(
    const QString& text) const {
    return session::editedFunction(m_typedOver.value_or(m_experiment->session()), text);
}

void MainWindow::readFunction(const QString& text) {
    const auto function = edited(text);
    if (function) {
        chooseFunction(*function);
        // The same function as before an error: the field still shows the error.
        m_ui->function->setFunction(*function);
    } else {
        m_ui->function->setError(function.error());
    }
    m_ui->views->setStale(!function);
}

/// It brings the values that fit it.
void MainWindow::chooseFunction(const session::Function& function) {
    if (m_experiment->session().function == function) return;
    m_former.note(m_experiment->session());
    session::Session next = m_former.withFunction(m_experiment->session(), function);
    next.values.reset();
    m_experiment->change(next);
}

/// A variable became a constant, or the other way; why it cannot is told.
void MainWindow::changeRoles(const session::Typed<session::Session>& changed) {
    m_typedOver.reset();
    if (changed) {
        m_experiment->change(*changed);
    } else {
        Q_EMIT m_filing->told(changed.error());
    }
}

}  // namespace window
