// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remarked on methods, schedules and noise, each on 300 random runs, against the run simply
// continued or made otherwise; and where each is to be said.
#include <QTest>
#include <cmath>
#include <random>

#include "insight/verdict/remark.h"
#include "loops.h"
#include "methodruns.h"

using descent::Outcome;
using namespace insight;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int oneOf = 5;  // of the runs, each of which takes so much longer
#else
constexpr int oneOf = 1;
#endif
constexpr int count = 300 / oneOf;

#define HOLDS(claim) QVERIFY2(claim, run.name().c_str())

template <typename Kind>
std::optional<Kind> remarkOf(const Verdict& verdict) {
    for (const Remark& remark : verdict.remarks) {
        if (const auto* found = std::get_if<Kind>(&remark)) return *found;
    }
    return std::nullopt;
}

/// Checks a remark on so many runs of these methods in turn. Says on how many it was made.
template <typename Kind, typename Next, typename Check>
void onEach(const std::vector<descent::Method>& methods, const Next& next, int least,
            const Check& check) {
    int told = 0;
    for (int i = 0; i < count; ++i) {
        const auto method = methods.empty() ? std::optional<descent::Method>()
                                            : methods[static_cast<std::size_t>(i) % methods.size()];
        const MethodRun run = next(method);
        const auto remark = remarkOf<Kind>(run.verdict());
        if (!remark) continue;
        check(run, *remark);
        if (QTest::currentTestFailed()) return;
        ++told;
    }
    qInfo("made on %d of %d runs", told, count);
    QVERIFY(oneOf > 1 || told >= least);
}

/// On random runs.
template <typename Kind, typename Check>
void onRandomRuns(const std::vector<descent::Method>& methods, Drawn drawn, int least,
                  const Check& check) {
    MethodRuns random(4711);
    onEach<Kind>(
        methods,
        [&](const std::optional<descent::Method>& method) { return random.next(method, drawn); },
        least, check);
}

/// The same where hills stand in a valley.
template <typename Kind, typename Check>
void onHillyRuns(const std::vector<descent::Method>& methods, int least, const Check& check) {
    std::mt19937_64 random(4711);
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
    };
    const auto next = [&](const std::optional<descent::Method>& method) {
        MethodRun made;
        const double width = between(0.2, 1.5);
        const double middle = between(-1, 1);
        const double height = between(0.2, 1.5);
        made.function = QStringLiteral("%1*(x-(%2))^2+%3*sin(%4*x)")
                            .arg(width)
                            .arg(middle)
                            .arg(height)
                            .arg(between(2, 6))
                            .toStdString();
        made.start = std::copysign(between(1.5, 5), between(-1, 1));
        made.settings = {.alpha = std::pow(10, between(-2.2, -0.8)), .maxIterations = 300};
        made.settings.method = *method;
        made.analysis = analysed(made.function);
        made.run = finished(made.analysis, made.start, made.settings);
        return made;
    };
    onEach<Kind>(methods, next, least, check);
}

const std::vector<descent::Method> scaleFree = {
    descent::Adam(),    descent::AmsGrad(), descent::Adamax(), descent::NAdam(),
    descent::RmsProp(), descent::Adagrad(), descent::Lion(),   descent::RProp()};

bool isAbout(double a, double b, double part) {
    return std::abs(a - b) <= part * std::abs(b);
}

const std::vector<descent::Method> swinging = {
    descent::Momentum(), descent::Nesterov(), descent::Adam(), descent::NAdam(),
    descent::RmsProp(),  descent::Adamax(),   descent::Lion(), descent::RProp()};

/// Where the slope of the cost goes from negative to positive close to x; NaN where it does not.
double signChange(const descent::Objective& objective, double x) {
    const double reach = 1e-6 * std::max(1.0, std::abs(x));
    double low = x - reach;
    double high = x + reach;
    if (!(objective.slope(low) < 0 && objective.slope(high) > 0)) return std::nan("");
    for (int i = 0; i < 60; ++i) {
        const double middle = low + (high - low) / 2;
        (objective.slope(middle) < 0 ? low : high) = middle;
    }
    return low;
}

/// From an iteration on.
std::vector<double> slopesOf(const descent::Trajectory& steps, std::size_t from) {
    std::vector<double> slopes;
    for (std::size_t n = from; n < steps.size(); ++n) slopes.push_back(steps.slope(n));
    return slopes;
}

