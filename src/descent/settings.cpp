// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/settings.h"

namespace descent {

Settings lasting(Settings settings, std::int64_t maxIterations) {
    settings.schedule = unstretched(settings.schedule, settings.maxIterations);
    settings.maxIterations = maxIterations;
    return settings;
}

double alphaAt(const Settings& settings, std::int64_t n) {
    return settings.alpha * factor(settings.schedule, n, settings.maxIterations);
}

bool isPlain(const Settings& settings) {
    return isPlain(settings.method) && isConstant(settings.schedule) && settings.noise.sigma == 0;
}

}  // namespace descent
