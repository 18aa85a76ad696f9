// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "descent/methods/adadelta.h"
#include "descent/methods/adagrad.h"
#include "descent/methods/adam.h"
#include "descent/methods/adamax.h"
#include "descent/methods/adamw.h"
#include "descent/methods/amsgrad.h"
#include "descent/methods/backtracking.h"
#include "descent/methods/barzilaiborwein.h"
#include "descent/methods/gradient.h"
#include "descent/methods/lion.h"
#include "descent/methods/momentum.h"
#include "descent/methods/moremethods.h"
#include "descent/methods/nadam.h"
#include "descent/methods/nesterov.h"
#include "descent/methods/newton.h"
#include "descent/methods/radam.h"
#include "descent/methods/rmsprop.h"
#include "descent/methods/rprop.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// How a step is made of what is known where the run is: a rule with its knobs. A new method is a
/// header in methods/ and a name here.
///
/// A rule has a `name`, a `label` for people (English), an `equation`, `knobs`, what it remembers
/// (the names of vectors, `memory`, and numbers by their `first` values), and step(), which never
/// asks the objective; its `script` is step() in Python, see Script. One that `searches` is shown
/// cost and gradient at the place that it tries, and accepts() it or tries a shortened() step.
/// isSettled() tells when only its vectors decide what comes next. One whose numbers depend on the
/// iteration alone tells the next ones with following(), and they are not kept. One whose steps
/// take something else for a number that it remembers, made of that and of its numbers, tells it
/// with corrected(); one whose equation names other numbers, such as those between what it
/// remembers and its step, has their names, `terms`, and tells them with term(); one whose equation
/// is not the same for all steps tells with equationOf() which it is. Of several variables those
/// `terms` that each coordinate has of its own are all, or `termsOfEach`; a rule whose step of a
/// coordinate comes from all of them tells its equation with vectorEquation(), the numbers in that
/// are `vectorTerms`, and vectorTerm() tells that of a coordinate. One that `asksForHessian` is
/// shown that at each place. Its `usualAlpha` is what α is where a person sets none, if that is not
/// usualRate. One that PyTorch has, too, tells with optimizer() what it is called there.
///
/// What pictures show of a step a rule tells with these; see stepParts(). The `parts` of its steps,
/// if they have more than one, with their partLengths(), and `shrinksBy`, the knob by which what it
/// remembers shrinks. Whether it `scales` the gradient otherwise than by α. If nothing but the
/// gradient of the iteration makes its step, the curvature of the `parabola` whose vertex that step
/// leads to, or with parabolaOf() that of one step.
using Method =
    WithMore<Gradient, Momentum, Nesterov, Adagrad, RmsProp, Adadelta, Adam, AmsGrad, AdamW, Adamax,
             NAdam, RAdam, RProp, Lion, Newton, Backtracking, BarzilaiBorwein>;

/// The learning rate of most methods where a person sets none.
inline constexpr double usualRate = 0.1;

/// One of each kind, with the usual knobs, in the order in which they are offered.
const std::vector<Method>& methods();

std::string_view name(const Method& method);
/// For people, in English.
std::string_view label(const Method& method);
/// What a step does, in lines such as "{x'} = {x} {-} {alpha} {g}" and, with its numbers,
/// "= {=x} {-} {=alpha} · {(g)}". A name in braces is a symbol: x, with ' behind it that of the
/// next iteration; g, the derivative of f; alpha; what the method remembers; a knob; of a method
/// that searches the `length` of the step and, as an exponent, the number of `refused` ones; n',
/// the number of the next iteration, an exponent unless = is before it; G, the derivative of the
/// cost; one of its `terms`, with ^ before it as an exponent. Its number has = before it, or round
/// brackets about it that stay where it is negative, or ± where the sign of an ascent is turned,
/// too; {1-knob} is a number; ^ before the symbol of what the method remembers puts a hat on it
/// where the knob `correction` is on, and its number is the corrected() one: where the knob is off,
/// a line about such a symbol is left out. {+} and {-} are the signs before g, turned where the run
/// ascends. The last line with one left side gets its number. Every symbol has its number in the
/// equation, so that a person can do the step by hand.
///
/// Of the step that led from one state to the next, whose gradients are those of the cost.
std::vector<std::string_view> equation(const Method& method, const State& from, const State& to);
/// The names of the numbers that only the equation has.
std::vector<std::string_view> termNames(const Method& method);
/// Such a number of that step, for the first coordinate.
double term(const Method& method, std::size_t which, const State& from, const State& to);
/// The method of that name with the usual knobs; nothing when there is none.
std::optional<Method> methodNamed(std::string_view name);
/// The names of what it remembers for each variable.
std::vector<std::string_view> memoryNames(const Method& method);
/// Whether each step is that of plain gradient descent: so is that of a momentum of which nothing
/// is kept.
bool isPlain(const Method& method);
/// The learning rate where a person sets none.
double usualAlpha(const Method& method);

/// What theory says of it with this α near a minimum of this curvature; nothing for methods of
/// which it says nothing.
std::optional<Response> response(const Method& method, double alpha, double curvature);

std::vector<Setting> settingsOf(const Method& method);
/// The method with another value of a knob, which must be one of its own.
Method with(Method method, std::string_view knob, double value);

}  // namespace descent
