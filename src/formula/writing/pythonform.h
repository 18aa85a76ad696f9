// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

namespace formula {

/// How Python calls a function: one that NumPy and PyTorch have, or one that a script defines, as
/// written for NumPy; see inDialect(). Of functions of any number of arguments, that of two.
struct Ready {
    constexpr explicit Ready(std::string_view called) : name(called) {}
    std::string_view name;  ///< without the module before it
};
struct Defined {
    constexpr explicit Defined(std::string_view text) : definition(text) {}
    constexpr std::string_view name() const {
        constexpr std::size_t begin = 4;
        return definition.substr(begin, definition.find('(') - begin);
    }
    std::string_view definition;  ///< "def name(x):" and what follows
};
using PythonForm = std::variant<Ready, Defined>;
/// That of both. A row without it does not compile.
struct Python {
    constexpr explicit Python(PythonForm inBoth) : numpy(inBoth), pytorch(inBoth) {}
    constexpr Python(PythonForm inNumpy, PythonForm inPytorch)
        : numpy(inNumpy), pytorch(inPytorch) {}
    PythonForm numpy;
    PythonForm pytorch;
    /// Whether it has values at infinity there, and none here.
    bool hasLimits = false;

    constexpr Python withLimits() const {
        Python limited = *this;
        limited.hasLimits = true;
        return limited;
    }
};

}  // namespace formula
