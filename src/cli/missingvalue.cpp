// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/missingvalue.h"

#include <QCoreApplication>
#include <algorithm>

#include "session/wording/wording.h"

namespace cli {

namespace {

struct MissingValue {
    Q_DECLARE_TR_FUNCTIONS(MissingValue)
};

}  // namespace

QString missingValue(const QStringList& arguments, const QCommandLineParser& parser,
                     const QList<QCommandLineOption>& options) {
    const auto isOption = [&](const QString& word) {
        return std::ranges::any_of(options, [&](const QCommandLineOption& option) {
            return word.section(u'=', 0, 0) == QStringLiteral("--") + option.names().first();
        });
    };
    for (const QCommandLineOption& option : options) {
        if (option.valueName().isEmpty()) continue;
        for (const QString& value : parser.values(option)) {
            const QString joined = QStringLiteral("--%1=%2").arg(option.names().first(), value);
            if (!isOption(value) || arguments.contains(joined)) continue;
            return MissingValue::tr("--%1 has no value: %2 follows it.")
                .arg(option.names().first(), session::shortened(value));
        }
    }
    return {};
}

}  // namespace cli
