// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/descents.h"

#include <memory>
#include <variant>

#include "descent/convoy.h"

namespace descent {

Descents::Descents(Evaluator& evaluator, std::size_t variables, const Settings& settings,
                   std::int64_t further)
    : m_evaluator(evaluator), m_variables(variables), m_settings(settings), m_further(further) {}

void Descents::follow(const Starts& starts, const Ended& ended, const std::stop_token& stop) {
    const auto with = [&]<std::size_t most, typename Rule>(const Rule& rule) {
        std::make_unique<Convoy<most, Rule>>(m_evaluator, m_variables, m_settings, rule, m_further)
            ->follow(starts, ended, stop);
    };
    std::visit(
        [&]<typename Rule>(const Rule& rule) {
            if (m_variables == 1) return with.template operator()<1>(rule);
            if (m_variables == 2) return with.template operator()<2>(rule);
            return with.template operator()<mostVariables>(rule);
        },
        m_settings.method);
}

}  // namespace descent
