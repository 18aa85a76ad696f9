// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/experiment.h"

namespace model {

/// A slot that changes one part of the session to the value that it is given.
template <typename Value>
auto changing(Experiment& experiment, Value session::Session::*part) {
    return [&experiment, part](const Value& value) {
        session::Session next = experiment.session();
        next.*part = value;
        experiment.change(next);
    };
}

/// The same of one of its settings.
template <typename Value>
auto changing(Experiment& experiment, Value descent::Settings::*part) {
    return [&experiment, part](const Value& value) {
        session::Session next = experiment.session();
        next.settings.*part = value;
        experiment.change(next);
    };
}

}  // namespace model
