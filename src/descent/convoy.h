// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "descent/descents.h"
#include "descent/rules.h"

namespace descent {

/// The runs of Descents that are under way, for one rule and with the dimension known to the
/// compiler.
template <std::size_t most, typename Rule>
class Convoy {
public:
    using At = Iterate<most, Rule>;
    static constexpr std::size_t lanes = Evaluator::lanes;

    Convoy(Evaluator& evaluator, std::size_t variables, const Settings& settings, const Rule& rule,
           std::int64_t further)
        : m_evaluator(evaluator),
          m_variables(variables),
          m_rules(lasting(settings, settings.maxIterations + further), rule),
          m_limit(settings.maxIterations),
          m_last(m_limit + further),
          m_here(lanes, blank()),
          m_next(lanes, blank()),
          m_anchors(lanes),
          m_seen(m_rules.isNoisy() ? lanes : 0),
          m_lanes(lanes),
          m_logs(lanes) {}

    void follow(const Descents::Starts& starts, const Descents::Ended& ended,
                const std::stop_token& stop) {
        m_starts = &starts;
        m_ended = &ended;
        while (m_count < lanes && board(m_count)) ++m_count;
        while (m_count > 0 && !stop.stop_requested()) {
            evaluate();
            for (std::size_t i = 0; i < m_count;) {
                if (goesOn(i) || board(i)) {
                    ++i;
                } else {
                    closeUp(i);
                }
            }
        }
    }

private:
    /// What each step of a run looks at.
    struct Lane {
        std::int64_t n = 0;
        std::int64_t pause = 0;     ///< see Descent::advance()
        std::int64_t anchored = 0;  ///< the iteration of its anchor
        double length = 0;          ///< that a rule that searches tries
        bool begins = true;
    };
    /// What its end does.
    struct Log {
        std::size_t number = 0;
        bool isPast = false;  ///< the limit of iterations, where it was as the course tells
        Course course;
    };

    /// At the origin, with nothing remembered.
    At blank() const {
        const std::array<double, most> zeros{};
        At at;
        at.at = at.gradient = Coordinates<most>(std::span(zeros.data(), m_variables));
        at.memory.fill(at.at);
        return at;
    }

    /// A run that waits; false when there is none.
    bool board(std::size_t i) {
        if (!m_waits) return false;
        const auto start = (*m_starts)();
        m_waits = start.has_value();
        if (!start) return false;
        m_lanes[i] = {};
        m_logs[i] = {.number = start->number, .course = {}};
        m_next[i] = blank();
        m_next[i].at = Coordinates<most>({start->at.begin(), start->at.end()});
        await(i);
        return true;
    }

    /// The last one takes its place.
    void closeUp(std::size_t i) {
        const std::size_t last = --m_count;
        if (i == last) return;
        m_here[i] = m_here[last];
        m_next[i] = m_next[last];
        m_anchors[i] = m_anchors[last];
        if (m_rules.isNoisy()) m_seen[i] = m_seen[last];
        m_lanes[i] = m_lanes[last];
        m_logs[i] = m_logs[last];
        for (std::size_t row = 0; row < rows; ++row) m_out[row][i] = m_out[row][last];
    }

    /// Its next place is to be evaluated.
    void await(std::size_t i) {
        for (std::size_t v = 0; v < m_next[i].at.size(); ++v) m_at[v][i] = m_next[i].at[v];
    }

    void evaluate() {
        std::array<const double*, most> at{};
        std::array<double*, rows> out{};
        for (std::size_t v = 0; v < most; ++v) at[v] = m_at[v].data();
        for (std::size_t row = 0; row < rows; ++row) out[row] = m_out[row].data();
        m_evaluator.evaluate(at.data(), out.data(), m_count);
        if constexpr (AsksForHessian<Rule>)
            m_evaluator.hessians(at.data(), out.data() + 1 + most, m_count);
        // The places of all are new: none has to be copied.
        if constexpr (!Rule::searches) std::swap(m_here, m_next);
    }

    void take(std::size_t i, At& to) const {
        for (std::size_t v = 0; v < to.gradient.size(); ++v) to.gradient[v] = m_out[1 + v][i];
        to.value = m_out[0][i];
    }

    Hessian hessian(std::size_t i) const {
        Hessian hessian{.size = m_variables};
        std::size_t row = 1 + most;
        for (std::size_t j = 0; j < m_variables; ++j) {
            for (std::size_t k = j; k < m_variables; ++k)
                hessian(j, k) = hessian(k, j) = m_out[row++][i];
        }
        return hessian;
    }

    /// With what was evaluated; false when the run is over.
    bool goesOn(std::size_t i) {
        if constexpr (Rule::searches) return searches(i);
        Lane& lane = m_lanes[i];
        At& here = m_here[i];
        take(i, here);
        lane.begins = false;
        // Two calls: a copy of what was just written would wait for it to reach the cache.
        if (m_rules.isNoisy()) {
            move(i, m_rules.seen(lane.n, here));
        } else {
            move(i, here);
        }
        if (!departs(i)) return false;
        ++lane.n;
        await(i);
        return true;
    }

