// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plaintext.h"

namespace model {

QString inMenu(const QString& words) {
    return words.simplified().replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString inTitle(const QString& words) {
    return QString(words).replace(QLatin1String("[*]"), QLatin1String("[*][*]"));
}

}  // namespace model
