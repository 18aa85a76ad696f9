// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/writers.h"

#include <QCoreApplication>
#include <new>

#include "files/savewhole.h"
#include "output/animation.h"
#include "plot/scene/threads.h"
#include "plot/shape/drawable.h"
#include "session/view.h"
#include "session/wording/wording.h"

namespace output {

namespace {

struct Writers {
    Q_DECLARE_TR_FUNCTIONS(Writers)
};

QString animate(const QString& path, Container container, const session::Report& report,
                const Options& options, const Monitor& monitor) {
    if (monitor.begun) monitor.begun();
    Animation animation(path, container, report, options);
    while (animation.advance()) {
        if (monitor.stop.stop_requested())
            return files::failure(path, Writers::tr("it was stopped"));
        if (monitor.progressed) monitor.progressed(animation.progress());
    }
    return animation.fault();
}

/// What shows a table as it is.
QStringList suffixesOfRaces(const Formats& among) {
    QStringList all;
    for (const Format& format : among) {
        if (format.races()) all += format.suffix;
    }
    return all;
}

QString basinTableFault(const Options& options) {
    const QSize size = options.size.value_or(usualTable);
    if (qint64{size.width()} * size.height() <= mostPlaces) return {};
    return Writers::tr("A table of basins has at most %1 million places.")
        .arg(mostPlaces / 1'000'000);
}

QString written(const Format& format, const QString& path, const session::Report& report,
                const Options& options, const Monitor& monitor) {
    if (format.film()) return animate(path, format.container, report, options, monitor);
    const QByteArray content = format.content(report, options);
    if (content.isEmpty()) return files::outOfMemory(path);
    if (monitor.begun) monitor.begun();
    return files::saveWhole(path, content);
}

}  // namespace

QStringList suffixes(const Formats& among) {
    QStringList all;
    for (const Format& format : among) all += format.suffix;
    return all;
}

QString suffixFault(const QString& path, const Formats& among) {
    if (formatOf(path, among)) return {};
    return Writers::tr("Cannot tell the format of “%1”: its name must end in %2.")
        .arg(session::shortened(path), suffixes(among).join(QStringLiteral(", ")));
}

bool isDrawn(const QString& path, const Formats& among) {
    const Format* format = formatOf(path, among);
    return format && format->drawn();
}

QString optionFault(const QString& path, const Options& options, const Formats& among) {
    const Format* format = formatOf(path, among);
    if (!format) return suffixFault(path, among);
    if (options.steps.from > options.steps.to) {
        return Writers::tr("The last step lies before the first.");
    }
    if (format->rows() && options.view == session::View::Basins) return basinTableFault(options);
    if (!format->drawn()) return {};
    if (session::viewRow(options.view).isTable) {
        return Writers::tr(
                   "The race is a table and has no picture. It can be written as %1; for "
                   "%2, choose another view.")
            .arg(suffixesOfRaces(among).join(QStringLiteral(", ")), format->suffix);
    }
    const QSize size = options.size.value_or(usualPicture);
    if (!options.theme.opaque() && !format->whyOpaque.isEmpty()) return format->whyOpaque;
    if (format->still()) {
        if (qint64{size.width()} * size.height() <= plot::largestPicture) return {};
        return Writers::tr("A picture can have at most %1 million pixels.")
            .arg(plot::largestPicture / 1'000'000);
    }
    const QString& whyStill = session::viewRow(options.view).whyStill;
    if (!whyStill.isEmpty()) return whyStill;
    if (size.width() > longestSide || size.height() > longestSide) {
        return Writers::tr("An animation can be at most %1 pixels wide and high.").arg(longestSide);
    }
    if (options.framesPerSecond < 1 || options.framesPerSecond > mostFrames) {
        return Writers::tr("An animation has 1 to %1 frames per second.").arg(mostFrames);
    }
    const double seconds = options.seconds.value_or(1);
    if (!(seconds > 0 && seconds <= longestAnimation)) {
        return Writers::tr("An animation lasts up to %1 seconds.").arg(longestAnimation);
    }
    return {};
}

QString write(const QString& path, const session::Report& report, const Options& options,
              const Monitor& monitor, const Formats& among) {
    if (const QString fault = optionFault(path, options, among); !fault.isEmpty()) return fault;
    if (report.trajectory.empty()) return files::outOfMemory(path);
    const Format& format = *formatOf(path, among);
    if (format.drawn() && !plot::canDraw()) {
        return files::failure(
            path, Writers::tr("the system gives no thread to draw with, or no memory for one"));
    }
    try {
        return written(format, path, report, options, monitor);
    } catch (const std::bad_alloc&) {
        return files::outOfMemory(path);
    }
}

}  // namespace output
