// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/examples.h"

#include <QCoreApplication>
#include <numbers>
#include <optional>

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Examples)
};

/// A second runner from the same start.
struct Rival {
    double alpha;
    descent::Method method = {};
};

struct SetUp {
    const char* function;
    insight::Range range;
    descent::Point initialGuess;
    double alpha;
    std::int64_t maxIterations = 200;
    descent::Method method = {};
    descent::Schedule schedule = {};
    std::optional<Rival> rival = {};
};

struct Row {
    QString title;
    QString lookFor;
    SetUp setUp;
};

struct Group {
    QString title;
    std::vector<Row> rows;
};

constexpr const char* doubleWell = "x^4-4*x^2+x";
constexpr const char* twoHollows = "x^4/4-x^2/2";
constexpr const char* trap = "0.1*x^2-0.6*exp(-8*(x-2)^2)";
constexpr const char* wallAndPlateau = "x^2/(1+x^2)+5*max(0,x-3)";

Group valleys() {
    return {Text::tr("Valleys"),
            {{Text::tr("Double well: stuck on the right"),
              Text::tr("The ball stops in the local minimum at 1.347 and never learns of the "
                       "global one at −1.473."),
              {doubleWell, {-2.4, 2.4}, 2, 0.02}},
             {Text::tr("Double well: start at 0.1"),
              Text::tr("Left of the hilltop at 0.13 the ball rolls to the global minimum."),
              {doubleWell, {-2.4, 2.4}, 0.1, 0.02}},
             {Text::tr("Double well: start at 0.2"),
              Text::tr("Started 0.1 farther right, the ball ends in the other valley."),
              {doubleWell, {-2.4, 2.4}, 0.2, 0.02}},
             {Text::tr("Two sines"),
              Text::tr("Many valleys: the nearest one downhill wins, not the deepest."),
              {"sin(x)+sin(10*x/3)", {0, 9}, 3, 0.05, 500}},
             {Text::tr("A trap on the way"),
              Text::tr("A narrow hole near 2, deeper than the wide valley about 0, catches the "
                       "ball."),
              {trap, {-2.5, 5}, 4, 0.1, 500}}}};
}

Group slopes() {
    return {Text::tr("Slopes and steps"),
            {{Text::tr("Parabola"),
              Text::tr("Each step is shorter than the one before, because the slope is smaller."),
              {"x^2", {-5, 5}, 4, 0.1}},
             {Text::tr("Cubic playground"),
              Text::tr("The first step leaps across the valley; a start left of the hilltop at "
                       "−3.06 falls forever."),
              {"x+2*x^2+0.4*x^3", {-4.5, 2.5}, 2, 0.25}},
             {Text::tr("Steep quartic"),
              Text::tr("The slope at 6 is 540, so even α = 0.01 makes a first step of 5.4; with "
                       "0.05 the ball is lost."),
              {"x^4-3*x^3+2", {-2, 6.5}, 6, 0.01, 1000}},
             {Text::tr("Vanishing gradient"),
              Text::tr("The plateau is almost flat: the ball crawls for 500 steps, then falls "
                       "into the valley at once."),
              {"1-exp(-x^2)", {-4, 4}, 3, 0.5, 1000}},
             {Text::tr("Exploding gradient"),
              Text::tr("One steep slope throws the ball to −34; the way back takes 240 steps."),
              {"exp(x)-2*x", {-36, 7}, 6, 0.1, 1000}}}};
}

Group roadToChaos() {
    const insight::Range range{-1.7, 1.7};
    return {Text::tr("Road to chaos"),
            {{Text::tr("Road to chaos: one point"),
              Text::tr("With α = 0.9 the ball swings ever less and comes to rest at 1."),
              {twoHollows, range, 0.3, 0.9, 400}},
             {Text::tr("Road to chaos: two points"),
              Text::tr("With α = 1.1 it swings between two points forever."),
              {twoHollows, range, 0.3, 1.1, 400}},
             {Text::tr("Road to chaos: four points"),
              Text::tr("With α = 1.25 the two points have become four."),
              {twoHollows, range, 0.3, 1.25, 400}},
             {Text::tr("Road to chaos: chaos"),
              Text::tr("With α = 1.4 it never comes to the same place twice."),
              {twoHollows, range, 0.3, 1.4, 400}}}};
}

