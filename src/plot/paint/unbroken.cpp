// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/unbroken.h"

#include <QRegularExpression>

namespace plot {

QString unbroken(QString text) {
    constexpr QChar space(0x00a0);
    constexpr QChar joiner(0x2060);
    for (const QChar sign : {u'=', u'≈', u'<', u'>', u'≤', u'≥', u'+', u'−', u'·'}) {
        text.replace(QStringLiteral(" %1 ").arg(sign),
                     QStringLiteral("%1%2%1").arg(space).arg(sign));
    }
    text.replace(QStringLiteral("α f"), QStringLiteral("α%1f").arg(space));
    static const QRegularExpression pair(QStringLiteral("\\(([^ ()]+), ([^ ()]+)\\)"));
    text.replace(pair, QStringLiteral("(\\1,%1\\2)").arg(space));
    constexpr QStringView inside = u"/|·×″′*(−";
    QString joined;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto apart = [](QChar one) { return one == u' ' || one == u'\n'; };
        const bool outer = i == 0 || apart(text[i]) || apart(text[i - 1]);
        const bool formula = i > 0 && (inside.contains(text[i]) || inside.contains(text[i - 1]));
        if (formula && !outer) joined += joiner;
        joined += text[i];
    }
    return joined;
}

}  // namespace plot
