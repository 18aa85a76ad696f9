// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/tables.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "session/fields.h"
#include "session/wording/wording.h"

namespace output {

namespace {

void append(QByteArray& text, double value) {
    if (std::isnan(value)) {
        text += "nan";  // without a sign
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::general, 17);
    text.append(digits.data(), end.ptr - digits.data());
}

}  // namespace

QByteArray table(const descent::Trajectory& trajectory, const Steps& steps, char separator) {
    const std::vector<descent::Trajectory::Column> columns = trajectory.columns();
    QByteArray text("iteration");
    for (const auto& column : columns) {
        text += separator;
        text += QByteArray::fromStdString(column.name());
    }
    text += '\n';
    const std::int64_t last = std::min(static_cast<std::int64_t>(trajectory.size()) - 1, steps.to);
    for (std::int64_t n = steps.from; n <= last; ++n) {
        text += QByteArray::number(qlonglong{n});
        for (const auto& column : columns) {
            text += separator;
            append(text, column[static_cast<std::size_t>(n)]);
        }
        text += '\n';
    }
    return text;
}

QByteArray csv(const session::Report& report, const Options& options) {
    return table(report.trajectory, options.steps, ',');
}

/// JSON has no word for NaN and the infinities: where there is no number, Qt writes null.
QByteArray json(const session::Report& report, const Options&) {
    const insight::Verdict& verdict = report.verdict;
    QJsonObject object{
        {QStringLiteral("derivative"),
         QString::fromStdString(formula::plain(report.analysis().derivative()))},
        {QStringLiteral("outcome"), session::outcomeName(verdict.outcome)},
        {QStringLiteral("steps"), qint64{verdict.steps}},
        {QStringLiteral("x"), verdict.last.at[0]},
        {QStringLiteral("f"), verdict.last.value},
        {QStringLiteral("gradient"), verdict.last.gradient[0]},
        {QStringLiteral("verdict"), session::describe(report)},
    };
    for (const session::Field& field : session::fields()) {
        const bool isTold = field.concern != session::Field::Concern::Sight;
        if (!isTold || !session::isWritten(field, report.session)) continue;
        const QString text = field.text(report.session);
        const bool isText = field.kind == session::Field::Kind::Text;
        object[field.name] = isText ? QJsonValue(text) : QJsonValue(text.toDouble());
    }
    return QJsonDocument(object).toJson();
}

}  // namespace output
