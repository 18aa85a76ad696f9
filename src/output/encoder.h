// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <memory>

namespace files {
class WholeFile;
}

namespace output {

enum class Container {
    Gif,  ///< 256 colours, chosen from frames that are shown to learn() first
    Mp4,  ///< H.264
    WebM  ///< VP9
};

struct Film {
    Container container = Container::Mp4;
    QSize size;  ///< of every frame; even in both directions unless the container is Gif
    int framesPerSecond = 30;
    bool transparent = false;  ///< not possible in Mp4
};

/// Frames -> a film in a file, one after another; it keeps the few that the format compares. Errors
/// are values; the first one ends the film. May be used from any one thread at a time.
class Encoder {
public:
    /// Writes to the file, which is open and outlives this.
    Encoder(const Film& film, files::WholeFile& file);
    ~Encoder();
    Q_DISABLE_COPY_MOVE(Encoder)

    // Each returns false when this or anything before has failed.

    /// The colours of a Gif come from these frames, which are not shown. At least one, before
    /// add().
    bool learn(const QImage& frame);
    bool add(const QImage& frame);
    /// Writes what is still to be written. The file is not committed.
    bool finish();

    /// Why it failed; empty when all is well.
    QString reason() const;

private:
    class Chain;
    std::unique_ptr<Chain> m_chain;
};

}  // namespace output
