// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remarked on methods, schedules and noise, each on 300 random runs, against the run simply
// continued or made otherwise; and where each is to be said.
#include <QTest>
#include <cmath>

#include "insight/verdict/remark.h"
#include "methodruns.h"

using descent::Outcome;
using namespace insight;

namespace {

constexpr int count = 300;

#define HOLDS(claim) QVERIFY2(claim, run.name().c_str())

template <typename Kind>
std::optional<Kind> remarkOf(const Verdict& verdict) {
    for (const Remark& remark : verdict.remarks) {
        if (const auto* found = std::get_if<Kind>(&remark)) return *found;
    }
    return std::nullopt;
}

/// Checks a remark on so many random runs of these methods in turn. Says on how many it was made.
template <typename Kind, typename Check>
void onRandomRuns(const std::vector<descent::Method>& methods, Drawn drawn, int least,
                  const Check& check) {
    MethodRuns random(4711);
    int told = 0;
    for (int i = 0; i < count; ++i) {
        const auto method = methods.empty() ? std::optional<descent::Method>()
                                            : methods[static_cast<std::size_t>(i) % methods.size()];
        const MethodRun run = random.next(method, drawn);
        const auto remark = remarkOf<Kind>(run.verdict());
        if (!remark) continue;
        check(run, *remark);
        if (QTest::currentTestFailed()) return;
        ++told;
    }
    qInfo("made on %d of %d runs", told, count);
    QVERIFY(told >= least);
}

const std::vector<descent::Method> scaleFree = {
    descent::Adam(),    descent::AmsGrad(), descent::Adamax(), descent::NAdam(),
    descent::RmsProp(), descent::Adagrad(), descent::Lion(),   descent::RProp()};

bool isAbout(double a, double b, double part) {
    return std::abs(a - b) <= part * std::abs(b);
}

double costAt(const MethodRun& run, double x) {
    return run.objective().value(x);
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
        QVERIFY(!remarkOf<EveryStep>(Case{"x^2", 1e12, 1e-5, 500, descent::Lion()}.verdict()));
    }

    /// A step of plain gradient descent would have gone the other way, and f is higher on the top.
    void whatIsRememberedCarriesOverHilltops() {
        const std::vector<descent::Method> methods = {descent::Momentum(), descent::Nesterov(),
                                                      descent::Adam(), descent::AdamW(),
                                                      descent::Lion()};
        onRandomRuns<Carried>(methods, {}, 3, [](const MethodRun& run, const Carried& told) {
            const auto step = static_cast<std::size_t>(told.step);
            const double from = run.steps().x(step - 1);
            const double to = run.steps().x(step);
            HOLDS((from - told.top) * (to - told.top) < 0);
            HOLDS(run.objective().slope(from) * (to - from) > 0);
            HOLDS(costAt(run, told.top) >= costAt(run, from));
            HOLDS(costAt(run, told.top) >= costAt(run, to));
            for (std::size_t n = step; n < run.steps().size(); ++n)
                HOLDS((run.steps().x(n) - told.top) * (to - told.top) > 0);
        });
        const auto well =
            remarkOf<Carried>(Case{"x^4-4*x^2+x", 2, 0.03, 500, descent::Momentum()}.verdict());
        QVERIFY(well && std::abs(well->top - 0.126) < 1e-3);
        QVERIFY(remarkOf<Carried>(
            Case{"0.1*x^2-0.6*exp(-8*(x-2)^2)", 4, 0.1, 500, descent::Momentum{0.8}}.verdict()));
        QVERIFY(
            !remarkOf<Carried>(Case{"x^4-4*x^2+x", 2, 0.03, 500, descent::Gradient()}.verdict()));
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
            {descent::AdamW(), descent::AdamW{.decay = 0.1}}, {}, 5,
            [](const MethodRun& run, const Balance& told) {
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
        for (const Case& bursting :
             {Case{"(x-3)^2", 2, 0.2, 1000, descent::AdamW()},
              Case{"(x-3)^2", 2, 1, 1000, descent::AdamW()},
              Case{"cosh(x-2)", 1, 0.2, 1000, descent::AdamW()},
              Case{"1/x+x", 3, 1.1, 1000, descent::AdamW{.beta2 = 0.99, .epsilon = 1e-12}}})
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
