// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/stabilitywording.h"

#include <QCoreApplication>

namespace session {

namespace {

struct StabilityWording {
    Q_DECLARE_TR_FUNCTIONS(StabilityWording)
};

QString tellLimit(const descent::Settings& settings,
                  const std::optional<descent::Response>& response, const PlainLimit& plain,
                  int digits) {
    if (response && !descent::isPlain(settings)) {
        return StabilityWording::tr("runs of this method stay here while α < %1")
            .arg(number(response->limit, digits));
    }
    const QString text = settings.direction == descent::Direction::Descend
                             ? StabilityWording::tr("a plain descent stays here while α < %1 = %2")
                             : StabilityWording::tr("a plain ascent stays here while α < %1 = %2");
    return text.arg(plain.term, number(plain.alpha, digits));
}

QString tellNow(const descent::Response& response) {
    if (descent::isAtLimit(response))
        return StabilityWording::tr("α is %1 now, which is this limit");
    if (response.approach == descent::Approach::CannotStay)
        return StabilityWording::tr("α is %1 now: no run stays");
    return StabilityWording::tr("α is %1 now: a run that is close comes closer");
}

}  // namespace

QStringList tellStability(const descent::Settings& settings,
                          const std::optional<descent::Response>& response, const PlainLimit& plain,
                          int digits) {
    QStringList lines{tellLimit(settings, response, plain, digits)};
    if (response) lines += tellNow(*response).arg(number(settings.alpha, digits));
    return lines;
}

}  // namespace session
