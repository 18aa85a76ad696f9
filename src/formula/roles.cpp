// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/roles.h"

#include <algorithm>

#include "formula/ownnames.h"

namespace formula {

namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

template <typename Predicate>
Names those(const Names& names, Predicate belongs) {
    Names chosen;
    std::ranges::copy_if(names, std::back_inserter(chosen), belongs);
    return chosen;
}

/// x, y, z, x1 … x8, as one counts them, before the others.
bool comesBefore(const std::string& one, const std::string& other) {
    const bool isUsual = isUsualVariable(one);
    if (!isUsual || !isUsualVariable(other)) return isUsual && !isUsualVariable(other);
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

Names withoutRepeats(const Names& names) {
    Names all;
    for (const std::string& name : names)
        if (!has(all, name)) all.push_back(name);
    return all;
}

Names variablesByRule(const Reading& reading, const Wanted& wanted) {
    if (!reading.declared.empty()) return withoutRepeats(reading.declared);
    if (reading.names.empty()) return {"x"};
    Names usual = those(reading.names, [&](const auto& name) {
        return isUsualVariable(name) || has(wanted.named, name);
    });
    std::ranges::stable_sort(usual, comesBefore);
    return usual.empty() ? reading.names : usual;
}

/// Where a name stands first.
ReadError fault(Fault kind, const Reading& reading, const std::string& name) {
    ReadError error;
    error.fault = kind;
    error.subject = name;
    const auto found = std::ranges::find(reading.names, name);
    if (found == reading.names.end()) return error;
    error.column = reading.columns[static_cast<std::size_t>(found - reading.names.begin())];
    error.length = std::max<std::size_t>(
        1, std::ranges::count_if(name, [](char byte) { return (byte & 0xC0) != 0x80; }));
    return error;
}

/// At the first name that would be one too many.
ReadError tooManyVariables(const Reading& reading, const Names& variables, std::size_t most) {
    const Names met = those(reading.names, [&](const auto& name) { return has(variables, name); });
    const std::string& excess = most < met.size() ? met[most] : variables[most];
    ReadError error = fault(Fault::TooManyVariables, reading, excess);
    error.subject.clear();
    for (const std::string& name : variables)
        error.subject.append(error.subject.empty() ? "" : " ").append(name);
    error.expected = static_cast<int>(most);
    error.found = static_cast<int>(variables.size());
    return error;
}

}  // namespace

Result<Roles, ReadError> rolesIn(const Reading& reading, const Wanted& wanted) {
    Names variables = variablesByRule(reading, wanted);
    const std::string first = variables.front();
    std::erase_if(variables, [&](const auto& name) { return has(wanted.constants, name); });
    if (variables.empty()) return fault(Fault::OnlyVariable, reading, first);
    if (variables.size() > wanted.mostVariables) {
        const Names kept =
            those(variables, [&](const auto& name) { return has(wanted.variables, name); });
        const bool isByRule = std::ranges::any_of(variables, isUsualVariable);
        if (isByRule || kept.empty() || kept.size() > wanted.mostVariables)
            return tooManyVariables(reading, variables, wanted.mostVariables);
        variables = kept;
    }
    const Names constants =
        those(reading.names, [&](const auto& name) { return !has(variables, name); });
    if (constants.size() > mostConstants)
        return fault(Fault::TooManyConstants, reading, constants[mostConstants]);
    return Roles{variables, constants};
}

}  // namespace formula
