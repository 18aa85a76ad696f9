// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/neighbours.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "session/sessionfile.h"

namespace model {

QStringList neighbours(const QString& path, Beside side) {
    const QFileInfo own(path);
    // The locale C knows no numbers.
    const QLocale locale;
    QCollator order(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    order.setNumericMode(true);
    // Names that the order takes for equal still have an order.
    const auto before = [&order](const QString& a, const QString& b) {
        const int by = order.compare(a, b);
        return by == 0 ? a < b : by < 0;
    };
    QStringList names;
    for (const QString& name : own.dir().entryList(QDir::Files | QDir::Readable)) {
        if (!name.endsWith(QLatin1String(session::sessionSuffix))) continue;
        const bool wanted =
            side == Beside::Next ? before(own.fileName(), name) : before(name, own.fileName());
        if (wanted) names += name;
    }
    std::sort(names.begin(), names.end(), before);
    if (side == Beside::Previous) std::reverse(names.begin(), names.end());
    QStringList paths;
    for (const QString& name : names) paths += own.dir().filePath(name);
    return paths;
}

}  // namespace model
