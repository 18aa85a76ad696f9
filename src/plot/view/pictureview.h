// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "plot/look/theme.h"
#include "session/view.h"

namespace plot {

class Canvas;
class Scene;

/// What all pictures on the screen share: a canvas, frames, and a pointer that reads the numbers
/// of what it is over.
///
/// Nothing is drawn by the setters: they mark what changed, and the next frame draws it, once.
class PictureView : public QWidget {
    Q_OBJECT

public:
    session::View view() const { return m_view; }
    virtual void setTheme(const Theme& theme);
    /// The place in the run, in [0, N]: between whole numbers, on the way from one iterate to the
    /// next. Only what moves with it is drawn again.
    void setPosition(double position);
    /// Draws at once what the next frame would draw.
    void draw();
    /// Draws everything at once, changed or not.
    void drawAll();
    /// The scene as a picture of its own, `size` in pixels, everything in it `scale` times as
    /// large. Null unless the size is drawable().
    QImage picture(QSize size, double scale = 1) const;

Q_SIGNALS:
    /// The numbers of what is under the pointer now, as a line of words; empty once there is
    /// nothing to tell.
    void told(const QString& words);

protected:
    /// What a tool tip tells, and what it lies beside; see showBeside().
    struct Tip {
        QString text;
        QRectF explained;
        QRectF other;
        QRectF room;
    };

    /// Named as the view is.
    PictureView(session::View view, QWidget* parent);

    Canvas& canvas() const { return *m_canvas; }
    /// Something is marked: there will be a frame.
    void changed();
    /// The pointer is at a pixel, or what it is over has changed.
    void point(QPointF at);

    virtual Scene& scene() const = 0;
    /// Draws what is marked.
    virtual void drawMarked();
    /// The canvas has another size.
    virtual void resized();
    /// What told() tells at a pixel.
    virtual QString wordsAt(QPointF at) const = 0;
    /// Nothing for a picture that has no tips.
    virtual std::optional<Tip> tipAt(QPoint) const { return std::nullopt; }

    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void tell(const QString& words);

    session::View m_view;
    Canvas* m_canvas;
    QTimer m_frame;  ///< runs out when it is time to draw what is marked
    std::optional<QPointF> m_pointer;
    QString m_told;
    QString m_variable = QStringLiteral("x");  ///< what it is called
};

}  // namespace plot
