// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/bifurcation.h"
#include "insight/landmarks.h"
#include "insight/plane/slice.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/look/theme.h"
#include "plot/paint/caption.h"
#include "plot/paint/rival.h"
#include "session/camera.h"
#include "session/quantity.h"
#include "session/view.h"

class QCPPainter;
class QPaintDevice;
class QPainter;

namespace plot {

struct Look {
    session::View view = session::View::Curve;
    Theme theme = Theme::light();
    bool title = false;  ///< the subject's
    bool legend = false;
    /// Takes no longer than half a frame for a curve, which then may be coarse.
    bool sparing = false;
    /// Of a film: tells the step of each frame, of so many in all.
    std::optional<std::int64_t> steps = {};
};

struct Subject {
    formula::Valued analysis;
    descent::Trajectory trajectory;  ///< one without steps has no ball and no title
    descent::Settings settings;
    insight::Range range;                                   ///< of x
    std::optional<insight::Range> values = {};              ///< of f; without it, those that fit
    insight::Landmarks landmarks = {};                      ///< of the curve
    std::optional<insight::StationaryPoint> extremum = {};  ///< that explains the run
    insight::Density density = {};  ///< of a bifurcation diagram, over its axes
    QString title = {};     ///< above the picture, plain; without it, the function, x₀ and α
    std::size_t place = 0;  ///< of the runner among all
    std::vector<Rival> rivals = {};  ///< the others; with them there is always a legend
    bool parabola = false;           ///< whose vertex is the next step
    std::optional<session::Quantity> quantity = {};  ///< see ConvergenceScene::setQuantity()
    /// Of a map or a surface: the two variables that it shows, over `range` and `values`, which it
    /// needs.
    std::optional<insight::Slice> slice = {};
    bool equalScale = false;      ///< see MapScene::setEqualScale()
    bool numbered = false;        ///< contours tell their values
    session::Camera camera = {};  ///< before a surface
};

class Pane;

/// A run as a picture of its own, as pixels or as lines and text, for one position of the ball or
/// for many. Lives in the thread of the QApplication.
class Picture {
public:
    /// The size in pixels must be drawable().
    Picture(const Subject& subject, const Look& look, QSize size);
    Picture(Picture&&) noexcept;
    ~Picture();

    /// The pixels inside the axes, of the first plot if there are two.
    QSize resolution();
    /// The ball at this position, in [0, steps].
    void setPosition(double position);
    QImage image();
    /// Draws on a device with 96 dots to the inch that keeps lines as lines and text as text. False
    /// when the device cannot be drawn on.
    bool print(QPaintDevice& device);
    /// image() at the present position, many times as fast after the first time: only what has
    /// moved since is drawn again.
    const QImage& frame();

private:
    QImage ground() const;
    QImage still();
    void paintStep(QPainter& painter) const;
    void printBy(QCPPainter& painter);

    Look m_look;
    QSize m_size;
    Caption m_caption;
    QRect m_counter;  ///< where the step is told; empty where it is not
    double m_position = 0;
    std::vector<std::unique_ptr<Pane>> m_panes;
    QImage m_still;  ///< all but what moves; null before the first frame
    QImage m_frame;
    QRect m_moving;  ///< of m_frame, where it differs from m_still
};

}  // namespace plot
