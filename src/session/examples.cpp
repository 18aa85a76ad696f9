// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/examples.h"

#include <QCoreApplication>
#include <numbers>

namespace session {

namespace {

struct Row {
    const char* title;
    const char* function;
    insight::Range range;
    double initialGuess;
    double alpha;
    std::int64_t maxIterations;
    const char* lookFor;
};

// Titles and sentences are marked for translation here and translated in examples().
constexpr const char* context = "Examples";

const std::vector<Row>& rows() {
    static const std::vector<Row> all = {
        {QT_TRANSLATE_NOOP("Examples", "Double well: stuck on the right"),
         "x^4-4*x^2+x",
         {-2.4, 2.4},
         2,
         0.02,
         200,
         QT_TRANSLATE_NOOP("Examples",
                           "The ball stops in the local minimum at 1.347 and never learns of the "
                           "global one at −1.473.")},
        {QT_TRANSLATE_NOOP("Examples", "Double well: start at 0.1"),
         "x^4-4*x^2+x",
         {-2.4, 2.4},
         0.1,
         0.02,
         200,
         QT_TRANSLATE_NOOP("Examples",
                           "Left of the hilltop at 0.13 the ball rolls to the global minimum.")},
        {QT_TRANSLATE_NOOP("Examples", "Double well: start at 0.2"),
         "x^4-4*x^2+x",
         {-2.4, 2.4},
         0.2,
         0.02,
         200,
         QT_TRANSLATE_NOOP("Examples",
                           "Started 0.1 farther right, the ball ends in the other valley.")},
        {QT_TRANSLATE_NOOP("Examples", "Parabola"),
         "x^2",
         {-5, 5},
         4,
         0.1,
         200,
         QT_TRANSLATE_NOOP(
             "Examples",
             "Each step is shorter than the one before, because the slope is smaller.")},
        {QT_TRANSLATE_NOOP("Examples", "Cubic playground"),
         "x+2*x^2+0.4*x^3",
         {-4.5, 2.5},
         2,
         0.25,
         200,
         QT_TRANSLATE_NOOP("Examples",
                           "The first step leaps across the valley; a start left of the hilltop at "
                           "−3.06 falls forever.")},
        {QT_TRANSLATE_NOOP("Examples", "Steep quartic"),
         "x^4-3*x^3+2",
         {-2, 6.5},
         6,
         0.01,
         1000,
         QT_TRANSLATE_NOOP(
             "Examples",
             "The slope at 6 is 540, so even α = 0.01 makes a first step of 5.4; with "
             "0.05 the ball is lost.")},
        {QT_TRANSLATE_NOOP("Examples", "Road to chaos: one point"),
         "x^4/4-x^2/2",
         {-1.7, 1.7},
         0.3,
         0.9,
         400,
         QT_TRANSLATE_NOOP("Examples",
                           "With α = 0.9 the ball swings ever less and comes to rest at 1.")},
        {QT_TRANSLATE_NOOP("Examples", "Road to chaos: two points"),
         "x^4/4-x^2/2",
         {-1.7, 1.7},
         0.3,
         1.1,
         400,
         QT_TRANSLATE_NOOP("Examples", "With α = 1.1 it swings between two points forever.")},
        {QT_TRANSLATE_NOOP("Examples", "Road to chaos: four points"),
         "x^4/4-x^2/2",
         {-1.7, 1.7},
         0.3,
         1.25,
         400,
         QT_TRANSLATE_NOOP("Examples", "With α = 1.25 the two points have become four.")},
        {QT_TRANSLATE_NOOP("Examples", "Road to chaos: chaos"),
         "x^4/4-x^2/2",
         {-1.7, 1.7},
         0.3,
         1.4,
         400,
         QT_TRANSLATE_NOOP("Examples", "With α = 1.4 it never comes to the same place twice.")},
        {QT_TRANSLATE_NOOP("Examples", "Vanishing gradient"),
         "1-exp(-x^2)",
         {-4, 4},
         3,
         0.5,
         1000,
         QT_TRANSLATE_NOOP("Examples",
                           "The plateau is almost flat: the ball crawls for 500 steps, then falls "
                           "into the valley at once.")},
        {QT_TRANSLATE_NOOP("Examples", "Exploding gradient"),
         "exp(x)-2*x",
         {-36, 7},
         6,
         0.1,
         1000,
         QT_TRANSLATE_NOOP(
             "Examples", "One steep slope throws the ball to −34; the way back takes 240 steps.")},
        {QT_TRANSLATE_NOOP("Examples", "A corner"),
         "abs(x)",
         {-3, 3},
         2.3,
         0.2,
         200,
         QT_TRANSLATE_NOOP(
             "Examples",
             "The slope is 1 or −1, never small: the ball ends swinging about the corner.")},
        {QT_TRANSLATE_NOOP("Examples", "Two sines"),
         "sin(x)+sin(10*x/3)",
         {0, 9},
         3,
         0.05,
         500,
         QT_TRANSLATE_NOOP("Examples",
                           "Many valleys: the nearest one downhill wins, not the deepest.")},
        {QT_TRANSLATE_NOOP("Examples", "A trap on the way"),
         "0.1*x^2-0.6*exp(-8*(x-2)^2)",
         {-2.5, 5},
         4,
         0.1,
         500,
         QT_TRANSLATE_NOOP(
             "Examples",
             "A narrow hole near 2, deeper than the wide valley about 0, catches the ball.")},
        {QT_TRANSLATE_NOOP("Examples", "On the hilltop"),
         "sin(x)",
         {-2, 7},
         std::numbers::pi / 2,
         0.1,
         200,
         QT_TRANSLATE_NOOP(
             "Examples",
             "At the very top the slope is zero: the ball does not move, though it is a "
             "maximum.")},
        {QT_TRANSLATE_NOOP("Examples", "An inflection"),
         "x^3",
         {-1.2, 1.2},
         0.7,
         0.1,
         10000,
         QT_TRANSLATE_NOOP(
             "Examples",
             "The ball slows down at 0, where the slope is zero, although the curve goes "
             "on falling to the left.")},
    };
    return all;
}

}  // namespace

std::vector<Example> examples() {
    std::vector<Example> translated;
    for (const Row& row : rows()) {
        Session session{
            *Function::from(QString::fromUtf8(row.function)), row.initialGuess, {}, row.range};
        session.settings.alpha = row.alpha;
        session.settings.maxIterations = row.maxIterations;
        translated.push_back({QCoreApplication::translate(context, row.title),
                              QCoreApplication::translate(context, row.lookFor), session});
    }
    return translated;
}

}  // namespace session
