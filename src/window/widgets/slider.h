// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <functional>

#include "insight/range.h"

namespace window {

/// A slider whose places stand for something else, which a screen reader is told instead of them.
/// The wheel turns it while it has the focus; else it is left to what lies behind, which may
/// scroll.
class Slider : public QSlider {
    Q_OBJECT

public:
    struct Meaning {
        std::function<double()> value;
        std::function<insight::Range()> range;
        /// As if a person had chosen this value.
        std::function<void(double)> choose;
        /// The present value with its unit.
        std::function<QString()> words;
    };

    explicit Slider(QWidget* parent = nullptr);

    /// Before the window is shown.
    void setMeaning(Meaning meaning) { m_meaning = std::move(meaning); }
    const Meaning& meaning() const { return m_meaning; }

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    Meaning m_meaning{[this] { return double(value()); },
                      [this] {
                          return insight::Range{double(minimum()), double(maximum())};
                      },
                      [this](double place) { setValue(static_cast<int>(place)); },
                      [this] { return QString::number(value()); }};
};

}  // namespace window
