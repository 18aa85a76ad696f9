// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/command.h"

#include <QRegularExpression>

#include "session/fields.h"

namespace session {

namespace {

QString quoted(const QString& text) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9._:+-]+$"));
    if (plain.match(text).hasMatch()) return text;
    QString inside = text;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

/// What every run has unless it is told otherwise; the other options have other defaults than
/// Session, or depend on the function.
bool isUsual(const Part& part, const Session& session) {
    return (part.name == QLatin1String("tolerance") || part.name == QLatin1String("method")) &&
           part.text(session) == part.text(Session{});
}

}  // namespace

QString toCommand(const Session& session) {
    QString command = QStringLiteral("thalweg");
    for (const Part& part : parts()) {
        if (part.name == QLatin1String("direction") || isUsual(part, session)) continue;
        QString option = part.name;
        option.replace(QLatin1Char('_'), QLatin1Char('-'));
        const QString value = part.text(session);
        // A value must not look like an option.
        const QChar separator = value.startsWith(QLatin1Char('-')) ? u'=' : u' ';
        command += QStringLiteral(" --") + option + separator + quoted(value);
    }
    if (session.settings.direction == core::Direction::Ascend) {
        command += QStringLiteral(" --maximize");
    }
    return command;
}

}  // namespace session
