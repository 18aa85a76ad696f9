// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picturevalues.h"

#include <QCoreApplication>
#include <algorithm>

#include "descent/descent.h"
#include "plot/shape/drawable.h"
#include "session/limits.h"
#include "session/wording/wording.h"

namespace cli {

namespace {

struct Arguments {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

}  // namespace

QString sidesOf(QSize size) {
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

formula::Result<QSize, QString> sizeFrom(const QString& typed) {
    const QStringList sides = typed.split(QLatin1Char('x'));
    bool widthRead = false;
    bool heightRead = false;
    const int width = sides.value(0).toInt(&widthRead);
    const int height = sides.value(1).toInt(&heightRead);
    if (sides.size() != 2 || !widthRead || !heightRead ||
        std::min(width, height) < output::shortestSide || !plot::drawable({width, height})) {
        return Arguments::tr(
                   "The size must be written WxH, each at least %1 and at most %2 million pixels "
                   "together, such as %3.")
            .arg(QString::number(output::shortestSide),
                 QString::number(plot::largestPicture / 1'000'000), sidesOf(output::usualPicture));
    }
    return QSize(width, height);
}

formula::Result<int, QString> framesFrom(const QString& typed) {
    bool read = false;
    const int frames = typed.toInt(&read);
    if (read && frames >= 1 && frames <= output::mostFrames) return frames;
    return Arguments::tr("“%1” is not a whole number from 1 to %2.")
        .arg(session::shortened(typed), QString::number(output::mostFrames));
}

formula::Result<plot::Theme, QString> themeFrom(const QString& typed) {
    if (typed == QLatin1String("light")) return plot::Theme::light();
    if (typed == QLatin1String("dark")) return plot::Theme::dark();
    if (typed == QLatin1String("transparent")) return plot::Theme::transparent();
    return Arguments::tr("“%1” is not known. The themes are light, dark and transparent.")
        .arg(session::shortened(typed));
}

formula::Result<insight::Range, QString> alphasFrom(const QString& typed) {
    const session::Typed<insight::Range> range = session::rangeFrom(typed);
    if (!range) return range.error();
    const insight::Range possible{descent::smallestAlpha, descent::largestAlpha};
    if (range->high > 0 && range->high <= possible.low) {
        return Arguments::tr("A range of α must reach beyond %1.")
            .arg(session::number(possible.low));
    }
    if (range->low < 0 || range->high > possible.high) {
        return Arguments::tr("A bifurcation diagram shows α, from 0 to %1.")
            .arg(session::number(possible.high));
    }
    return insight::Range{std::max(range->low, possible.low), range->high};
}

formula::Result<output::Steps, QString> stepsFrom(const QString& typed) {
    const QStringList ends = typed.split(QLatin1Char(':'));
    bool fromRead = false;
    bool toRead = false;
    const qint64 from = ends.value(0).toLongLong(&fromRead);
    const qint64 to = ends.value(1).toLongLong(&toRead);
    if (ends.size() != 2 || !fromRead || !toRead || from < 0 || to < from) {
        return Arguments::tr(
                   "“%1” must be two whole numbers from 0 on, the first at most the second, such "
                   "as 0:10.")
            .arg(session::shortened(typed));
    }
    return output::Steps{from, to};
}

}  // namespace cli
