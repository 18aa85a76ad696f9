// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/writers.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

#include "output/savewhole.h"
#include "plot/curveview.h"
#include "session/wording.h"

namespace output {

namespace {

struct Writers {
    Q_DECLARE_TR_FUNCTIONS(Writers)
};

QByteArray table(const Report& report, const PictureOptions&) {
    QByteArray text = "iteration,x,f,gradient\n";
    for (std::size_t n = 0; n < report.trajectory.size(); ++n) {
        const core::Step step = report.trajectory[n];
        text += QByteArray::number(qlonglong{step.iteration});
        for (const double value : {step.at.x, step.value, step.gradient.x}) {
            text += ',' + QByteArray::number(value, 'g', 17);
        }
        text += '\n';
    }
    return text;
}

/// JSON has no word for NaN and the infinities: where there is no number, Qt writes null.
QByteArray result(const Report& report, const PictureOptions&) {
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

QByteArray picture(const Report& report, const PictureOptions& options) {
    plot::CurveView view;
    view.setTheme(plot::Theme::light());
    view.setAnalysis(report.analysis);
    view.setRange(report.session.range);
    if (options.values) view.setRanges(report.session.range, *options.values);
    view.setTrajectory(report.trajectory, report.session.settings);
    const auto end = static_cast<double>(report.trajectory.size() - 1);
    view.setPosition(options.position.value_or(end));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QImage image = view.picture(options.size, options.scale);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

struct Writer {
    QString suffix;
    QByteArray (*content)(const Report&, const PictureOptions&);
};

const std::array<Writer, 3>& writers() {
    static const std::array<Writer, 3> all = {Writer{QStringLiteral(".csv"), table},
                                              Writer{QStringLiteral(".json"), result},
                                              Writer{QStringLiteral(".png"), picture}};
    return all;
}

const Writer* writerFor(const QString& path) {
    for (const Writer& writer : writers()) {
        if (path.endsWith(writer.suffix, Qt::CaseInsensitive)) return &writer;
    }
    return nullptr;
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

QString write(const QString& path, const Report& report, const PictureOptions& options) {
    const Writer* writer = writerFor(path);
    if (!writer) return suffixFault(path);
    const QByteArray content = writer->content(report, options);
    if (content.isEmpty()) return Writers::tr("Cannot draw %1.").arg(path);
    return saveWhole(path, content);
}

}  // namespace output
