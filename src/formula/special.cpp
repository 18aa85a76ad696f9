// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/special.h"

#include <boost/math/special_functions/polygamma.hpp>
#include <cmath>
#include <exception>
#include <limits>

namespace formula {

double gamma(double x) {
    return std::tgamma(x);
}

double logarithmOfGamma(double x) {
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

double polygamma(double order, double x) try {
    namespace policies = boost::math::policies;
    using Quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                                   policies::pole_error<policies::ignore_error>,
                                   policies::overflow_error<policies::ignore_error>,
                                   policies::evaluation_error<policies::ignore_error>>;
    if (!(order >= 0 && order <= largestOrder && order == std::floor(order)) || std::isnan(x))
        return std::numeric_limits<double>::quiet_NaN();
    return boost::math::polygamma(static_cast<int>(order), x, Quiet());
} catch (const std::exception&) {
    return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace formula
