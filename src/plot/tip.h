// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plot {

/// Plain text for a tool tip, whose lines stay lines and break where they are long: Qt leaves plain
/// text as it is. No line breaks within "f = 2".
inline QString wrapped(const QString& text) {
    QString escaped = text.toHtmlEscaped();
    for (const char16_t sign : {u'=', u'−', u'<', u'·'}) {
        const QString shown = QString(QChar(sign)).toHtmlEscaped();
        escaped.replace(QStringLiteral(" %1 ").arg(shown),
                        QStringLiteral("\u00a0%1\u00a0").arg(shown));
    }
    return QStringLiteral("<qt>%1</qt>").arg(escaped.replace(u'\n', QStringLiteral("<br>")));
}

}  // namespace plot
