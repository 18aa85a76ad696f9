// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "claims.h"
#include "formula/expression.h"
#include "formula/reader.h"
#include "formula/roles.h"
#include "formula/writing/printer.h"

namespace {

void checkError(const formula::ReadError& error, std::string_view text) {
    require(error.column <= formula::longestText && error.column <= text.size());
    require(error.length >= 1 && error.column + error.length <= text.size() + 1);
}

void checkRoundTrip(const formula::Formula& formula) {
    const auto again = formula::read(formula::plain(formula));
    if (again) return require(*again == formula);
    const formula::Fault fault = again.error().fault;
    require(fault == formula::Fault::TooLong || fault == formula::Fault::TooDeep);
}

/// With the names that the text brings.
void checkNames(std::string_view text) {
    const auto reading = formula::readNamed(text);
    if (!reading) return checkError(reading.error(), text);
    require(reading->columns.size() == reading->names.size());
    const auto again = formula::readNamed(formula::plain(reading->formula));
    if (again) {
        require(again->formula == reading->formula && again->names.size() <= reading->names.size());
    } else {
        const formula::Fault fault = again.error().fault;
        require(fault == formula::Fault::TooLong || fault == formula::Fault::TooDeep);
    }
    const auto roles = formula::rolesIn(*reading, {});
    if (!roles) checkError(roles.error(), text);
}

}  // namespace

/// Whatever is typed is either refused at a place in the text, or can be printed, read again,
/// compiled and evaluated.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkNames(text);
    const auto formula = formula::read(text);
    if (!formula) {
        checkError(formula.error(), text);
        return 0;
    }
    checkRoundTrip(*formula);
    require(!formula::typeset(*formula).empty());
    const formula::Expression expression(formula::program(*formula));
    for (const double x : {0.0, -1.5, 1e300}) expression(x);
    return 0;
}
