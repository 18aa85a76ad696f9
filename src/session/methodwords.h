// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

#include "descent/method.h"
#include "descent/settings.h"
#include "session/limits.h"

namespace session {

/// What a method does, in one line for people who choose one.
QString methodTip(const descent::Method& method);
/// The same of a schedule.
QString scheduleTip(const descent::Schedule& schedule);
/// How α changes and what noise there is, such as "σ = 0.3, α · 0.5 every 40 steps", numbers in so
/// many digits; empty where α is constant and there is no noise.
QString scheduleSummary(const descent::Settings& settings, int digits);

/// A knob as its symbol, such as β₁; a switch as a word.
QString knobLabel(std::string_view knob);
/// As a screen reader says it.
QString knobSpoken(std::string_view knob);
/// What turning it does.
QString knobTip(std::string_view knob);
/// knobValueFrom() with the symbol of the knob.
Typed<double> knobFrom(const QString& text, const descent::Setting& knob, const QLocale& own);

}  // namespace session
