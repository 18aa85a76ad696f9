// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/analysis.h"
#include "core/trajectory.h"
#include "core/verdict.h"
#include "session/session.h"

namespace output {

/// A finished (or unfinished) run with all that a file may tell about it.
struct Report {
    session::Session session;
    core::Analysis analysis;
    core::Trajectory trajectory;
    core::Verdict verdict;
};

struct PictureOptions {
    QSize size{1200, 700};                   ///< in pixels, at most largestPicture in all
    double scale = 1;                        ///< of lines and text
    std::optional<core::Range> values = {};  ///< of f in view; without it, those that fit
    std::optional<double> position = {};     ///< of the ball, in [0, steps]; without it, the end
};

inline constexpr qint64 largestPicture = 64'000'000;

/// The suffixes that have a writer, each with its point: ".csv" and so on.
QStringList suffixes();
/// An empty string when the file's suffix has a writer, else one sentence that lists those that
/// have.
QString suffixFault(const QString& path);

/// Writes the run in the format that the suffix names: a table (.csv), the result (.json) or the
/// picture (.png). An empty string when all is well, else one sentence with the file and the
/// reason. Pictures need a QApplication; the offscreen platform will do.
QString write(const QString& path, const Report& report, const PictureOptions& options = {});

}  // namespace output