    void move(std::size_t i, const At& from) {
        const double alpha = m_rules.alpha(m_lanes[i].n);
        if constexpr (AsksForHessian<Rule>) {
            m_rules.rule().step(from, hessian(i), alpha, m_next[i]);
        } else {
            m_rules.rule().step(from, alpha, m_next[i]);
        }
    }

    /// The same of a rule that searches.
    bool searches(std::size_t i) {
        Lane& lane = m_lanes[i];
        take(i, m_next[i]);
        if (std::exchange(lane.begins, false)) {
            m_here[i] = m_next[i];
        } else if (!m_rules.rule().accepts(from(i), lane.length, m_next[i])) {
            lane.length = shorter(m_rules.rule(), lane.length);
            m_rules.rule().step(from(i), lane.length, m_next[i]);
            if (tries(i)) return true;
            if (!arrives(i)) return false;
        } else if (!arrives(i)) {
            return false;
        }
        while (true) {
            if (m_rules.isNoisy()) m_seen[i] = m_rules.seen(lane.n, m_here[i]);
            lane.length = m_rules.alpha(lane.n);
            m_rules.rule().step(from(i), lane.length, m_next[i]);
            if (tries(i)) return true;
            if (!arrives(i)) return false;
        }
    }

    const At& from(std::size_t i) const { return m_rules.isNoisy() ? m_seen[i] : m_here[i]; }

    /// Whether there is a place to try; else the next place is this one, or the run is lost.
    bool tries(std::size_t i) {
        const At& here = m_here[i];
        At& next = m_next[i];
        if (m_rules.lost(here) || next.at == here.at) {
            next.value = here.value;
            next.gradient = here.gradient;
            return false;
        }
        await(i);
        return true;
    }

    bool arrives(std::size_t i) {
        if (!departs(i)) return false;
        ++m_lanes[i].n;
        m_here[i] = m_next[i];
        return true;
    }

    /// Whether the run goes on from here to its next place; tells its end where it does not.
    bool departs(std::size_t i) {
        Lane& lane = m_lanes[i];
        const At& here = m_here[i];
        while (true) {
            const bool pauses = lane.n >= lane.pause;
            if ((pauses || !m_rules.goesOn(here, m_next[i])) && ends(i)) return false;
            if (pauses) {
                lane.anchored = lane.n;
                m_anchors[i] = here;
                lane.pause = std::min(2 * lane.n + 1, lane.n < m_limit ? m_limit : m_last);
                return true;
            }
            if (!m_rules.isSame(here, m_anchors[i])) return true;
            Log& log = m_logs[i];
            log.course.repeats = true;
            if (log.isPast) {
                tell(log);
                return false;
            }
            const std::int64_t rest = m_limit - lane.n;
            const std::int64_t skipped = rest - rest % (lane.n - lane.anchored);
            lane.n += skipped;
            if (skipped == 0) return true;
        }
    }

    bool ends(std::size_t i) {
        const std::int64_t n = m_lanes[i].n;
        const auto outcome = m_rules.outcome(n, m_here[i], m_next[i]);
        if (!outcome && n < m_limit) return false;
        Log& log = m_logs[i];
        const Coordinates<most>& at = m_here[i].at;
        const Endpoint here{outcome.value_or(Outcome::MaxIterations), n,
                            Point({at.begin(), at.end()})};
        if (!log.isPast) {
            log.course.end = here;
            log.isPast = true;
        } else if (outcome) {
            log.course.later = here;
        }
        if (!outcome && !log.course.repeats) return false;
        tell(log);
        return true;
    }

    void tell(const Log& log) const { (*m_ended)(log.number, log.course); }

    /// Of what is evaluated: the cost, its gradient, and its Hessian for those who ask for it.
    static constexpr std::size_t rows =
        1 + most + (AsksForHessian<Rule> ? most * (most + 1) / 2 : 0);

    Evaluator& m_evaluator;
    std::size_t m_variables;
    const Rules<most, Rule> m_rules;
    std::int64_t m_limit;  ///< of iterations
    std::int64_t m_last;   ///< up to which a run is continued
    std::vector<At> m_here;
    std::vector<At> m_next;
    std::vector<At> m_anchors;
    std::vector<At> m_seen;  ///< here, with noise on the gradient
    std::vector<Lane> m_lanes;
    std::vector<Log> m_logs;
    std::array<std::array<double, lanes>, most> m_at{};
    std::array<std::array<double, lanes>, rows> m_out{};
    std::size_t m_count = 0;  ///< of runs under way
    bool m_waits = true;      ///< there may be more
    const Descents::Starts* m_starts = nullptr;
    const Descents::Ended* m_ended = nullptr;
};

}  // namespace descent
