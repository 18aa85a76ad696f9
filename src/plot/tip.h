// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plot {

/// Plain text for a tool tip, which then breaks into lines: Qt leaves plain text on one.
inline QString wrapped(const QString& text) {
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

}  // namespace plot
