// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/caret.h"

#include <QList>
#include <algorithm>
#include <cstddef>

namespace cli {

QString withCaret(const QString& typed, const formula::ReadError& error) {
    if (typed.trimmed().isEmpty()) return {};
    constexpr std::size_t margin = 30;
    const QList<uint> characters = typed.toUcs4();
    const auto size = static_cast<std::size_t>(characters.size());
    const std::size_t column = std::min(error.column, size);
    const std::size_t first = column > margin ? column - margin : 0;
    const std::size_t end = std::min(size, column + margin);
    QString excerpt;
    for (std::size_t i = first; i < end; ++i) {
        const auto character = static_cast<char32_t>(characters[static_cast<qsizetype>(i)]);
        excerpt +=
            QChar::isPrint(character) ? QString::fromUcs4(&character, 1) : QStringLiteral(" ");
    }
    const std::size_t carets =
        std::clamp<std::size_t>(error.length, 1, std::max(end, column + 1) - column);
    return QStringLiteral("\n  %1\n  %2%3")
        .arg(excerpt, QString(static_cast<qsizetype>(column - first), QLatin1Char(' ')),
             QString(static_cast<qsizetype>(carets), QLatin1Char('^')));
}

}  // namespace cli
