// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/writers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

#include "output/animation.h"
#include "output/pictures.h"
#include "output/savewhole.h"
#include "session/wording.h"

namespace output {

namespace {

struct Writers {
    Q_DECLARE_TR_FUNCTIONS(Writers)
};

QByteArray table(const Report& report, const Options& options) {
    QByteArray text = "iteration,x,f,gradient\n";
    const auto size = static_cast<std::int64_t>(report.trajectory.size());
    const std::int64_t last = std::min(size - 1, options.steps.to);
    for (std::int64_t n = options.steps.from; n <= last; ++n) {
        const core::Step step = report.trajectory[static_cast<std::size_t>(n)];
        text += QByteArray::number(qlonglong{step.iteration});
        for (const double value : {step.at.x, step.value, step.gradient.x}) {
            text += ',' + QByteArray::number(value, 'g', 17);
        }
        text += '\n';
    }
    return text;
}

/// JSON has no word for NaN and the infinities: where there is no number, Qt writes null.
QByteArray result(const Report& report, const Options&) {
    const core::Settings& settings = report.session.settings;
    const core::Verdict& verdict = report.verdict;
    const bool ascends = settings.direction == core::Direction::Ascend;
    const QJsonObject object{
        {QStringLiteral("function"), report.session.function},
        {QStringLiteral("derivative"),
         QString::fromStdString(core::plain(report.analysis.derivative))},
        {QStringLiteral("initial_guess"), report.session.initialGuess},
        {QStringLiteral("alpha"), settings.alpha},
        {QStringLiteral("max_iterations"), qint64{settings.maxIterations}},
        {QStringLiteral("method"), QStringLiteral("gradient")},
        {QStringLiteral("direction"),
         ascends ? QStringLiteral("maximize") : QStringLiteral("minimize")},
        {QStringLiteral("outcome"), session::outcomeName(verdict.outcome)},
        {QStringLiteral("steps"), qint64{verdict.steps}},
        {QStringLiteral("x"), verdict.last.at.x},
        {QStringLiteral("f"), verdict.last.value},
        {QStringLiteral("verdict"), session::describe(verdict, settings)},
    };
    return QJsonDocument(object).toJson();
}

struct Writer {
    QString suffix;
    QByteArray (*content)(const Report&, const Options&);
    Container container = {};  ///< of an animation, which has no content()
};

const std::array<Writer, 8>& writers() {
    static const std::array<Writer, 8> all = {
        Writer{QStringLiteral(".csv"), table},
        Writer{QStringLiteral(".json"), result},
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
                const Options& options, const Watch& watch) {
    Animation animation(path, container, report, options);
    while (animation.advance()) {
        if (watch.stop.stop_requested()) return failure(path, Writers::tr("it was stopped"));
        if (watch.progressed) watch.progressed(animation.progress());
    }
    return animation.fault();
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

QString optionFault(const QString& path, const Options& options) {
    const Writer* writer = writerFor(path);
    if (!writer) return suffixFault(path);
    if (writer->content) return {};
    if (writer->container == Container::Mp4 && !options.theme.opaque()) {
        return Writers::tr("An MP4 cannot be transparent; a GIF or a WebM can.");
    }
    if (options.view == plot::View::Bifurcation) {
        return Writers::tr("A bifurcation diagram cannot be animated: it shows every α at once.");
    }
    const QSize size = options.size.value_or(QSize());
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

bool isDrawn(const QString& path) {
    const Writer* writer = writerFor(path);
    return writer && writer->content != table && writer->content != result;
}

QString write(const QString& path, const Report& report, const Options& options,
              const Watch& watch) {
    if (const QString fault = optionFault(path, options); !fault.isEmpty()) return fault;
    const Writer& writer = *writerFor(path);
    if (!writer.content) return animate(path, writer.container, report, options, watch);
    const QByteArray content = writer.content(report, options);
    if (content.isEmpty()) return Writers::tr("Cannot draw %1.").arg(path);
    return saveWhole(path, content);
}

}  // namespace output
