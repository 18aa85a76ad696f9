// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/methodchooser.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/methodwords.h"

namespace window {

MethodChooser::MethodChooser(QWidget* parent) : TwoLineBox(parent), m_methods(descent::methods()) {
    setObjectName(QStringLiteral("method"));
    setAccessibleName(tr("Method"));
    for (const descent::Method& method : m_methods)
        addEntry(session::methodLabel(method), session::methodTip(method));
    connect(this, &QComboBox::activated, this,
            [this](int row) { Q_EMIT methodChosen(m_methods[static_cast<std::size_t>(row)]); });
}

void MethodChooser::setMethod(const descent::Method& method) {
    const auto own = std::ranges::find(m_methods, method.index(), &descent::Method::index);
    *own = method;
    setCurrentIndex(static_cast<int>(own - m_methods.begin()));
    setToolTip(plot::wrapped(tr("The rule of a step. %1").arg(session::methodTip(method))));
}

}  // namespace window
