// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include "session/constants.h"
#include "session/fields/fields.h"

/// The session for a field that wants something of it: only a function can have constants, and only
/// one of several variables axes.
inline session::Session having(session::Session session, const session::Field& field) {
    if (field.name == QLatin1String("constants"))
        session = session::withFunction(
            session, *session::Function::from(session.function.text() + QStringLiteral("+c*x")));
    if (field.name == QLatin1String("axes"))
        session = session::withFunction(
            session, *session::Function::from(session.function.text() + QStringLiteral("+y*z")));
    if (session.function.dimension() > 1) session.values = insight::Range{-1, 2};
    return session;
}

/// The session with another value of a field, as odd as it can be; ends the program when this does
/// not know the field: whoever adds one adds a line.
inline session::Session otherwise(session::Session session, const session::Field& field) {
    static const QMap<QString, QString> values{
        {QStringLiteral("function"), QStringLiteral("x<0 ? -x : x²")},
        {QStringLiteral("constants"),
         QStringLiteral("c=0.3333333333333333,range=-1e-300:12345.678901234567,step=1e-5")},
        {QStringLiteral("initial_guess"), QStringLiteral("-0.3333333333333333")},
        {QStringLiteral("alpha"), QStringLiteral("1e-300")},
        {QStringLiteral("max_iterations"), QStringLiteral("77")},
        {QStringLiteral("tolerance"), QStringLiteral("0.012345678901234567")},
        {QStringLiteral("direction"), QStringLiteral("maximize")},
        {QStringLiteral("method"), QStringLiteral("momentum:beta=0.8")},
        {QStringLiteral("schedule"), QStringLiteral("step:every=7,gamma=0.3333333333333333")},
        {QStringLiteral("noise"), QStringLiteral("0.12345678901234567")},
        {QStringLiteral("seed"), QStringLiteral("9007199254740991")},
        {QStringLiteral("runners"),
         QStringLiteral("momentum:beta=0.8,start=-0.1,alpha=0.3333333333333333 "
                        "gradient:start=2,alpha=1e-300,schedule=step;every=7;gamma=0.1,seed=2,"
                        "chosen=on")},
        {QStringLiteral("range"), QStringLiteral("-0.3333333333333333:1e-3")},
        {QStringLiteral("range_y"), QStringLiteral("-1e-3:12345.678901234567")},
        {QStringLiteral("axes"), QStringLiteral("z,x")},
        {QStringLiteral("camera"), QStringLiteral("-33.333333333333336,0.1,0.3333333333333333")},
        {QStringLiteral("heights"), QStringLiteral("logarithmic")},
        {QStringLiteral("view"), QStringLiteral("cobweb")},
        {QStringLiteral("quantity"), QStringLiteral("distance")},
        {QStringLiteral("show"), QStringLiteral("parabola")},
        {QStringLiteral("step"), QStringLiteral("9")},
        {QStringLiteral("title"), QStringLiteral("--alpha <b>'$HOME' \"`id`\"</b> & π; [*]")},
        {QStringLiteral("note"), QStringLiteral("-->]]> one\n\ttwo \\ ; & | 😀 %41")},
    };
    const QString text = values.value(field.name);
    if (text.isNull()) qFatal("no other value of %s is known", qPrintable(field.name));
    const QString fault = field.read(text, session);
    if (!fault.isEmpty()) qFatal("%s: %s", qPrintable(field.name), qPrintable(fault));
    return session;
}
