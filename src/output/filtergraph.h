// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include "output/ffmpeg.h"

namespace output {

/// What the frames of a film go through before they are encoded: FFmpeg's filters, with inputs that
/// source() describes and an output "buffersink@out". What its functions give is 0 or, of an error,
/// FFmpeg's negative number.
class FilterGraph {
public:
    /// An input of BGRA frames, "buffer@" and its name.
    static QByteArray source(const char* name, QSize size, int framesPerSecond);

    /// As many threads as there are cores when `threads` is 0.
    int open(const QByteArray& description, int threads);
    bool isOpen() const { return m_graph != nullptr; }
    /// The end of the input when there is no frame.
    int push(AVFrame* frame, const char* input = "buffer@in");
    int pull(AVFrame* frame);

private:
    Owned<AVFilterGraph> m_graph;
};

}  // namespace output
