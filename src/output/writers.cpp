// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/writers.h"

#include <QCoreApplication>
#include <array>
#include <new>

#include "files/savewhole.h"
#include "output/animation.h"
#include "output/pictures.h"
#include "output/tables.h"
#include "plot/scene/threads.h"
#include "session/wording.h"

namespace output {

namespace {

struct Writers {
    Q_DECLARE_TR_FUNCTIONS(Writers)
};

struct Writer {
    QString suffix;
    QByteArray (*content)(const Report&, const Options&);
    Container container = {};  ///< of an animation, which has no content()
};

const std::array<Writer, 8>& writers() {
    static const std::array<Writer, 8> all = {
        Writer{QStringLiteral(".csv"), csv},
        Writer{QStringLiteral(".json"), json},
        Writer{QStringLiteral(".png"), png},
        Writer{QStringLiteral(".svg"), svg},
        Writer{QStringLiteral(".pdf"), pdf},
        Writer{QStringLiteral(".gif"), nullptr, Container::Gif},
        Writer{QStringLiteral(".mp4"), nullptr, Container::Mp4},
        Writer{QStringLiteral(".webm"), nullptr, Container::WebM},
    };
    return all;
}

const Writer* writerFor(const QString& path) {
    for (const Writer& writer : writers()) {
        if (path.endsWith(writer.suffix, Qt::CaseInsensitive)) return &writer;
    }
    return nullptr;
}

QString animate(const QString& path, Container container, const Report& report,
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

QString written(const Writer& writer, const QString& path, const Report& report,
                const Options& options, const Monitor& monitor) {
    if (!writer.content) return animate(path, writer.container, report, options, monitor);
    const QByteArray content = writer.content(report, options);
    if (content.isEmpty()) return files::outOfMemory(path);
    if (monitor.begun) monitor.begun();
    return files::saveWhole(path, content);
}

}  // namespace

QStringList suffixes() {
    QStringList all;
    for (const Writer& writer : writers()) all += writer.suffix;
    return all;
}

QString suffixFault(const QString& path) {
    if (writerFor(path)) return {};
    return Writers::tr("Cannot tell the format of “%1”: its name must end in %2.")
        .arg(session::shortened(path), suffixes().join(QStringLiteral(", ")));
}

bool isDrawn(const QString& path) {
    const Writer* writer = writerFor(path);
    return writer && writer->content != csv && writer->content != json;
}

QString optionFault(const QString& path, const Options& options) {
    const Writer* writer = writerFor(path);
    if (!writer) return suffixFault(path);
    if (options.steps.from > options.steps.to) {
        return Writers::tr("The last step lies before the first.");
    }
    if (!isDrawn(path)) return {};
    const QSize size = options.size.value_or(QSize());
    if (writer->content) {
        if (qint64{size.width()} * size.height() <= largestPicture) return {};
        return Writers::tr("A picture can have at most %1 million pixels.")
            .arg(largestPicture / 1'000'000);
    }
    if (writer->container == Container::Mp4 && !options.theme.opaque()) {
        return Writers::tr("An MP4 cannot be transparent; a GIF or a WebM can.");
    }
    if (options.view == session::View::Bifurcation) {
        return Writers::tr("A bifurcation diagram cannot be animated: it shows every α at once.");
    }
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

QString write(const QString& path, const Report& report, const Options& options,
              const Monitor& monitor) {
    if (const QString fault = optionFault(path, options); !fault.isEmpty()) return fault;
    if (report.trajectory.empty()) return files::outOfMemory(path);
    if (isDrawn(path) && !plot::canDraw()) {
        return files::failure(
            path, Writers::tr("the system gives no thread to draw with, or no memory for one"));
    }
    try {
        return written(*writerFor(path), path, report, options, monitor);
    } catch (const std::bad_alloc&) {
        return files::outOfMemory(path);
    }
}

}  // namespace output
