// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/pictures.h"

#include <QBuffer>
#include <QLibraryInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QVersionNumber>
#include <algorithm>

#include "output/writers.h"
#include "plot/shape/drawable.h"
#include "session/axes.h"
#include "session/constants.h"

namespace output {

namespace {

/// Draws into memory: the writers of PDF and SVG report success on a full disk.
template <typename Draw>
QByteArray drawn(const session::Report& report, const Options& options, Draw draw) {
    const QSize size = options.size.value_or(usualPicture);
    if (!plot::drawable(size)) return {};
    plot::Picture picture = pictureOf(report, options, size);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return draw(picture, size, buffer) ? buffer.data() : QByteArray();
}

/// The runners that are not chosen, with so many iterations.
std::vector<plot::Rival> rivalsIn(const session::Report& report, std::size_t shown) {
    std::vector<plot::Rival> rivals;
    for (std::size_t place = 0; place <= report.others.size(); ++place) {
        if (place == report.session.chosen) continue;
        const session::Report own = report.of(place);
        rivals.push_back({place, own.trajectory.prefix(shown), own.session.settings});
    }
    return rivals;
}

QString titleOf(const session::Report& report) {
    const QString& title = report.session.title;
    return title.isEmpty() ? report.session.function.text() : title;
}

/// What QSvgGenerator puts into the file; before Qt 6.5 it does so without escaping.
QString escaped(const QString& text) {
    const QVersionNumber escaping(6, 5);
    return QLibraryInfo::version() < escaping ? text.toHtmlEscaped() : text;
}

/// Through the last place that is shown.
std::optional<insight::Slice> sliceOf(const session::Report& report, std::size_t shown) {
    if (report.session.function.dimension() == 1 || report.trajectory.empty()) return std::nullopt;
    const std::size_t last = std::min(shown, report.trajectory.size()) - 1;
    return session::sliceThrough(report.session, report.trajectory[last].at);
}

plot::Picture drawnBy(const session::Report& report, const Options& options, QSize size,
                      const plot::Look& look) {
    const auto shown = static_cast<std::size_t>(std::min(report.lastStep(), options.steps.to)) + 1;
    const session::Session& session = report.session;
    const plot::Subject subject{
        session::valued(report.session),
        report.trajectory.prefix(shown),
        session.settings,
        session.range,
        session.function.dimension() > 1 ? session::rectangleOf(session).up : options.values,
        report.landmarks,
        insight::landmark(report.landmarks.points, session.settings.direction,
                          session.initialGuess[0], report.verdict),
        report.density,
        session.title,
        session.chosen,
        rivalsIn(report, shown),
        session.parabola,
        session.quantity,
        sliceOf(report, shown),
        options.equalScale,
        options.numbered,
        session.camera};
    plot::Picture picture(subject, look, size);
    if (options.position) picture.setPosition(*options.position);
    return picture;
}

plot::Look lookOf(const session::Report& report, const Options& options) {
    plot::Theme theme = options.theme.scaled(options.scale);
    const session::Function& function = report.session.function;
    if (function.dimension() == 1) theme.variable = function.variable();
    return {options.view, theme, options.title, options.legend};
}

}  // namespace

plot::Picture pictureOf(const session::Report& report, const Options& options, QSize size,
                        bool sparing) {
    plot::Look look = lookOf(report, options);
    look.sparing = sparing;
    return drawnBy(report, options, size, look);
}

plot::Picture filmOf(const session::Report& report, const Options& options, QSize size) {
    plot::Look look = lookOf(report, options);
    look.steps = report.lastStep();
    return drawnBy(report, options, size, look);
}

QSize resolution(const session::Report& report, const Options& options) {
    return pictureOf(report, options, options.size.value_or(usualPicture)).resolution();
}

QByteArray png(const session::Report& report, const Options& options) {
    return drawn(report, options, [](plot::Picture& picture, QSize, QBuffer& buffer) {
        return picture.image().save(&buffer, "PNG");
    });
}

QByteArray svg(const session::Report& report, const Options& options) {
    return drawn(report, options, [&](plot::Picture& picture, QSize size, QBuffer& buffer) {
        QSvgGenerator device;
        device.setOutputDevice(&buffer);
        device.setResolution(plot::dotsPerInch);
        device.setSize(size);
        device.setViewBox(QRect({0, 0}, size));
        device.setTitle(escaped(titleOf(report)));
        if (!report.session.note.isEmpty()) device.setDescription(escaped(report.session.note));
        return picture.print(device);
    });
}

QByteArray pdf(const session::Report& report, const Options& options) {
    return drawn(report, options, [&](plot::Picture& picture, QSize size, QBuffer& buffer) {
        constexpr double pointsPerDot = 72.0 / plot::dotsPerInch;
        QPdfWriter device(&buffer);
        device.setResolution(plot::dotsPerInch);
        device.setPageSize(QPageSize(QSizeF(size) * pointsPerDot, QPageSize::Point, QString(),
                                     QPageSize::ExactMatch));
        device.setPageMargins({});
        device.setTitle(titleOf(report));
        device.setCreator(QStringLiteral("Thalweg"));
        return picture.print(device);
    });
}

}  // namespace output
