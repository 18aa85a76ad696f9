// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/formula.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "formula/functions.h"

namespace formula {

struct Formula::Node {
    Kind kind = Kind::Number;
    const Function* function = nullptr;
    std::string name;  ///< of a variable
    bool varies = false;
    double value = 0;
    std::vector<Formula> operands;
    std::size_t size = 1;
    std::size_t hash = 0;
};

namespace {

std::size_t mixed(std::size_t seed, std::size_t value) {
    return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

std::size_t saturatingSum(std::size_t a, std::size_t b) {
    const auto most = std::numeric_limits<std::size_t>::max();
    return a > most - b ? most : a + b;
}

}  // namespace

Formula::Formula() : Formula(number(0)) {}

Formula::Formula(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}

Formula Formula::make(Node node) {
    node.varies = node.kind == Kind::Variable;
    node.hash =
        mixed(static_cast<std::size_t>(node.kind), std::hash<const Function*>()(node.function));
    node.hash = mixed(node.hash, std::hash<std::string>()(node.name));
    node.hash = mixed(node.hash, std::bit_cast<std::uint64_t>(node.value));
    for (const Formula& operand : node.operands) {
        node.varies = node.varies || operand.varies();
        node.size = saturatingSum(node.size, operand.size());
        node.hash = mixed(node.hash, operand.hash());
    }
    return Formula(std::make_shared<const Node>(std::move(node)));
}

Formula Formula::number(double value) {
    if (!std::isfinite(value)) throw std::invalid_argument("a literal must be finite");
    Node node;
    node.value = std::abs(value);
    return value < 0 ? unary(Kind::Negate, make(std::move(node))) : make(std::move(node));
}

Formula Formula::variable(std::string name) {
    Node node;
    node.kind = Kind::Variable;
    node.name = std::move(name);
    return make(std::move(node));
}

Formula Formula::pi() {
    Node node;
    node.kind = Kind::Pi;
    return make(std::move(node));
}

Formula Formula::e() {
    Node node;
    node.kind = Kind::E;
    return make(std::move(node));
}

Formula Formula::unary(Kind kind, Formula operand) {
    Node node;
    node.kind = kind;
    node.operands = {std::move(operand)};
    return make(std::move(node));
}

Formula Formula::binary(Kind kind, Formula left, Formula right) {
    Node node;
    node.kind = kind;
    node.operands = {std::move(left), std::move(right)};
    return make(std::move(node));
}

Formula Formula::conditional(Formula condition, Formula first, Formula second) {
    Node node;
    node.kind = Kind::Conditional;
    node.operands = {std::move(condition), std::move(first), std::move(second)};
    return make(std::move(node));
}

Formula Formula::call(const Function& function, std::vector<Formula> arguments) {
    Node node;
    node.kind = Kind::Call;
    node.function = &function;
    node.operands = std::move(arguments);
    return make(std::move(node));
}

Kind Formula::kind() const {
    return m_node->kind;
}
double Formula::value() const {
    return m_node->value;
}
const std::string& Formula::name() const {
    return m_node->name;
}
const Function& Formula::function() const {
    return *m_node->function;
}
const std::vector<Formula>& Formula::operands() const {
    return m_node->operands;
}
bool Formula::varies() const {
    return m_node->varies;
}
std::size_t Formula::size() const {
    return m_node->size;
}
std::size_t Formula::hash() const {
    return m_node->hash;
}

bool Formula::isNumber(double wanted) const {
    return is(Kind::Number) && value() == wanted;
}
bool Formula::isCall(std::string_view name) const {
    return is(Kind::Call) && function().name == name;
}

bool Formula::dependsOn(std::span<const std::string> names) const {
    std::unordered_set<const void*> seen = {identity()};
    std::vector<const Formula*> waiting = {this};
    while (!waiting.empty()) {
        const Formula& next = *waiting.back();
        waiting.pop_back();
        if (next.is(Kind::Variable) && std::ranges::find(names, next.name()) != names.end())
            return true;
        for (const Formula& part : next.operands())
            if (part.varies() && seen.insert(part.identity()).second) waiting.push_back(&part);
    }
    return false;
}

bool Formula::operator==(const Formula& other) const {
    if (m_node == other.m_node) return true;
    const Node& a = *m_node;
    const Node& b = *other.m_node;
    return a.hash == b.hash && a.size == b.size && a.kind == b.kind && a.function == b.function &&
           a.name == b.name && a.value == b.value && a.operands == b.operands;
}

}  // namespace formula
