// SPDX-License-Identifier: GPL-3.0-or-later
//
// How methods that remember go about a minimum.
#include <cmath>

#include "session/wording/narrator.h"

namespace session {

namespace {

/// Of what each step keeps.
constexpr int fewDigits = 3;

}  // namespace

void Narrator::tell(const insight::Passes& passes) {
    const int times = howMany(passes.passes);
    const QString x = position(passes.x);
    if (!passes.response)
        return say(
            either(tr("%1 overshot: it passed the minimum, at %2, %n times.", nullptr, times),
                   tr("%1 overshot: it passed the maximum, at %2, %n times.", nullptr, times))
                .arg(method(), x));
    say(either(tr("It swung about the minimum, at %1, and passed it %n times.", nullptr, times),
               tr("It swung about the maximum, at %1, and passed it %n times.", nullptr, times))
            .arg(x));
    tellTheSwing(*passes.response);
}

void Narrator::tellTheSwing(const descent::Response& response) {
    const double size = std::abs(response.factor);
    const QString kept = session::besideLimit(size, 1, fewDigits);
    if (response.factor < 0) {
        say(tr("Near it each step leaves %1 of the distance, on the other side: α is below the "
               "limit, %2, but above the best.")
                .arg(kept, limitText(response, true)));
        return tellTheBest(response);
    }
    if (std::holds_alternative<descent::Momentum>(m_settings.method))
        return say(tr("Near it each step keeps √β = %1 of the swing, with every α from %2 to %3: "
                      "β decides how long it lasts.")
                       .arg(kept, number(response.bestLow), number(response.bestHigh)));
    if (std::holds_alternative<descent::Nesterov>(m_settings.method)) {
        say(either(tr("Near it each step keeps √(β(1 − α·f″)) = %1 of the swing."),
                   tr("Near it each step keeps √(β(1 − α·|f″|)) = %1 of the swing."))
                .arg(kept));
        return tellTheBest(response);
    }
    say(tr("Near it each step keeps %1 of the swing.").arg(kept));
}

QString Narrator::limitText(const descent::Response& response, bool atPoint) const {
    const QString curvature =
        atPoint ? either(tr("f″(x*)"), tr("|f″(x*)|")) : either(tr("f″"), tr("|f″|"));
    const QString limit = number(response.limit);
    if (std::holds_alternative<descent::Momentum>(m_settings.method))
        return tr("2(1+β)/%1 = %2").arg(curvature, limit);
    if (std::holds_alternative<descent::Nesterov>(m_settings.method))
        return tr("2(1+β)/((1+2β)·%1) = %2").arg(curvature, limit);
    return limit;
}

void Narrator::tell(const insight::Limit& limit) {
    const descent::Response& response = limit.response;
    const QString alpha = besideLimit(m_settings.alpha, response.limit);
    const QString most = limitText(response, limit.x.has_value());
    const bool atLimit = descent::isAtLimit(response);
    if (limit.x && atLimit) {
        say(tr("α = %1 is the limit of %2 at x* = %3, %4: near it, each step lands as far on the "
               "other side.")
                .arg(alpha, method(), position(*limit.x), most));
    } else if (limit.x) {
        say(tr("α = %1 is beyond the limit of %2 at x* = %3, %4: near it, steps lead away.")
                .arg(alpha, method(), position(*limit.x), most));
    } else if (limit.growth) {
        say(tr("α = %1 is beyond the limit of %2, %3: each of its last steps was %4 times as long "
               "as the one before.")
                .arg(alpha, method(), most, besideLimit(*limit.growth, 1)));
    } else {
        say(tr("α = %1 is beyond the limit of %2, %3.").arg(alpha, method(), most));
    }
    tellTheBest(response);
}

void Narrator::tellTheBest(const descent::Response& response) {
    if (response.bestLow == response.bestHigh)
        return say((std::holds_alternative<descent::Nesterov>(m_settings.method)
                        ? either(tr("The best α is 1/f″ = %1."), tr("The best α is 1/|f″| = %1."))
                        : tr("The best α is %1."))
                       .arg(number(response.bestLow)));
    if (std::holds_alternative<descent::Momentum>(m_settings.method))
        return say(
            tr("The best α are those from %1 to %2: with them each step keeps √β = %3 of the "
               "swing.")
                .arg(number(response.bestLow), number(response.bestHigh),
                     session::besideLimit(
                         std::sqrt(std::get<descent::Momentum>(m_settings.method).beta), 1,
                         fewDigits)));
    say(tr("The best α are those from %1 to %2.")
            .arg(number(response.bestLow), number(response.bestHigh)));
}

}  // namespace session
