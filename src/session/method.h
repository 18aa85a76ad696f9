// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "descent/descent.h"
#include "session/limits.h"

namespace session {

/// A method for people, such as "Momentum".
QString methodLabel(const descent::Method& method);

/// Their names in files, links and on the command line, in the order in which they are offered.
QStringList methodNames();

/// A method with those of its knobs that are set otherwise than usual, as files, links and the
/// command line write it: "momentum:beta=0.8".
QString methodText(const descent::Method& method);
/// Reads that, or one sentence that says what is wrong.
Typed<descent::Method> methodFrom(const QString& text);

/// The same of schedules: "Step decay", "step:every=40,gamma=0.5".
QString scheduleLabel(const descent::Schedule& schedule);
QString scheduleText(const descent::Schedule& schedule);
Typed<descent::Schedule> scheduleFrom(const QString& text);

/// What a step of the method did, as a typeset equation with its numbers, line by line: from the
/// state of a run to its next one. Of several variables, whose names are given, with vectors.
QString stepEquation(const descent::State& from, const descent::State& to,
                     const descent::Settings& settings, int digits,
                     const QStringList& variables = {});

/// The symbols of a part of such an equation of one variable, "{beta} {velocity}" as typeset "β
/// v₅".
QString typesetPart(std::string_view formula, const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits);

/// What such an equation adds to x: "− α v₆". Empty where it is no sum with x.
QString typesetStep(const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits);

/// How a table heads a column of descent::Trajectory, such as "f′(xₙ)".
QString columnLabel(const std::string& name);
/// The same of several variables: "x", "∂f/∂x", "v_x".
QString columnLabel(const std::string& name, const QStringList& variables);

}  // namespace session