std::vector<double> slopesAt(const loops::Function& slope, const loops::Places& places) {
    std::vector<double> slopes;
    for (const double x : places) slopes.push_back(slope(x));
    return slopes;
}

/// Whether they shrink to a thousandth in as many steps as it takes with that factor a step, give
/// or take where in its swing the run is.
bool shrinksBy(double factor, const std::vector<double>& slopes) {
    const double expected = std::log(1e-3);
    const auto steps = static_cast<std::ptrdiff_t>(expected / std::log(std::abs(factor)));
    if (2 * steps >= static_cast<std::ptrdiff_t>(slopes.size())) return true;
    const auto largest = [&](std::ptrdiff_t from) {
        double most = 0;
        for (auto each = slopes.begin() + from; each != slopes.begin() + from + steps; ++each)
            most = std::fmax(most, std::abs(*each));
        return most;
    };
    return std::abs(std::log(largest(steps) / largest(0)) - expected) < 1.5;
}

/// As the books have it, in units of 1/f''.
double limitOf(const descent::Method& method) {
    if (const auto* momentum = std::get_if<descent::Momentum>(&method))
        return 2 * (1 + momentum->beta);
    const double beta = std::get<descent::Nesterov>(method).beta;
    return 2 * (1 + beta) / (1 + 2 * beta);
}

/// The distances of a run from close by a minimum, or of one on a parabola of that curvature, until
/// it is a thousand times as far.
std::vector<double> byMethod(const MethodRun& run, std::optional<double> minimum, double curvature,
                             double alpha) {
    const descent::Objective objective = run.objective();
    const double centre = minimum ? signChange(objective, *minimum) : 0;
    const bool looksAhead = std::holds_alternative<descent::Nesterov>(run.settings.method);
    const double beta = descent::settingsOf(run.settings.method).front().value;
    std::vector<double> distances{minimum ? 1e-5 * std::max(1.0, std::abs(centre)) : 1};
    double velocity = 0;
    const double most = 1e3 * distances.front();
    while (distances.size() < 50'000 && std::abs(distances.back()) < most) {
        const double at = distances.back();
        const double slope = minimum ? objective.slope(centre + at) : curvature * at;
        velocity = beta * velocity + slope;
        distances.push_back(at - alpha * (looksAhead ? slope + beta * velocity : velocity));
    }
    return distances;
}

double costAt(const MethodRun& run, double x) {
    return run.objective().value(x);
}

/// Where the step would have ended if nothing had been remembered, of methods that add it up.
double bySlope(const MethodRun& run, std::size_t step) {
    const double from = run.steps().x(step - 1);
    const double slope = run.settings.alpha * run.objective().slope(from);
    if (std::holds_alternative<descent::Momentum>(run.settings.method)) return from - slope;
    if (const auto* nesterov = std::get_if<descent::Nesterov>(&run.settings.method))
        return from - (1 + nesterov->beta) * slope;
    return from;
}

/// How often steps went over that place.
std::int64_t passesOf(const MethodRun& run, double place) {
    std::int64_t passes = 0;
    for (std::size_t n = 1; n < run.steps().size(); ++n)
        passes += (run.steps().x(n) - place) * (run.steps().x(n - 1) - place) < 0;
    return passes;
}

/// Whether the cost has a hill between two places, as far as two thousand places in between tell.
bool hasHill(const MethodRun& run, double from, double to) {
    constexpr int parts = 2000;
    const auto cost = [&](int i) { return costAt(run, from + (to - from) * i / parts); };
    for (int i = 2; i + 1 < parts; ++i) {
        const double slack = 1e-12 * std::abs(cost(i));
        if (cost(i) > cost(i - 1) + slack && cost(i) > cost(i + 1) + slack) return true;
    }
    return false;
}

/// Whose steps but the first are no longer or shorter for α.
bool ignoresSchedules(const descent::Method& method) {
    return std::holds_alternative<descent::RProp>(method) ||
           std::holds_alternative<descent::BarzilaiBorwein>(method);
}

bool isPending(Outcome outcome) {
    return outcome == Outcome::MaxIterations || outcome == Outcome::Stalled;
}

