// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace formula {

/// Either a value or the reason why there is none. Asking for the one that is absent throws
/// std::bad_variant_access, so test it first.
template <typename Value, typename Error>
class Result {
public:
    Result(Value value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    const Value& value() const& { return std::get<0>(m_content); }
    Value&& value() && { return std::get<0>(std::move(m_content)); }
    const Value& operator*() const& { return value(); }
    const Value* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(m_content); }

private:
    std::variant<Value, Error> m_content;
};

}  // namespace formula
