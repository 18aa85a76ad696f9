// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/descent.h"

#include <algorithm>
#include <utility>

#include "descent/rules.h"

namespace descent {

class Descent::Driver {
public:
    using Visit = std::function<void(std::span<const double>)>;

    virtual ~Driver() = default;
    virtual void advance(std::int64_t until, const std::stop_token& stop) = 0;
    virtual void watch(std::int64_t until, const std::stop_token& stop, const Visit& visit) = 0;
    virtual void keep(Trajectory& trajectory, std::int64_t until, const std::stop_token& stop) = 0;
    virtual State state() const = 0;
    const std::optional<Outcome>& outcome() const { return m_outcome; }

protected:
    std::optional<Outcome> m_outcome;
};

namespace {

/// The loop for one rule, with the dimension known to the compiler.
template <std::size_t most, typename Rule>
class Loop final : public Descent::Driver {
public:
    using At = Iterate<most, Rule>;

    Loop(const Objective& objective, const Settings& settings, const Rule& rule, const State& from,
         bool evaluated)
        : m_objective(objective), m_rules(settings, rule), m_n(from.iteration) {
        m_here.at = Coordinates<most>({from.at.begin(), from.at.end()});
        if (evaluated) {
            m_here.value = objective.told(from.value);
            m_here.gradient = Coordinates<most>({from.gradient.begin(), from.gradient.end()});
            for (double& slope : m_here.gradient) slope = objective.told(slope);
        } else {
            evaluate(m_here);
        }
        m_here.memory.fill(m_here.at);
        for (std::size_t i = 0; i < Rule::memory.size(); ++i)
            for (std::size_t j = 0; j < m_here.at.size(); ++j)
                m_here.memory[i][j] = from.begins ? 0 : from.memory[i][j];
        if (!from.begins)
            std::copy_n(from.numbers.begin(), Rule::first.size(), m_here.numbers.begin());
    }

    void advance(std::int64_t until, const std::stop_token& stop) override {
        proceed<true>(until, stop, [](const At&) {});
    }

    void watch(std::int64_t until, const std::stop_token& stop, const Visit& visit) override {
        proceed<false>(until, stop, [&visit](const At& here) {
            visit({here.at.begin(), here.at.end()});
        });
    }

    void keep(Trajectory& trajectory, std::int64_t until, const std::stop_token& stop) override {
        const auto append = [&](const At& here) { fill(trajectory.appended(), here); };
        if (trajectory.empty()) append(m_here);
        proceed<false>(until, stop, append);
    }

    State state() const override {
        State state;
        state.iteration = m_n;
        state.at = Point({m_here.at.begin(), m_here.at.end()});
        state.value = m_objective.told(m_here.value);
        state.gradient = Point({m_here.gradient.begin(), m_here.gradient.end()});
        for (double& slope : state.gradient) slope = m_objective.told(slope);
        for (std::size_t i = 0; i < Rule::memory.size(); ++i)
            state.memory[i] = Point({m_here.memory[i].begin(), m_here.memory[i].end()});
        std::copy_n(m_here.numbers.begin(), Rule::first.size(), state.numbers.begin());
        state.begins = false;
        return state;
    }

private:
    template <bool skipsTurns, typename Seen>
    void proceed(std::int64_t until, const std::stop_token& stop, const Seen& seen) {
        std::int64_t n = m_n;
        At here = m_here;
        At next = here;
        At anchor = here;
        std::int64_t anchored = n;
        std::int64_t pause = n;
        while (!m_outcome && !stop.stop_requested()) {
            propose(n, here, next, stop);
            if (Rule::searches && stop.stop_requested()) break;
            if (n >= pause || !m_rules.goesOn(here, next)) {
                m_outcome = m_rules.outcome(n, here, next);
                if (m_outcome || n >= until) break;
            }
            if constexpr (skipsTurns) {
                if (n >= pause) {
                    anchored = n;
                    anchor = here;
                    pause = std::min(2 * n + 1, until);
                } else if (m_rules.isSame(here, anchor)) {
                    const std::int64_t skipped = (until - n) - (until - n) % (n - anchored);
                    n += skipped;
                    if (skipped > 0) continue;
                }
            } else {
                pause = until;
            }
            ++n;
            arrive(next);
            here = next;
            seen(here);
        }
        m_n = n;
        m_here = here;
    }

    // f' before f saves a twentieth of the time.
    void evaluate(At& at) const {
        at.gradient = m_objective.gradient(at.at);
        at.value = m_objective.value(at.at);
    }

    /// The next place, and for a rule that searches all that is known of it.
    void propose(std::int64_t n, const At& here, At& next, const std::stop_token& stop) const {
        if (m_rules.isNoisy()) {
            move(n, m_rules.seen(n, here), next, stop);
        } else {
            move(n, here, next, stop);
        }
        // The last place that was tried is another one.
        if (Rule::searches && next.at == here.at) {
            next.value = here.value;
            next.gradient = here.gradient;
        }
    }