/// For how many steps α was below that of the settings, of a warm-up; else how often it changed.
std::int64_t changesOf(const MethodRun& run) {
    const bool warms = std::holds_alternative<descent::Warmup>(run.settings.schedule);
    std::int64_t changes = 0;
    for (std::size_t n = 0; n + 1 < run.steps().size(); ++n) {
        const double before = n > 0 ? run.steps().alpha(n - 1) : run.settings.alpha;
        changes +=
            warms ? run.steps().alpha(n) < run.settings.alpha : run.steps().alpha(n) != before;
    }
    return changes;
}

/// A remark that must be made of this run.
struct Case {
    const char* function;
    double start;
    double alpha;
    int steps;
    descent::Method method;
    descent::Schedule schedule = {};
    double noise = 0;
    double tolerance = 1e-6;
    Verdict verdict() const {
        descent::Settings settings{.alpha = alpha, .maxIterations = steps};
        settings.tolerance = tolerance;
        settings.method = method;
        settings.schedule = schedule;
        settings.noise.sigma = noise;
        return finished(analysed(function), start, settings).verdict;
    }
};

}  // namespace

class TestRemarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The same on a function that is seven times as steep.
    void firstStepsDoNotDependOnTheSlope() {
        onRandomRuns<FirstStep>(scaleFree, {}, 60, [](const MethodRun& run, const FirstStep& told) {
            const double start = run.steps().x(0);
            HOLDS(isAbout(std::abs(run.steps().x(1) - start), told.length, 1e-12));
            HOLDS(isAbout(told.length, told.rates * run.settings.alpha, 1e-12));
            HOLDS(isAbout(run.settings.alpha * std::abs(run.steps().slope(0)), told.plain, 1e-12));
            const auto steeper = formula::analyse("7*(" + run.function + ")");
            descent::Settings one = run.settings;
            one.maxIterations = 1;
            one.tolerance = std::numeric_limits<double>::denorm_min();
            const descent::Objective objective(*steeper, one.direction);
            const auto other = descent::whole(objective, one, start).trajectory;
            HOLDS(isAbout(std::abs(other.x(1) - start), told.length, 0.02));
        });
        const auto adam =
            remarkOf<FirstStep>(Case{"1e6*x^2", 4, 0.1, 200, descent::Adam()}.verdict());
        QVERIFY(adam && isAbout(adam->rates, 1, 1e-6) && isAbout(adam->plain, 8e5, 1e-6));
        const auto rmsprop =
            remarkOf<FirstStep>(Case{"1e6*x^2", 4, 0.1, 200, descent::RmsProp()}.verdict());
        QVERIFY(rmsprop && isAbout(rmsprop->rates, 10, 1e-6));
        for (const descent::Method& method :
             {descent::Method(descent::Gradient()), descent::Method(descent::Momentum()),
              descent::Method(descent::RAdam()), descent::Method(descent::Newton())})
            QVERIFY(!remarkOf<FirstStep>(Case{"1e6*x^2", 4, 0.1, 200, method}.verdict()));
    }

    void adagradStarves() {
        onRandomRuns<Starvation>(
            {descent::Adagrad()}, {}, 10, [](const MethodRun& run, const Starvation& told) {
                const std::size_t last = run.steps().size() - 1;
                const double first = run.steps().x(1) - run.steps().x(0);
                const double now = run.steps().x(last) - run.steps().x(last - 1);
                HOLDS(isAbout(told.share, std::abs(now / first), 1e-12) && told.share <= 0.1);
                const auto more = static_cast<std::int64_t>(std::min<std::size_t>(last, 1000));
                HOLDS(run.resumed(more).outcome == Outcome::MaxIterations);
                // Undivided from then on it would be faster.
                descent::Settings plain = run.settings;
                plain.method = descent::Gradient();
                HOLDS(std::abs(run.steps().slope(last)) * run.settings.alpha > std::abs(now) ||
                      std::abs(run.steps().slope(0)) < 1);
            });
        QVERIFY(remarkOf<Starvation>(
            Case{"sqrt(1+x^2)", 100, 0.1, 2000, descent::Adagrad()}.verdict()));
        QVERIFY(!remarkOf<Starvation>(
            Case{"sqrt(1+x^2)", 100, 0.1, 2000, descent::RmsProp()}.verdict()));
        // Its steps are as short, and 166 more of them bring it to rest.
        QVERIFY(
            !remarkOf<Starvation>(Case{"sqrt(1+x^2)", 22, 1, 115, descent::Adagrad()}.verdict()));
        QCOMPARE((Case{"sqrt(1+x^2)", 22, 1, 300, descent::Adagrad()}.verdict().outcome),
                 Outcome::Converged);
    }

    void everyStepOfLionIsAlpha() {
        onRandomRuns<EveryStep>(
            {descent::Lion()}, {}, 50, [](const MethodRun& run, const EveryStep&) {
                const auto longer = run.resumed(500).trajectory;
                for (std::size_t n = run.steps().size(); n < longer.size(); ++n)
                    HOLDS(std::abs(std::abs(longer.x(n) - longer.x(n - 1)) - run.settings.alpha) <=
                          1e-9 * run.settings.alpha + 1e-14 * std::abs(longer.x(n)));
            });
        QVERIFY(remarkOf<EveryStep>(Case{"x^2", 4, 0.1, 500, descent::Lion()}.verdict()));
        // Behind a corner the slope and what it remembers cancel each other: every other step is 0.
        const descent::Lion halting{.beta1 = 0.5, .beta2 = 0};
        QVERIFY(!remarkOf<EveryStep>(Case{"abs(x)", 4.0625, 0.125, 500, halting}.verdict()));
        QVERIFY(!remarkOf<EveryStep>(Case{"x^2", 1e12, 1e-5, 500, descent::Lion()}.verdict()));
    }

    /// Counted once more about the place where f' changes its sign.
    void passesOverAMinimumAreCounted() {
        onRandomRuns<Passes>(swinging, {}, 60, [](const MethodRun& run, const Passes& told) {
            const double minimum = signChange(run.objective(), told.x);
            HOLDS(std::isfinite(minimum));
            const double unsure = 1e-9 * std::max(1.0, std::abs(minimum));
            std::int64_t passes = 0;
            std::int64_t doubtful = 0;
            double side = 0;
            for (std::size_t n = 0; n < run.steps().size(); ++n) {
                const double now = run.steps().x(n) - minimum;
                doubtful += std::abs(now) <= unsure;
                if (std::abs(now) <= unsure) continue;
                passes += now * side < 0;
                side = now;
            }
            HOLDS(told.passes >= 2 && std::abs(told.passes - passes) <= doubtful);
        });
        const auto adam =
            remarkOf<Passes>(Case{"x^4-4*x^2+x", 2, 0.1, 500, descent::Adam()}.verdict());
        QVERIFY(adam && adam->passes > 2 && !adam->response);
        QVERIFY(!remarkOf<Passes>(Case{"x^2", 4, 0.9, 500, descent::Gradient()}.verdict()));
        QVERIFY(!remarkOf<Passes>(Case{"x^2", 4, 0.1, 500, descent::RmsProp()}.verdict()));
    }

    /// The swing shrinks so much in the steps that follow, and with other rates that are told.
    void swingsKeepAsMuchAsIsTold() {
        const auto told = [](const MethodRun& run, const Passes& passes) {
            if (!passes.response) return;
            const double kept = passes.response->factor;
            const descent::Objective objective = run.objective();
            if (objective.slopeError(passes.x) > 1e-12) return;
            HOLDS(
                shrinksBy(kept, slopesOf(run.continued(3000).trajectory, run.steps().size() - 1)));
            const auto* momentum = std::get_if<descent::Momentum>(&run.settings.method);
            if (!momentum || kept < 0) return;
            HOLDS(isAbout(kept, std::sqrt(momentum->beta), 1e-12));
            const double low = passes.response->bestLow;
            const double high = passes.response->bestHigh;
            const auto slope = [&](double x) { return objective.slope(x); };
            for (const double alpha : {1.1 * low, std::sqrt(low * high), 0.95 * high})
                HOLDS(shrinksBy(kept, slopesAt(slope, loops::momentum(slope, passes.x + 1e-4, alpha,
                                                                      momentum->beta, 3000))));
        };
        onRandomRuns<Passes>({descent::Momentum(), descent::Nesterov(), descent::Momentum{0.5}}, {},
                             50, told);
        const auto well =
            remarkOf<Passes>(Case{"x^4-4*x^2+x", 2, 0.03, 500, descent::Momentum()}.verdict());
        QVERIFY(well && well->passes > 20 && std::abs(well->x + 1.473) < 1e-3);
        QVERIFY(well->response && isAbout(well->response->factor, std::sqrt(0.9), 1e-12));
        const auto turning =
            remarkOf<Passes>(Case{"x^2", 4, 1.899, 500, descent::Momentum()}.verdict());
        QVERIFY(turning && turning->response && turning->response->factor < -0.95);
    }

    /// A run from close by leads away, and one with nine tenths of the limit comes closer.
    void limitsAreThoseOfTheMethod() {
        const std::vector<descent::Method> methods = {descent::Momentum(), descent::Nesterov(),
                                                      descent::Momentum{0.5}};
        onRandomRuns<Limit>(methods, {}, 30, [](const MethodRun& run, const Limit& told) {
            HOLDS(run.verdict().outcome != Outcome::Converged);
            const double at = told.x.value_or(run.verdict().last.at[0]);
            const double curvature = run.objective().curvature(at);
            // Far out numbers may run out in computing it.
            HOLDS(!std::isfinite(curvature) ||
                  isAbout(told.response.limit * curvature, limitOf(run.settings.method), 1e-6));
            const auto away = [&](double alpha) {
                const auto places = byMethod(run, told.x, curvature, alpha);
                return std::abs(places.back()) > std::abs(places.front());
            };
            const bool isAtLimit = isAbout(run.settings.alpha, told.response.limit, 1e-8);
            HOLDS(isAtLimit || away(run.settings.alpha));
            HOLDS(!away(0.9 * told.response.limit));
            if (!told.growth) return;
            const std::size_t last = run.steps().size() - 1;
            const double before = run.steps().x(last - 1);
            HOLDS(isAbout(
                std::abs((run.steps().x(last) - before) / (before - run.steps().x(last - 2))),
                *told.growth, 1e-9));
        });
        const auto swinging =
            remarkOf<Limit>(Case{"x^2", 4, 1.9, 200, descent::Momentum()}.verdict());
        QVERIFY(swinging && swinging->x && isAbout(swinging->response.limit, 1.9, 1e-12));
        const auto gone = remarkOf<Limit>(Case{"x^2", 4, 1.95, 200, descent::Momentum()}.verdict());
        QVERIFY(gone && !gone->x && gone->growth);
        const auto going = remarkOf<Limit>(Case{"x^2", 4, 0.7, 200, descent::Nesterov()}.verdict());
        QVERIFY(going && isAbout(going->response.limit, 3.8 / 5.6, 1e-12));
        for (const double alpha : {0.1, 1.0, 1.8})
            QVERIFY(!remarkOf<Limit>(Case{"x^2", 4, alpha, 200, descent::Momentum()}.verdict()));
        QVERIFY(!remarkOf<Limit>(Case{"-x^2", 4, 1.95, 200, descent::Momentum()}.verdict()));
    }

    /// By the gradient alone the step would have ended before it, and no hilltop was crossed later.
    void whatIsRememberedCarriesOverHilltops() {
        const std::vector<descent::Method> methods = {descent::Momentum(), descent::Nesterov(),
                                                      descent::Adam(), descent::AdamW(),
                                                      descent::Lion()};
        onHillyRuns<Carried>(methods, 30, [](const MethodRun& run, const Carried& told) {
            const auto step = static_cast<std::size_t>(told.step);
            const double from = run.steps().x(step - 1);
            const double to = run.steps().x(step);
            HOLDS((from - told.top) * (to - told.top) < 0);
            HOLDS((bySlope(run, step) - told.top) * (from - told.top) > 0);
            HOLDS(costAt(run, told.top) >= costAt(run, from));
            HOLDS(costAt(run, told.top) >= costAt(run, to));
            for (std::size_t n = step; n < run.steps().size(); ++n)
                HOLDS((run.steps().x(n) - told.top) * (to - told.top) > 0);
            HOLDS((run.steps().x(0) - told.top) * (to - told.top) < 0);
            HOLDS(passesOf(run, told.top) == 2 * told.turns + 1);
            HOLDS(!hasHill(run, told.top, run.steps().last().at[0]));
        });
        const auto well =
            remarkOf<Carried>(Case{"x^4-4*x^2+x", 2, 0.03, 500, descent::Momentum()}.verdict());
        QVERIFY(well && std::abs(well->top - 0.126) < 1e-3);
        QVERIFY(remarkOf<Carried>(
            Case{"0.1*x^2-0.6*exp(-8*(x-2)^2)", 4, 0.1, 500, descent::Momentum{0.8}}.verdict()));
        QVERIFY(
            !remarkOf<Carried>(Case{"x^4-4*x^2+x", 2, 0.03, 500, descent::Gradient()}.verdict()));
    }

    /// Over it and back again, to the side where it began.
    void whatCameBackOverAHilltopIsNotToldAsCarried() {
        const std::vector<descent::Method> methods = {descent::Momentum(), descent::Nesterov(),
                                                      descent::Momentum{0.97}, descent::Adam()};
        onHillyRuns<Excursion>(methods, 30, [](const MethodRun& run, const Excursion& told) {
            const auto out = static_cast<std::size_t>(told.out);
            const auto back = static_cast<std::size_t>(told.back);
            const double home = run.steps().x(0) - told.top;
            HOLDS(out < back && passesOf(run, told.top) == 2 * told.turns);
            HOLDS((run.steps().x(out - 1) - told.top) * home > 0);
            for (std::size_t n = out; n < back; ++n)
                HOLDS((run.steps().x(n) - told.top) * home < 0);
            for (std::size_t n = back; n < run.steps().size(); ++n)
                HOLDS((run.steps().x(n) - told.top) * home > 0);
            HOLDS((bySlope(run, out) - told.top) * home > 0);
            const auto carried = remarkOf<Carried>(run.verdict());
            HOLDS(!carried || carried->top != told.top);
        });
        const Verdict verdict =
            Case{"(x-1)^2+0.5*sin(5*x)", 3, 0.05, 300, descent::Momentum()}.verdict();
        const auto carried = remarkOf<Carried>(verdict);
        QVERIFY(carried && std::abs(carried->top - 1.68721) < 1e-5);
        QVERIFY(carried->step == 4 && carried->turns == 0);
        const auto excursion = remarkOf<Excursion>(verdict);
        QVERIFY(excursion && std::abs(excursion->top - 0.168636) < 1e-6);
        QVERIFY(excursion->back == 14 && excursion->turns == 1);
    }

    /// Adam, which divides all its steps, has not come over that hilltop by then.
    void radamLeaps() {
        onRandomRuns<Leap>({descent::RAdam()}, {}, 3, [](const MethodRun& run, const Leap& told) {
            const auto step = static_cast<std::size_t>(told.step);
            const double from = run.steps().x(step - 1);
            const double to = run.steps().x(step);
            HOLDS((from - told.top) * (to - told.top) < 0);
            HOLDS(told.step <= told.undivided && told.undivided <= 5);
            descent::Settings divided = run.settings;
            divided.method = descent::Adam();
            divided.maxIterations = told.step;
            const auto adam = descent::whole(run.objective(), divided, run.start).trajectory;
            for (std::size_t n = 0; n < adam.size(); ++n)
                HOLDS((adam.x(n) - told.top) * (run.start - told.top) > 0);
        });
        const auto well =
            remarkOf<Leap>(Case{"x^4-4*x^2+x", 2, 0.1, 200, descent::RAdam()}.verdict());
        QVERIFY(well && std::abs(well->top - 0.126) < 1e-3 && well->undivided == 5);
    }

    void rmspropEndsSwingingByHalfOfAlpha() {
        onRandomRuns<HalfAlpha>(
            {descent::RmsProp()}, {}, 10, [](const MethodRun& run, const HalfAlpha& told) {
                HOLDS(told.reach == run.settings.alpha / 2);
                const auto longer = run.continued(20'000).trajectory;
                for (std::size_t n = longer.size() - 10; n < longer.size(); ++n) {
                    HOLDS(isAbout(std::abs(longer.x(n) - longer.x(n - 1)), 2 * told.reach, 0.02));
                    HOLDS((longer.x(n) - longer.x(n - 1)) * (longer.x(n - 1) - longer.x(n - 2)) <
                          0);
                }
            });
        QVERIFY(remarkOf<HalfAlpha>(Case{"x^2", 4, 0.1, 200, descent::RmsProp()}.verdict()));
        QVERIFY(remarkOf<HalfAlpha>(Case{"abs(x)", 4, 0.13, 2000, descent::RmsProp()}.verdict()));
    }

    /// Without decay it would come closer.
    void adamwIsHeldOff() {
        onRandomRuns<Balance>(
            {descent::AdamW(), descent::withKnob(descent::Method(descent::AdamW()), "decay", 0.1)},
            {}, 5, [](const MethodRun& run, const Balance& told) {
                const double x = run.verdict().last.at[0];
                HOLDS(isAbout(std::abs(told.x - x), told.distance, 1e-9));
                HOLDS(std::abs(told.x) > std::abs(x));
                const std::size_t last = run.steps().size() - 1;
                const double decay = std::get<descent::AdamW>(run.settings.method).decay;
                const double pull = run.settings.alpha * decay * std::abs(x);
                HOLDS(std::abs(x - run.steps().x(last - 1)) <= 0.11 * pull);
                const double beside = 1e-3 * told.distance;
                HOLDS(run.objective().slope(told.x - beside) < 0);
                HOLDS(run.objective().slope(told.x + beside) > 0);
                const auto ahead = run.continued(1000).trajectory;
                for (std::size_t n = last; n < ahead.size(); ++n)
                    HOLDS(std::abs(told.x - ahead.x(n)) <= 1.6 * told.distance);
                if (told.then) {
                    const auto longer = run.resumed(told.ahead).trajectory;
                    HOLDS(isAbout(std::abs(told.x - longer.last().at[0]), *told.then, 1e-9));
                }
            });
        QVERIFY(remarkOf<Balance>(Case{"x^4-4*x^2+x", 2, 0.1, 200, descent::AdamW()}.verdict()));
        QVERIFY(!remarkOf<Balance>(Case{"x^4-4*x^2+x", 2, 0.1, 200, descent::Adam()}.verdict()));
        // As slow, but beyond the minimum, where decay and slope pull the same way.
        const Case beyond{"(x-1.3)^2", -1, 0.02, 200,
                          descent::AdamW{{.beta1 = 0.99, .beta2 = 0.9}, 1}};
        QVERIFY(beyond.verdict().last.at[0] > 1.35);
        QVERIFY(!remarkOf<Balance>(beyond.verdict()));
        for (const Case& bursting :
             {Case{"(x-3)^2", 2, 0.2, 1000, descent::AdamW()},
              Case{"(x-3)^2", 2, 1, 1000, descent::AdamW()},
              Case{"cosh(x-2)", 1, 0.2, 1000, descent::AdamW()},
              Case{"1/x+x", 3, 1.1, 1000, descent::AdamW{{.beta2 = 0.99, .epsilon = 1e-12}}}})
            QVERIFY2(!remarkOf<Balance>(bursting.verdict()), bursting.function);
    }

    void stepsOfRpropAreNoShorter() {
        onRandomRuns<ShortestStep>(
            {descent::RProp()}, {}, 3, [](const MethodRun& run, const ShortestStep& told) {
                const auto longer = run.resumed(500).trajectory;
                for (std::size_t n = run.steps().size(); n < longer.size(); ++n) {
                    const double step = std::abs(longer.x(n) - longer.x(n - 1));
                    HOLDS(step == 0 || isAbout(step, told.length, 0.21));
                }
            });
        QVERIFY(remarkOf<ShortestStep>(
            Case{"1e4*(x-1.3)^2", 4, 0.1, 2000, descent::RProp()}.verdict()));
        // Here every third step is lengthened once, usually by a fifth.
        QVERIFY(
            remarkOf<ShortestStep>(Case{"1e4*(x-1.3)^2", 4, 0.13, 68, descent::RProp()}.verdict()));
        for (const int steps : {70, 71, 73})
            QVERIFY(!remarkOf<ShortestStep>(
                Case{"1e4*(x-1.3)^2", 4, 0.13, steps, descent::RProp{.grow = 1.5}}.verdict()));
    }

    void schedulesLetStepsFade() {
        onRandomRuns<Fading>(
            {}, {.schedule = true}, 15, [](const MethodRun& run, const Fading& told) {
                const auto end = static_cast<std::size_t>(run.verdict().steps);
                const auto longer = run.resumed(told.ahead).trajectory;
                double change = 0;
                for (std::size_t n = end; n < longer.size(); ++n)
                    change = std::fmax(change, std::abs(longer.x(n) - longer.x(end)));
                HOLDS(isAbout(change, told.change, 1e-12));
                HOLDS(isAbout(told.share * run.settings.alpha, told.alpha, 1e-12));
                HOLDS(std::abs(longer.last().gradient[0]) >= run.settings.tolerance);
            });
        QVERIFY(remarkOf<Fading>(
            Case{"x^2", 4, 0.01, 200, descent::Gradient(), descent::Exponential{0.9}}.verdict()));
    }

    /// By the run itself with a constant rate, and where nothing is told, that ends alike.
    void schedulesAreHeldAgainstAConstantRate() {
        MethodRuns random(31);
        int told = 0;
        for (int i = 0; i < count; ++i) {
            const MethodRun run = random.next({}, {.schedule = true});
            if (ignoresSchedules(run.settings.method) || run.steps().size() < 2) continue;
            descent::Settings constant = run.settings;
            constant.schedule = descent::Constant{};
            const auto [steps, outcome] = descent::whole(run.objective(), constant, run.start);
            const auto taken = static_cast<std::int64_t>(steps.size()) - 1;
            const auto remark = remarkOf<Unscheduled>(run.verdict());
            if (!remark) {
                HOLDS((taken == run.verdict().steps && outcome == run.verdict().outcome) ||
                      (isPending(outcome) && isPending(run.verdict().outcome)));
                continue;
            }
            HOLDS(remark->outcome == outcome && remark->steps == taken);
            HOLDS(remark->alpha == run.steps().alpha(run.steps().size() - 2));
            if (remark->x) HOLDS(steps.last().at[0] == *remark->x);
            if (remark->changes > 0) HOLDS(remark->changes == changesOf(run));
            ++told;
        }
        qInfo("made on %d of %d runs", told, count);
        QVERIFY(oneOf > 1 || told > 30);
        const auto plain = [](double alpha, const descent::Schedule& schedule) {
            return remarkOf<Unscheduled>(
                Case{"x^2", 4, alpha, 200, descent::Gradient(), schedule}.verdict());
        };
        const auto warm = plain(0.1, descent::Warmup{20});
        QVERIFY(warm && warm->outcome == Outcome::Converged && warm->changes == 19);
        QVERIFY(warm->steps == 72);
        const auto cosine = plain(0.1, descent::Cosine{});
        QVERIFY(cosine && cosine->steps == 72 && !cosine->x);
        const auto saved = plain(1.2, descent::Exponential{0.9});
        QVERIFY(saved && saved->outcome == Outcome::Diverged);
        QVERIFY(!plain(0.1, descent::StepDecay{1000, 0.5}));
        QVERIFY(!plain(0.1, descent::Constant{}));
    }

    void warmUpsMayLastLonger() {
        onRandomRuns<Rising>({}, {.schedule = true}, 5,
                             [](const MethodRun& run, const Rising& told) {
                                 HOLDS(run.verdict().steps < told.steps);
                                 HOLDS(told.alpha < run.settings.alpha);
                                 const double slope = descent::norm(run.verdict().last.gradient);
                                 HOLDS(!told.converging || slope < run.settings.tolerance);
                             });
        const auto rising = remarkOf<Rising>(
            Case{"x^2", 4, 0.1, 200, descent::Gradient(), descent::Warmup{1000}}.verdict());
        QVERIFY(rising && isAbout(rising->alpha, 0.02, 1e-9) && !rising->converging);
        QVERIFY(remarkOf<Rising>(
                    Case{"x^2", 4, 0.3, 900, descent::Gradient(), descent::Warmup{1000}}.verdict())
                    ->converging);
        QVERIFY(remarkOf<Unchanged>(Case{
            "x^2", 4, 0.01, 200, descent::Gradient(),
            descent::StepDecay{1000,
                               0.5}}.verdict()));
        QVERIFY(!remarkOf<Unchanged>(Case{
            "x^2", 4, 0.01, 200, descent::Gradient(),
            descent::StepDecay{100, 0.5}}.verdict()));
    }

    void noiseHidesTheSlope() {
        onRandomRuns<Noisy>({}, {.noise = true}, 20, [](const MethodRun& run, const Noisy& told) {
            const auto steps = static_cast<std::size_t>(told.steps);
            for (std::size_t n = run.steps().size() - steps; n < run.steps().size(); ++n)
                HOLDS(std::abs(run.steps().slope(n)) < run.settings.noise.sigma);
        });
        QVERIFY(remarkOf<Noisy>(Case{"x^2", 4, 0.1, 200, descent::Gradient(), {}, 0.1}.verdict()));
    }
};

QTEST_APPLESS_MAIN(TestRemarks)
#include "tst_remarks.moc"
