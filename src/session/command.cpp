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
bool isUsual(const Field& field, const Session& session) {
    return (field.name == QLatin1String("tolerance") || field.name == QLatin1String("method")) &&
           field.text(session) == field.text(Session{});
}

}  // namespace

QString toCommand(const Session& session) {
    QString command = QStringLiteral("thalweg");
    for (const Field& field : fields()) {
        if (field.name == QLatin1String("direction") || isUsual(field, session)) continue;
        QString option = field.name;
        option.replace(QLatin1Char('_'), QLatin1Char('-'));
        const QString value = field.text(session);
        // A value must not look like an option.
        const QChar separator = value.startsWith(QLatin1Char('-')) ? u'=' : u' ';
        command += QStringLiteral(" --") + option + separator + quoted(value);
    }
    if (session.settings.direction == descent::Direction::Ascend) {
        command += QStringLiteral(" --maximize");
    }
    return command;
}

}  // namespace session