    void move(std::int64_t n, const At& here, At& next, const std::stop_token& stop) const {
        const Rule& rule = m_rules.rule();
        double length = m_rules.alpha(n);
        if constexpr (AsksForHessian<Rule>) {
            rule.step(here, m_objective.hessian(here.at), length, next);
        } else {
            rule.step(here, length, next);
        }
        if constexpr (Rule::searches) {
            while (!m_rules.lost(here) && !(next.at == here.at) && !stop.stop_requested()) {
                evaluate(next);
                if (rule.accepts(here, length, next)) break;
                length = shorter(rule, length);
                rule.step(here, length, next);
            }
        }
    }

    void arrive(At& next) const {
        if constexpr (!Rule::searches) evaluate(next);
    }

    /// As Trajectory::row().
    void fill(double* row, const At& here) const {
        row = std::copy_n(here.at.begin(), here.at.size(), row);
        *row++ = m_objective.told(here.value);
        for (const double slope : here.gradient) *row++ = m_objective.told(slope);
        for (const auto& vector : here.memory)
            row = std::copy_n(vector.begin(), vector.size(), row);
        std::copy_n(here.numbers.begin(), keptNumbers<Rule>, row);
    }

    const Objective& m_objective;
    const Rules<most, Rule> m_rules;
    std::int64_t m_n;
    At m_here;
};

std::unique_ptr<Descent::Driver> driver(const Objective& objective, const Settings& settings,
                                        const State& from, bool evaluated) {
    return std::visit(
        [&]<typename Rule>(const Rule& rule) -> std::unique_ptr<Descent::Driver> {
            if (from.at.size() > 1)
                return std::make_unique<Loop<mostVariables, Rule>>(objective, settings, rule, from,
                                                                   evaluated);
            return std::make_unique<Loop<1, Rule>>(objective, settings, rule, from, evaluated);
        },
        settings.method);
}

}  // namespace

State asSeen(const Settings& settings, State from) {
    const double sign = settings.direction == Direction::Descend ? 1 : -1;
    const Noise& noise = settings.noise;
    for (std::size_t i = 0; noise.sigma > 0 && i < from.gradient.size(); ++i)
        from.gradient[i] += sign * noise.sigma * gaussian(noise.seed, from.iteration, i);
    return from;
}

Descent::Descent(const Objective& objective, const Settings& settings, const Point& start) {
    State from;
    from.at = start;
    m_driver = driver(objective, settings, from, false);
}

Descent::Descent(const Objective& objective, const Settings& settings, const State& from)
    : m_driver(driver(objective, settings, from, true)) {}

Descent::~Descent() = default;

void Descent::advance(std::int64_t until, const std::stop_token& stop) {
    m_driver->advance(until, stop);
}

void Descent::watch(std::int64_t until, const std::stop_token& stop,
                    const std::function<void(std::span<const double>)>& visit) {
    m_driver->watch(until, stop, visit);
}

void Descent::keep(Trajectory& trajectory, std::int64_t until, const std::stop_token& stop) {
    m_driver->keep(trajectory, until, stop);
}

State Descent::state() const {
    return m_driver->state();
}

const std::optional<Outcome>& Descent::outcome() const {
    return m_driver->outcome();
}

Whole whole(const Objective& objective, const Settings& settings, const Point& start) {
    Descent descent(objective, settings, start);
    Whole run{Trajectory(start.size(), settings)};
    descent.keep(run.trajectory, settings.maxIterations);
    run.outcome = descent.outcome().value_or(Outcome::MaxIterations);
    return run;
}

std::optional<State> nextState(const Objective& objective, const Settings& settings,
                               const State& from) {
    const Settings oneMore =
        lasting(settings, std::max(settings.maxIterations, from.iteration + 1));
    Descent descent(objective, oneMore, from);
    descent.advance(from.iteration + 1);
    const State next = descent.state();
    return next.iteration > from.iteration ? std::optional(next) : std::nullopt;
}

StepLength stepLength(const Settings& settings, const State& from, const State& to) {
    const double sign = settings.direction == Direction::Descend ? 1 : -1;
    return std::visit(
        [&]<typename Rule>(const Rule& rule) {
            const double alpha = alphaAt(settings, from.iteration);
            StepLength step{alpha, alpha};
            if constexpr (Rule::searches) {
                const auto leads = [&] {
                    bool all = true;
                    for (std::size_t i = 0; i < from.at.size(); ++i)
                        all &= from.at[i] - step.length * (sign * from.gradient[i]) == to.at[i];
                    return all;
                };
                while (step.length > 0 && !leads()) {
                    step.length = shorter(rule, step.length);
                    ++step.refused;
                }
            }
            return step;
        },
        settings.method);
}

double corrected(const Method& method, const State& at, std::size_t vector) {
    return std::visit(
        [&](const auto& rule) {
            const double remembered = at.memory[vector][0];
            if constexpr (requires { rule.corrected(vector, remembered, at.numbers); }) {
                return rule.corrected(vector, remembered, at.numbers);
            } else {
                return remembered;
            }
        },
        method);
}

std::optional<Outcome> endAt(const Objective& objective, const Settings& settings, double x) {
    Descent descent(objective, lasting(settings, 1), Point(x));
    descent.advance(0);
    return descent.outcome();
}

}  // namespace descent
