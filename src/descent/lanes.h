// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "descent/rules.h"

namespace descent {

/// Many runs of one method side by side, for those who evaluate many places at once: the same
/// rules as Descent, and the same steps to the last bit where the evaluation gives the same.
///
/// An Evaluator has values(places) and gradients(places), which give a cost and its gradient for
/// each of a vector of places, and hessians(places) for rules that ask for them.
template <std::size_t most, typename Rule, typename Evaluator>
class Lanes {
public:
    using Place = Coordinates<most>;

    Lanes(const Settings& settings, const Rule& rule, Evaluator evaluator,
          const std::vector<Place>& starts)
        : m_rules(settings, rule), m_evaluator(std::move(evaluator)), m_lanes(starts.size()) {
        for (std::size_t i = 0; i < starts.size(); ++i) {
            m_lanes[i].here.at = m_lanes[i].next.at = starts[i];
            m_lanes[i].here.memory.fill(starts[i]);
            for (Place& vector : m_lanes[i].here.memory)
                for (double& number : vector) number = 0;
            m_lanes[i].next = m_lanes[i].here;
        }
        evaluate(all(), &Lane::here);
    }

    std::size_t size() const { return m_lanes.size(); }
    const Iterate<most, Rule>& at(std::size_t lane) const { return m_lanes[lane].here; }
    std::int64_t iteration(std::size_t lane) const { return m_lanes[lane].n; }
    /// How the run ended; nothing when it can go on.
    const std::optional<Outcome>& outcome(std::size_t lane) const { return m_lanes[lane].outcome; }

    /// One step of each run that has not ended. False when all have.
    bool step() {
        std::vector<Lane*> running;
        for (Lane* lane : all()) {
            if (lane->outcome) continue;
            lane->length = m_rules.alpha(lane->n);
            running.push_back(lane);
        }
        propose(running);
        if constexpr (Rule::searches) search(running);
        std::erase_if(running, [this](Lane* lane) {
            lane->outcome = m_rules.outcome(lane->n, lane->here, lane->next);
            return lane->outcome.has_value();
        });
        if constexpr (!Rule::searches) evaluate(running, &Lane::next);
        for (Lane* lane : running) {
            lane->here = lane->next;
            ++lane->n;
        }
        return !running.empty();
    }

private:
    struct Lane {
        Iterate<most, Rule> here;
        Iterate<most, Rule> next;
        Iterate<most, Rule> seen;  ///< where there is noise, with the gradient that a step takes
        double length = 0;
        std::int64_t n = 0;
        std::optional<Outcome> outcome;
    };

    std::vector<Lane*> all() {
        std::vector<Lane*> lanes;
        for (Lane& lane : m_lanes) lanes.push_back(&lane);
        return lanes;
    }

    void propose(const std::vector<Lane*>& lanes) {
        std::vector<Hessian> hessians;
        if constexpr (AsksForHessian<Rule>)
            hessians = m_evaluator.hessians(places(lanes, &Lane::here));
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            Lane& lane = *lanes[i];
            if (m_rules.isNoisy()) lane.seen = m_rules.seen(lane.n, lane.here);
            if constexpr (AsksForHessian<Rule>) {
                m_rules.rule().step(from(lane), hessians[i], lane.length, lane.next);
            } else {
                m_rules.rule().step(from(lane), lane.length, lane.next);
            }
        }
    }

    const Iterate<most, Rule>& from(const Lane& lane) const {
        return m_rules.isNoisy() ? lane.seen : lane.here;
    }

    /// Shortens the steps of those whose cost does not fall enough, until none is left.
    void search(std::vector<Lane*> trying) {
        const auto isSettled = [this](Lane* lane) {
            return lane->next.at == lane->here.at || m_rules.lost(lane->here).has_value();
        };
        while (true) {
            std::erase_if(trying, isSettled);
            if (trying.empty()) return;
            evaluate(trying, &Lane::next);
            std::erase_if(trying, [this](Lane* lane) {
                return m_rules.rule().accepts(from(*lane), lane->length, lane->next);
            });
            for (Lane* lane : trying) {
                lane->length = shorter(m_rules.rule(), lane->length);
                m_rules.rule().step(from(*lane), lane->length, lane->next);
            }
        }
    }

    using Part = Iterate<most, Rule> Lane::*;

    static std::vector<Place> places(const std::vector<Lane*>& lanes, Part part) {
        std::vector<Place> all;
        for (Lane* lane : lanes) all.push_back((lane->*part).at);
        return all;
    }

    void evaluate(const std::vector<Lane*>& lanes, Part part) {
        const std::vector<Place> at = places(lanes, part);
        const std::vector<Place> gradients = m_evaluator.gradients(at);
        for (std::size_t i = 0; i < lanes.size(); ++i) (lanes[i]->*part).gradient = gradients[i];
        const std::vector<double> values = m_evaluator.values(at);
        for (std::size_t i = 0; i < lanes.size(); ++i) (lanes[i]->*part).value = values[i];
    }

    const Rules<most, Rule> m_rules;
    Evaluator m_evaluator;
    std::vector<Lane> m_lanes;
};

}  // namespace descent
