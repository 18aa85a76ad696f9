// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields/fields.h"

#include <QRegularExpression>
#include <algorithm>

#include "session/constants.h"
#include "session/fields/fieldrows.h"
#include "session/fields/runnertext.h"
#include "session/place.h"
#include "session/roles.h"
#include "session/runners.h"

namespace session {

const std::vector<Field>& fields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> rows = runFields();
        for (const auto& more : {sightFields(), wordFields()})
            rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    }();
    return all;
}

int versionFor(const Session& session) {
    int version = session.function.dimension() > 1 ? 2 : 1;
    for (const Field& field : fields()) {
        if (!isUsual(field, session)) version = std::max(version, field.since);
    }
    return version;
}

QString writtenText(const Field& field, const Session& session) {
    return field.text(field.key.isEmpty() ? session : choosing(session, 0));
}

QString joinedText(const QStringList& values) {
    static const QRegularExpression around(QStringLiteral("\\s*([:=,;])\\s*"));
    static const QRegularExpression grouping(QStringLiteral("(?<=[0-9])\\s+(?=[0-9])"));
    QString text = values.join(QLatin1Char(' ')).simplified();
    return text.replace(around, QStringLiteral("\\1")).remove(grouping);
}

QString optionOf(const Field& field) {
    if (!field.repeated.isEmpty()) return field.repeated;
    if (!field.flag.isEmpty()) return field.flag;
    return QString(field.name).replace(QLatin1Char('_'), QLatin1Char('-'));
}

bool isUsual(const Field& field, const Session& session) {
    static const Session usual;
    return writtenText(field, session) == writtenText(field, usual);
}

bool isWritten(const Field& field, const Session& session) {
    return field.presence != Field::Presence::Optional || !isUsual(field, session);
}

namespace {

/// Whether other runners are there. With other variables their starts are others, too.
bool hasOtherRunners(const Session& before, const Session& after) {
    const Session known = startingIn(before, after.function);
    return known.others != after.others || before.chosen != after.chosen;
}

/// Whether it tells the two apart. Those of one text may be functions of other variables.
bool differs(const Field& field, const Session& before, const Session& after) {
    if (&field == &fields().front()) return before.function != after.function;
    return field.text(before) != field.text(after);
}

/// What a change of the function brings with it.
bool comesAlong(const Field& field, const Session& before, const Session& after) {
    const bool otherVariables =
        std::max(before.function.dimension(), after.function.dimension()) > 1;
    return field.concern == Field::Concern::Sight || field.text == constantsText ||
           (field.text == startText && otherVariables);
}

}  // namespace

const Field* changedField(const Session& before, const Session& after) {
    const auto isOfRunners = [](const Field& field) { return field.text == runnersText; };
    const bool others = hasOtherRunners(before, after);
    const Field* changed = others ? &*std::ranges::find_if(fields(), isOfRunners) : nullptr;
    for (const Field& field : fields()) {
        if (isOfRunners(field) || (others && !field.key.isEmpty())) continue;
        if (!differs(field, before, after)) continue;
        const bool brought = changed == &fields().front() && comesAlong(field, before, after);
        const bool along =
            changed && changed->concern != Field::Concern::Run && changed->concern == field.concern;
        const bool brings = changed && changed->name == QLatin1String("alpha") &&
                            field.name == QLatin1String("method");
        if (changed && !brought && !along && !brings) return nullptr;
        if (!changed || brings) changed = &field;
    }
    return changed;
}

QString changeName(const Session& before, const Session& after, int digits) {
    const Field* const field = changedField(before, after);
    if (!field) return {};
    if (field->text == runnersText) return runnersChange(before, after);
    if (field->text == constantsText) return constantsChange(before, after, digits);
    if (const QString role = roleChange(before, after); !role.isEmpty()) return role;
    return field->change(after, digits);
}

bool sameRun(const Session& a, const Session& b) {
    return std::ranges::all_of(fields(), [&](const Field& field) {
        return field.concern != Field::Concern::Run || field.text(a) == field.text(b);
    });
}

Session seenAs(const Session& session, const Session& other) {
    Session seen = session;
    for (const Field& field : fields()) {
        if (field.concern == Field::Concern::Sight) field.read(field.text(other), seen);
    }
    return seen;
}

}  // namespace session
