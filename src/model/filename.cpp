// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/filename.h"

#include <QCoreApplication>

namespace model {

QString untitled() {
    return QCoreApplication::translate("FileName", "Untitled");
}

QString asFileName(const QString& title) {
    constexpr qsizetype longest = 200;  // bytes; most file systems allow 255 with the suffix
    QString name;
    for (const QChar& letter : title) {
        const bool breaks = letter.category() == QChar::Other_Control ||
                            letter.category() == QChar::Other_Format ||
                            letter.category() == QChar::Separator_Line ||
                            letter.category() == QChar::Separator_Paragraph;
        const bool leads = QStringLiteral("/\\:").contains(letter);
        name += breaks || leads ? QLatin1Char('-') : letter;
    }
    const auto first = std::find_if_not(name.cbegin(), name.cend(), [](QChar letter) {
        return letter == QLatin1Char('.') || letter.isSpace();
    });
    name = name.sliced(first - name.cbegin());
    while (name.toUtf8().size() > longest) name.chop(name.back().isLowSurrogate() ? 2 : 1);
    name = name.trimmed();
    return name.isEmpty() ? untitled() : name;
}

}  // namespace model