Group oddPlaces() {
    return {Text::tr("Corners, tops and inflections"),
            {{Text::tr("A corner"),
              Text::tr("The slope is 1 or −1, never small: the ball ends swinging about the "
                       "corner."),
              {"abs(x)", {-3, 3}, 2.3, 0.2}},
             {Text::tr("On the hilltop"),
              Text::tr("At the very top the slope is zero: the ball does not move, though it is a "
                       "maximum."),
              {"sin(x)", {-2, 7}, std::numbers::pi / 2, 0.1}},
             {Text::tr("An inflection"),
              Text::tr("The ball slows down at 0, where the slope is zero, although the curve goes "
                       "on falling to the left."),
              {"x^3", {-1.2, 1.2}, 0.7, 0.1, 10000}}}};
}

Group momentum() {
    return {Text::tr("Momentum"),
            {{Text::tr("Double well: over the hill"),
              Text::tr("Momentum with β = 0.9 crosses the hilltop and ends in the global minimum; "
                       "plain descent ends at 1.347."),
              {doubleWell, {-2.4, 2.4}, 2, 0.03, 500, descent::Momentum{0.9}, {}, Rival{0.03}}},
             {Text::tr("A trap: through the hole"),
              Text::tr("Momentum with β = 0.8 rolls through the hole that catches plain descent, "
                       "and on to 0, though the hole is deeper."),
              {trap, {-2.5, 5}, 4, 0.1, 500, descent::Momentum{0.8}, {}, Rival{0.1}}}}};
}

Group adaptiveSteps() {
    const descent::RmsProp forgets{0.9};
    return {
        Text::tr("Adaptive steps"),
        {{Text::tr("A plateau: AdaGrad starves"),
          Text::tr("AdaGrad never forgets the steep wall: on the plateau its steps are shorter "
                   "than α/100. RMSprop forgets, and arrives after 86."),
          {wallAndPlateau, {-2, 4.5}, 4, 0.1, 300, descent::Adagrad{}, {}, Rival{0.1, forgets}}},
         {Text::tr("The scale of f: x²"),
          Text::tr("Adam divides by the size of the slope, so that on 10⁶x², the next example, "
                   "it goes the same way; plain descent does not."),
          {"x^2", {-5, 5}, 4, 0.1, 500, descent::Adam{}, {}, Rival{0.1}}},
         {Text::tr("The scale of f: 10⁶x²"),
          Text::tr("The slope is a million times that of x², and Adam goes the same way; plain "
                   "descent leaps to −799996 and is lost."),
          {"1e6*x^2", {-5, 5}, 4, 0.1, 500, descent::Adam{}, {}, Rival{0.1}}}}};
}

Group schedules() {
    return {Text::tr("Schedules"),
            {{Text::tr("A corner: α that shrinks"),
              Text::tr("With α = 0.8 the ball swings between 0.7 and −0.1 for ever; with "
                       "0.8/(1 + t) it closes in on the corner."),
              {"abs(x)", {-3, 3}, 2.3, 0.8, 200, {}, descent::Inverse{1}, Rival{0.8}}}}};
}

Group newton() {
    return {
        Text::tr("Newton’s method"),
        {{Text::tr("Newton: three steps"),
          Text::tr("Newton’s method divides by the curvature and is there in three steps; "
                   "plain descent with α = 0.1 takes 131."),
          {"cosh(x)", {-2, 2}, 1, 1, 200, descent::Newton{}, {}, Rival{0.1}}},
         {Text::tr("Newton: off a hilltop"),
          Text::tr("The textbook’s step would lead up to the top at 0. Divided by |f″| it leads "
                   "down and doubles the distance: 11 steps, where plain descent takes 111."),
          {twoHollows, {-1.7, 1.7}, 0.01, 1, 200, descent::Newton{}, {}, Rival{0.1}}}}};
}

Session sessionOf(const SetUp& setUp) {
    Session session{
        *Function::from(QString::fromUtf8(setUp.function)), setUp.initialGuess, {}, setUp.range};
    session.settings.alpha = setUp.alpha;
    session.settings.maxIterations = setUp.maxIterations;
    session.settings.method = setUp.method;
    session.settings.schedule = setUp.schedule;
    if (const auto& rival = setUp.rival)
        session.others = {{setUp.initialGuess, rival->alpha, rival->method}};
    return session;
}

}  // namespace

std::vector<Example> examples() {
    std::vector<Example> all;
    for (const Group& group : {valleys(), slopes(), roadToChaos(), oddPlaces(), momentum(),
                               adaptiveSteps(), schedules(), newton()}) {
        for (const Row& row : group.rows)
            all.push_back({group.title, row.title, row.lookFor, sessionOf(row.setUp)});
    }
    return all;
}

}  // namespace session
