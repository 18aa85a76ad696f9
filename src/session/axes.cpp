// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/axes.h"

#include <QCoreApplication>
#include <QStringList>

#include "session/names.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Axes)
};

QStringList namesOf(const Axes& axes, const QStringList& variables) {
    return {variables.value(static_cast<qsizetype>(axes.across)),
            variables.value(static_cast<qsizetype>(axes.up))};
}

/// Why the second name is no axis beside the first; empty where it is.
QString pairFault(const QStringList& names) {
    if (names.size() != 2) {
        return Text::tr("%1 are not two axes: write the names of two variables, such as x,y.")
            .arg(quoted(names.join(QLatin1Char(','))));
    }
    if (names[0] == names[1])
        return Text::tr("Both axes are %1. Choose two variables.").arg(quoted(names[0]));
    return {};
}

QString variableFault(const QString& name, const Function& function) {
    if (function.variables().contains(name)) return {};
    const std::string word = name.toStdString();
    if (!function.analysis().function.dependsOn({&word, 1})) return strangerFault(name, function);
    return Text::tr("%1 is a constant and no axis. Choose two of the variables %2.")
        .arg(quoted(name), listed(function.variables()));
}

}  // namespace

QString axesText(const Session& session) {
    if (session.axes == Axes{}) return {};
    return namesOf(session.axes, session.function.variables()).join(QLatin1Char(','));
}

QString readAxes(const QString& text, Session& into) {
    const QStringList variables = into.function.variables();
    if (text.isEmpty()) {
        into.axes = {};
        return {};
    }
    if (variables.size() == 1) {
        return Text::tr("The function has one variable, %1: there are no axes to choose.")
            .arg(quoted(variables.front()));
    }
    QStringList names;
    for (const QString& name : text.split(QLatin1Char(','))) names += name.trimmed();
    if (const QString fault = pairFault(names); !fault.isEmpty()) return fault;
    for (const QString& name : names) {
        const QString fault = variableFault(name, into.function);
        if (!fault.isEmpty()) return fault;
    }
    into.axes = {static_cast<std::size_t>(variables.indexOf(names[0])),
                 static_cast<std::size_t>(variables.indexOf(names[1]))};
    return {};
}

QString axesShown(const Session& session) {
    return listed(namesOf(session.axes, session.function.variables()));
}

insight::Rectangle rectangleOf(const Session& session) {
    const double half = session.range.width() / 2;
    const double middle = session.initialGuess[session.axes.up];
    return {session.range, session.values.value_or(insight::Range{middle - half, middle + half})};
}

insight::Rectangle inOrder(const Axes& axes, const insight::Rectangle& rectangle) {
    return axes.across < axes.up ? rectangle : insight::Rectangle{rectangle.up, rectangle.across};
}

insight::Slice sliceThrough(const Session& session, const descent::Point& place) {
    return {place, session.axes.across, session.axes.up};
}

}  // namespace session
