// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace formula {

enum class Kind : std::uint8_t {
    Number,  ///< a literal, never negative, NaN or infinite
    Variable,
    Pi,
    E,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Conditional,  ///< condition ? first : second
    Call          ///< a function of one or more arguments
};

struct Function;

/// A formula as an immutable tree. Copying costs a reference count; subtrees may be shared; safe to
/// read from several threads. Equality is that of the structure.
class Formula {
public:
    /// The number 0.
    Formula();
    /// `value` must be finite; a negative one becomes a negated literal.
    static Formula number(double value);
    static Formula variable(std::string name);
    static Formula pi();
    static Formula e();
    static Formula unary(Kind kind, Formula operand);
    static Formula binary(Kind kind, Formula left, Formula right);
    static Formula conditional(Formula condition, Formula first, Formula second);
    static Formula call(const Function& function, std::vector<Formula> arguments);

    Kind kind() const;
    /// Of a Number.
    double value() const;
    /// Of a Variable.
    const std::string& name() const;
    /// Of a Call.
    const Function& function() const;
    /// The parts, in the order of writing; none for a leaf.
    const std::vector<Formula>& operands() const;
    const Formula& operand(std::size_t index) const { return operands()[index]; }

    bool is(Kind wanted) const { return kind() == wanted; }
    bool isNumber(double wanted) const;
    bool isCall(std::string_view name) const;
    /// True when a name occurs in it.
    bool varies() const;
    /// True when one of these names does.
    bool dependsOn(std::span<const std::string> names) const;
    /// How often the tree, written out without sharing, has a node; saturates at the largest
    /// size_t.
    std::size_t size() const;
    /// Equal for the same node; for tables of subtrees already seen.
    const void* identity() const { return m_node.get(); }
    std::size_t hash() const;

    /// Of the structure; pi is not 3.14159....
    bool operator==(const Formula& other) const;

private:
    struct Node;
    explicit Formula(std::shared_ptr<const Node> node);
    static Formula make(Node node);

    std::shared_ptr<const Node> m_node;
};

}  // namespace formula
