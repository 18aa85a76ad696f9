// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>
#include <utility>
#include <vector>

#include "descent/knob.h"
#include "session/limits.h"

namespace session {

/// What has knobs: "adam:beta1=0.8,correction=off".
enum class Kind { Method, Schedule };

/// A name with those of its knobs that are set otherwise than usual, as files, links and the
/// command line write it.
QString knobText(std::string_view name, const std::vector<descent::Setting>& settings);

/// The name in such a text.
QString nameIn(const QString& text);
/// That it is none of these, and which was probably meant.
QString unknownName(Kind kind, const QString& name, const std::vector<std::string_view>& names);

/// Reads a number for a knob, in the marks of this locale, too; or one sentence that says what is
/// wrong, in which the knob has this name.
Typed<double> knobValueFrom(const QString& text, const descent::Setting& knob, const QString& name,
                            const QLocale& own = QLocale::c());

/// The knobs that a text sets, or one sentence that says what is wrong.
using Knobs = std::vector<std::pair<std::string_view, double>>;
Typed<Knobs> knobsFrom(Kind kind, const QString& text,
                       const std::vector<descent::Setting>& settings);

}  // namespace session
