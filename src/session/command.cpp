// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/command.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/fitting.h"
#include "session/limits.h"
#include "session/place.h"
#include "session/view.h"
#include "session/wording/wording.h"

namespace session {

namespace {

QString quoted(const QString& text) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9._:+-]+$"));
    if (plain.match(text).hasMatch()) return text;
    QString inside = text;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

struct Command {
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QString shellFault(const QString& word) {
    return Command::tr("“%1” is for a shell: take the call of thalweg alone.").arg(word);
}

/// Of what leads from one call to another, or to a file.
bool isForShell(const QString& word) {
    static const QRegularExpression operators(QStringLiteral("^([&|]{1,2}|[0-9]?>{1,2}|<)$"));
    return operators.match(word).hasMatch();
}

/// The words that a POSIX shell makes of a line without variables, or what is wrong.
formula::Result<QStringList, QString> wordsOf(const QString& line) {
    QStringList words;
    QString word;
    bool inside = false;  // a word, perhaps an empty one
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        const bool escapes = letter == QLatin1Char('\\') && quote != QLatin1Char('\'');
        if (escapes && i + 1 < line.size()) {
            if (line[++i] == QLatin1Char('\n')) continue;  // the line goes on
            word += line[i];
            inside = true;
        } else if (!quote.isNull()) {
            if (letter == quote) {
                quote = QChar();
            } else {
                word += letter;
            }
        } else if (letter == QLatin1Char('\'') || letter == QLatin1Char('"')) {
            quote = letter;
            inside = true;
        } else if (letter == QLatin1Char(';')) {
            return shellFault(letter);
        } else if (!letter.isSpace()) {
            word += letter;
            inside = true;
        } else if (std::exchange(inside, false)) {
            words += std::exchange(word, {});
        }
    }
    if (!quote.isNull())
        return Command::tr("The command is not whole: a quote is open at its end.");
    if (inside) words += word;
    return words;
}

/// The program alone, or in a folder, or as its source is run.
bool isProgram(const QString& word) {
    static const QRegularExpression program(QStringLiteral("^(.*/)?(thalweg|scripts/run)$"));
    return program.match(word).hasMatch();
}

/// The field that an option sets; null where it sets none.
const Field* fieldOf(const QString& option) {
    const auto found = std::ranges::find(fields(), option, optionOf);
    return found == fields().end() ? nullptr : &*found;
}

bool isOption(const QString& word) {
    return word.startsWith(QLatin1String("--")) &&
           fieldOf(word.section(QLatin1Char('='), 0, 0).mid(2));
}

/// Over α the option is of that axis, which is no part of a session.
bool isOfAlpha(const Field& field, const Session& session) {
    return field.name == QLatin1String("range") && viewRow(session.view).overAlpha;
}

bool isLeftOut(const Field& field, const Session& session) {
    const bool isAsUsual = field.presence != Field::Presence::Always && isUsual(field, session);
    const bool isUnset = !field.flag.isEmpty() && field.text(session) != field.flag;
    return isAsUsual || isUnset || isOfAlpha(field, session);
}

/// A value must not look like an option.
QString asValue(const QString& text) {
    return (text.startsWith(QLatin1Char('-')) ? u'=' : u' ') + quoted(text);
}

/// What is given to each option.
using Values = QHash<QString, QStringList>;

Typed<Values> valuesIn(const QStringList& words) {
    Values values;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (isForShell(word)) return shellFault(word);
        if (!word.startsWith(QLatin1String("--")))
            return Command::tr("“%1” in the command is no option.").arg(shortened(word));
        const QString option = word.section(QLatin1Char('='), 0, 0).mid(2);
        const Field* const field = fieldOf(option);
        if (field && !field->flag.isEmpty()) {
            values[option] += field->flag;
            continue;
        }
        const bool joined = word.contains(QLatin1Char('='));
        if (!joined && (i + 1 == words.size() || isOption(words.at(i + 1)))) {
            return Command::tr("The command is not whole: --%1 has no value.")
                .arg(shortened(option));
        }
        values[option] += joined ? word.section(QLatin1Char('='), 1) : words.at(++i);
    }
    return values;
}

/// The text of an option that is given; of one that cannot be repeated, the last.
QString textOf(const Field& field, const Values& values) {
    const QStringList given = values.value(optionOf(field));
    return field.repeated.isEmpty() ? given.last() : joinedText(given);
}

QString readOptions(const Values& values, bool repeated, Session& into) {
    for (const Field& field : fields()) {
        if (field.repeated.isEmpty() == repeated || !values.contains(optionOf(field))) continue;
        const QString fault = field.read(textOf(field, values), into);
        if (!fault.isEmpty()) return QStringLiteral("--%1: %2").arg(optionOf(field), fault);
    }
    return {};
}

Typed<Session> sessionOf(const Values& values) {
    Session session;
    session.initialGuess = 1;
    announceConstants(joinedText(values.value(QStringLiteral("constant"))), session);
    announceStart(values.value(QStringLiteral("initial-guess")).join(u','), session);
    QString fault = readOptions(values, false, session);
    if (!fault.isEmpty()) return fault;
    if (!values.contains(QStringLiteral("function")))
        return Command::tr("The command has no function; --function names one.");
    if (!values.contains(QStringLiteral("alpha")))
        session.settings.alpha = descent::usualAlpha(session.settings.method);
    // What a runner does not name it takes from the other options.
    fault = readOptions(values, true, session);
    if (!fault.isEmpty()) return fault;
    const bool isOfX = values.contains(QStringLiteral("range")) && !viewRow(session.view).overAlpha;
    return fitted(session, isOfX);
}

}  // namespace

QString toCommand(const Session& session) {
    QString command = QStringLiteral("thalweg");
    for (const Field& field : fields()) {
        if (isLeftOut(field, session)) continue;
        const QString option = QStringLiteral(" --") + optionOf(field);
        const QString text = writtenText(field, session);
        if (!field.flag.isEmpty()) {
            command += option;
        } else if (field.repeated.isEmpty()) {
            command += option + asValue(text);
        } else {
            for (const QString& word : text.split(QLatin1Char(' ')))
                command += option + asValue(word);
        }
    }
    return command;
}

bool isCommand(const QString& text) {
    const QString program = text.trimmed().section(QRegularExpression(QStringLiteral("\\s")), 0, 0);
    return isProgram(program);
}

formula::Result<Session, QString> fromCommand(const QString& command) {
    const auto words = wordsOf(command);
    if (!words) return words.error();
    const auto values = valuesIn(*words);
    if (!values) return values.error();
    return sessionOf(*values);
}

}  // namespace session
