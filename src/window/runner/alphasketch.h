// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "descent/settings.h"
#include "session/wording/wording.h"

namespace window {

/// The learning rate over all iterations that a run may take, as a small picture between its first
/// and its last value. A dot marks where the ball is.
class AlphaSketch : public QWidget {
    Q_OBJECT

public:
    explicit AlphaSketch(QWidget* parent = nullptr);

    void setSettings(const descent::Settings& settings);
    /// In steps from the start; may lie between two.
    void setPosition(double position);
    /// Significant digits from now on; of its two numbers only so many as there is room for.
    void setDigits(int digits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// The learning rate of the step that leads on from this position.
    double alphaAt(double position) const;
    QString numberOf(double alpha) const;
    /// Between the numbers.
    QRectF stage() const;
    QPointF pointAt(double position) const;
    void changed();

    descent::Settings m_settings;
    double m_position = 0;
    double m_largest = 1;
    int m_digits = session::usualDigits;
};

}  // namespace window
