// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/method.h"
#include "window/widgets/twolinebox.h"

namespace window {

/// A list of all methods, each with a line on what it does. A method that is chosen again has the
/// knobs that it had last.
class MethodChooser : public TwoLineBox {
    Q_OBJECT

public:
    explicit MethodChooser(QWidget* parent = nullptr);

    void setMethod(const descent::Method& method);

Q_SIGNALS:
    void methodChosen(const descent::Method& method);

private:
    std::vector<descent::Method> m_methods;  ///< with the knobs that they had last
};

}  // namespace window
