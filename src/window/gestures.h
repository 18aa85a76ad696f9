// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace window {

/// Knows by mouse and focus which changes a person makes in one go.
class Gestures : public QObject {
    Q_OBJECT

public:
    explicit Gestures(QObject* parent);

    /// True while a mouse button is down or a text is typed.
    bool goOn() const;

Q_SIGNALS:
    /// A mouse button was pressed or released, or a field was left.
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_held = false;  ///< a mouse button is down
};

}  // namespace window
