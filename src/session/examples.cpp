// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/examples.h"

#include <QCoreApplication>
#include <array>
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
    std::optional<insight::Range> rangeUp = {};  ///< of several variables
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

descent::Point at(double x, double y) {
    return descent::Point(std::array{x, y});
}

/// Of two variables, over a rectangle about 0.
SetUp inPlane(const char* function, descent::Point start, double alpha, std::int64_t maxIterations,
              double halfWidth, double halfHeight) {
    SetUp setUp{function, {-halfWidth, halfWidth}, start, alpha, maxIterations};
    setUp.rangeUp = {-halfHeight, halfHeight};
    return setUp;
}

SetUp racing(SetUp setUp, const descent::Method& method, Rival rival) {
    setUp.method = method;
    setUp.rival = rival;
    return setUp;
}

std::vector<Row> valleysOfPlane() {
    constexpr const char* bowl = "(x^2+25*y^2)/2";
    return {
        {Text::tr("Rosenbrock: a bent valley"),
         Text::tr("Two steps lead down into the bent valley; along its floor, which is almost "
                  "level, 1000 steps come only to (0.33, 0.10), on the way to (1, 1)."),
         inPlane("(1-x)^2+100*(y-x^2)^2", at(-1.2, 1), 0.001, 1000, 1.8, 1.6)},
        {Text::tr("Himmelblau: four valleys"),
         Text::tr("From beside the hilltop the ball rolls to (3.58, −1.85), one of four minima "
                  "with f = 0; started 0.3 farther left it rolls to (−3.78, −3.28)."),
         inPlane("(x^2+y-11)^2+(x+y^2-7)^2", at(-0.2, -1), 0.01, 200, 6, 5)},
        {Text::tr("An elongated bowl: α just below the limit"),
         Text::tr("The curvatures are 1 and 25, so that 2/λmax = 0.08: with α = 0.078 the ball "
                  "zigzags at every step, but arrives after 333."),
         inPlane(bowl, at(4, 1), 0.078, 500, 5, 3.6)},
        {Text::tr("An elongated bowl: α just above the limit"),
         Text::tr("With α = 0.082 each step across the valley is 1.05 times as wide as the one "
                  "before, while x still goes to 0."),
         inPlane(bowl, at(4, 1), 0.082, 40, 10, 7.5)},
        {Text::tr("Six-hump camel"),
         Text::tr("Of six minima two are the deepest, f = −1.032: from here the ball ends in "
                  "another, f = −0.215."),
         inPlane("(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2", at(-1.9, 0.9), 0.02, 200, 2.1, 1.5)},
        {Text::tr("Styblinski–Tang: each its own way"),
         Text::tr(
             "The function is the same one of x and of y, added: each goes into a valley of its "
             "own, x to 2.747, y to the deeper one at −2.904."),
         inPlane("(x^4-16*x^2+5*x+y^4-16*y^2+5*y)/2", at(0.5, -1), 0.01, 200, 5, 4)},
        {Text::tr("Rastrigin: hollow beside hollow"),
         Text::tr("Of 35 hollows in view the ball stops in the nearest, at f = 4.97; the deepest, "
                  "f = 0, is in the middle."),
         inPlane("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", at(2.3, -1.4), 0.001, 200, 3.5, 2.6)}};
}

std::vector<Row> saddles() {
    constexpr const char* saddle = "x^2/2+y^4/4-y^2/2";
    return {{Text::tr("A saddle: on the line that leads to it"),
             Text::tr("Along y = 0 the slope leads to the saddle and ends there: the ball stops at "
                      "(0, 0), though f falls to both sides."),
             inPlane(saddle, at(2, 0), 0.1, 500, 2.5, 1.8)},
            {Text::tr("A saddle: a little beside the line"),
             Text::tr("Started at y = 0.0001 the ball is held up, 44 of its 159 steps within 0.1 "
                      "of the saddle, and then rolls down to (0, 1)."),
             inPlane(saddle, at(2, 0.0001), 0.1, 500, 2.5, 1.8)},
            {Text::tr("Monkey saddle"),
             Text::tr("Three valleys and three ridges meet at (0, 0), where slope and curvatures "
                      "are 0: down a ridge the ball creeps, after 500 steps still 0.013 away."),
             inPlane("x^3-3*x*y^2", at(1, 0), 0.05, 500, 1.5, 1.1)}};
}

std::vector<Row> racesInPlane() {
    return {
        {Text::tr("A ravine: momentum wins"),
         Text::tr("Momentum with β = 0.8 arrives after 153 steps, plain descent with the same α "
                  "after 787: across the ravine the pulls cancel, along it they add up."),
         racing(inPlane("25*(x-y)^2+(x+y)^2/4", at(3, 2), 0.019, 1000, 4, 3),
                descent::Momentum{0.8}, Rival{0.019})},
        {Text::tr("A corridor: Adam wins"),
         Text::tr("Adam is as fast along the corridor as across it and arrives after 280 steps; "
                  "plain descent has come from x = 4 only to 2.43 after 1000."),
         racing(inPlane("0.005*x^2+10*y^2", at(4, 1), 0.1, 1000, 5, 3.6), descent::Adam{},
                Rival{0.05})}};
}

/// Of the parabola x + yt + zt² the squares of its distances from four points (t, u).
std::vector<Row> fitsOfThree() {
    const descent::Point start(std::array{0.0, 0.0, 0.0});
    return {
        {Text::tr("Three variables: a parabola through points"),
         Text::tr("Fitted to (0, 1), (1, 2), (2, 2) and (3, 5), x + yt + zt² becomes 1.2 − 0.3t + "
                  "0.5t²: momentum with β = 0.85 arrives after 357 steps, plain descent after "
                  "3020, and the map is a slice that follows z."),
         racing(inPlane("(x-1)^2+(x+y+z-2)^2+(x+2*y+4*z-2)^2+(x+3*y+9*z-5)^2", start, 0.007, 4000,
                        2, 1.5),
                descent::Momentum{0.85}, Rival{0.007})}};
}

Group severalVariables() {
    Group group{Text::tr("Several variables"), valleysOfPlane()};
    for (const auto& rows : {saddles(), racesInPlane(), fitsOfThree()})
        group.rows.insert(group.rows.end(), rows.begin(), rows.end());
    return group;
}

Session sessionOf(const SetUp& setUp) {
    Session session{
        *Function::from(QString::fromUtf8(setUp.function)), setUp.initialGuess, {}, setUp.range};
    session.settings.alpha = setUp.alpha;
    session.settings.maxIterations = setUp.maxIterations;
    session.settings.method = setUp.method;
    session.settings.schedule = setUp.schedule;
    session.values = setUp.rangeUp;
    if (setUp.rangeUp) session.view = View::Map;
    if (const auto& rival = setUp.rival)
        session.others = {{setUp.initialGuess, rival->alpha, rival->method}};
    return session;
}

}  // namespace

std::vector<Example> examples() {
    std::vector<Example> all;
    for (const Group& group : {valleys(), slopes(), roadToChaos(), oddPlaces(), momentum(),
                               adaptiveSteps(), schedules(), newton(), severalVariables()}) {
        for (const Row& row : group.rows)
            all.push_back({group.title, row.title, row.lookFor, sessionOf(row.setUp)});
    }
    return all;
}

}  // namespace session
