// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/pointerwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "insight/bifurcation.h"
#include "session/place.h"
#include "session/quantity.h"
#include "session/wording/basinwording.h"

namespace session {

namespace {

struct PointerWording {
    Q_DECLARE_TR_FUNCTIONS(PointerWording)
};

QString line(QStringList facts) {
    facts.removeAll(QString());
    return facts.join(QChar(0x2003));
}

QString equals(const QString& name, const QString& value) {
    return name + QStringLiteral(" = ") + value;
}

/// A place in as many digits as the iterates that crowd there share.
QString shared(insight::Range extent, int digits) {
    const double x = extent.centre();
    if (extent.width() == 0) return position(x, digits);
    const double known = std::floor(std::log10(std::abs(x) / extent.width()));
    if (!(known >= 1)) return number(0);
    return position(x, static_cast<int>(std::min<double>(known, digits)));
}

QString describe(const insight::Whereabouts& run, int digits) {
    const auto [low, high] = apart(run.extent.low, run.extent.high, digits);
    switch (run.stay) {
        case insight::Stay::Diverges:
            return PointerWording::tr("A run with this α diverges.");
        case insight::Stay::Leaves:
            return PointerWording::tr("A run with this α leaves the domain of f.");
        case insight::Stay::OnItsWay:
            return PointerWording::tr("A run with this α is still on its way after %n steps.",
                                      nullptr, howMany(insight::bifurcationSteps));
        default:
            break;
    }
    switch (run.period) {
        case 0:
            return PointerWording::tr(
                       "A run with this α still goes about from x = %1 to x = %2 after %n steps.",
                       nullptr, howMany(insight::bifurcationSteps))
                .arg(low, high);
        case 1:
            return PointerWording::tr("A run with this α comes to rest near x = %1.")
                .arg(shared(run.extent, digits));
        case 2:
            return PointerWording::tr("A run with this α swings between x = %1 and x = %2.")
                .arg(low, high);
        default:
            return PointerWording::tr(
                       "A run with this α goes round %n points from x = %1 to x = %2.", nullptr,
                       howMany(run.period))
                .arg(low, high);
    }
}

}  // namespace

QString tellPlace(insight::Range view, double x, double value, double slope, const QString& fate,
                  int digits) {
    return line({equals(QStringLiteral("x"), placeIn(view, x, digits)),
                 equals(QStringLiteral("f(x)"), number(value, digits)),
                 equals(QStringLiteral("f′(x)"), number(slope, digits)), fate});
}

QString tellIteration(const descent::Step& step, int digits) {
    return line({equals(QStringLiteral("n"), count(step.iteration)),
                 equals(QStringLiteral("xₙ"), shownPlace(step.at, digits)),
                 equals(QStringLiteral("f(xₙ)"), number(step.value, digits)),
                 equals(quantitySymbol(Quantity::Gradient, step.at.size()),
                        number(norm(step.gradient), digits))});
}

QString tellBestValue(const Best& best, int digits) {
    const bool descends = best.direction == descent::Direction::Descend;
    const QString value = number(best.value, digits);
    if (best.inView) {
        return (descends ? PointerWording::tr("f* = %1, the lowest minimum in view")
                         : PointerWording::tr("f* = %1, the highest maximum in view"))
            .arg(value);
    }
    return (descends ? PointerWording::tr("f* = %1, the lowest value reached")
                     : PointerWording::tr("f* = %1, the highest value reached"))
        .arg(value);
}

QString tellBestPlace(const Best& best, int digits) {
    const bool descends = best.direction == descent::Direction::Descend;
    const QString place = shownPlace(best.at, digits);
    if (best.inView) {
        return (descends ? PointerWording::tr("x* = %1, at the lowest minimum in view")
                         : PointerWording::tr("x* = %1, at the highest maximum in view"))
            .arg(place);
    }
    return (descends ? PointerWording::tr("x* = %1, where the lowest value was reached")
                     : PointerWording::tr("x* = %1, where the highest value was reached"))
        .arg(place);
}

QString tellStepFrom(insight::Range view, double x, double next, int digits) {
    return line({equals(QStringLiteral("xₙ"), placeIn(view, x, digits)),
                 equals(QStringLiteral("xₙ₊₁"), number(next, digits))});
}

QString tellStepOf(std::int64_t iteration, double from, double to, int digits) {
    const auto [start, end] = apart(from, to, digits);
    return line({equals(QStringLiteral("n"), count(iteration)), equals(QStringLiteral("xₙ"), start),
                 equals(QStringLiteral("xₙ₊₁"), end)});
}

QString tellFixedPoint(double x, const QString& slope, int digits) {
    return line({PointerWording::tr("fixed point x* = %1").arg(position(x, digits)), slope});
}

QString describeFixedPoint(double x, const QString& slope, int digits) {
    QStringList lines{PointerWording::tr("Fixed point: a step from here ends here"),
                      equals(QStringLiteral("x*"), position(x, digits)), slope};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString tellPlaceAt(double alpha, insight::Range view, double x,
                    const std::optional<insight::Whereabouts>& run, int digits) {
    return line({equals(QStringLiteral("α"), number(alpha, digits)),
                 equals(QStringLiteral("x"), placeIn(view, x, digits)),
                 run ? describe(*run, digits) : QString()});
}

}  // namespace session
