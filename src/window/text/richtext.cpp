// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/richtext.h"

#include "plot/paint/unbroken.h"

namespace window {

QString typeset(QString richText) {
    // Rich text makes a full space of a narrow one unless it is preformatted.
    const QString joined =
        QStringLiteral("</i>\u2060<span style='white-space:pre'>\u202f</span>\u2060%1\u2060");
    for (const QChar prime : {QChar(0x2032), QChar(0x2033)})
        richText.replace(QStringLiteral("</i>") + prime, joined.arg(prime));
    return richText;
}

QString unbroken(const QString& sentence) {
    return plot::unbroken(sentence).toHtmlEscaped();
}

}  // namespace window
