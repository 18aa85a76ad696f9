// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <memory>

#include "output/encoder.h"
#include "output/options.h"
#include "plot/scene/picture.h"
#include "session/report.h"

namespace output {

/// How long an animation of so many steps is without Options::seconds: five steps a second as in
/// the window, but 2 to 10 seconds in all.
double usualSeconds(std::int64_t steps);

/// A run on its way into a film. Frames are drawn by advance() in the thread of the QApplication
/// and encoded on a thread of its own, a few frames behind; only those few are held.
class Animation {
public:
    /// Opens the file. The options must not have a fault; see optionFault().
    Animation(const QString& path, Container container, const session::Report& report,
              const Options& options);
    /// Before the end: stops within a frame and leaves no file.
    ~Animation();
    Q_DISABLE_COPY_MOVE(Animation)

    /// Draws the next frame or, after the last, waits a moment for the file. False when there is
    /// nothing left to do: the file is complete, or there is a fault.
    bool advance();
    /// In [0, 1].
    double progress() const;
    /// One sentence that names the file and the reason; empty when all is well.
    QString fault() const;

private:
    class Studio;

    void drawNext();

    double m_from;  ///< positions of the first and the last frame
    double m_to;
    int m_samples;  ///< frames that only show their colours
    int m_frames;
    int m_next = 0;  ///< of samples, then of frames
    plot::Picture m_picture;
    std::unique_ptr<Studio> m_studio;
};

}  // namespace output
