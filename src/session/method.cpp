// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/method.h"

#include <QCoreApplication>

#include "session/fields/knobtext.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Methods)
};

/// The names of all there are.
template <typename Variant>
std::vector<std::string_view> namesOf(const std::vector<Variant>& kinds) {
    std::vector<std::string_view> names;
    for (const Variant& kind : kinds) names.push_back(descent::name(kind));
    return names;
}

/// One of these with the knobs of a text.
template <typename Variant>
Typed<Variant> kindFrom(Kind kind, const QString& text, const std::vector<Variant>& kinds) {
    const QString name = nameIn(text);
    std::optional<Variant> chosen = descent::kindNamed(kinds, name.toStdString());
    if (!chosen) return unknownName(kind, name, namesOf(kinds));
    const auto knobs = knobsFrom(kind, text, descent::settingsOf(*chosen));
    if (!knobs) return knobs.error();
    for (const auto& [knob, value] : *knobs) chosen = descent::with(*chosen, knob, value);
    return *chosen;
}

}  // namespace

QString methodLabel(const descent::Method& method) {
    return Text::tr(std::string(descent::label(method)).c_str());
}

QStringList methodNames() {
    QStringList names;
    for (const std::string_view name : namesOf(descent::methods()))
        names += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    return names;
}

QString methodText(const descent::Method& method) {
    return knobText(descent::name(method), descent::settingsOf(method));
}

Typed<descent::Method> methodFrom(const QString& text) {
    return kindFrom(Kind::Method, text, descent::methods());
}

QString scheduleLabel(const descent::Schedule& schedule) {
    return Text::tr(std::string(descent::label(schedule)).c_str());
}

QString scheduleText(const descent::Schedule& schedule) {
    return knobText(descent::name(schedule), descent::settingsOf(schedule));
}

Typed<descent::Schedule> scheduleFrom(const QString& text) {
    return kindFrom(Kind::Schedule, text, descent::schedules());
}

}  // namespace session
