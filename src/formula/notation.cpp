// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/notation.h"

namespace formula {

Level level(Kind kind) {
    switch (kind) {
        case Kind::Conditional:
            return Level::Conditional;
        case Kind::Or:
            return Level::Or;
        case Kind::And:
            return Level::And;
        case Kind::Less:
        case Kind::LessEqual:
        case Kind::Greater:
        case Kind::GreaterEqual:
        case Kind::Equal:
        case Kind::NotEqual:
            return Level::Comparison;
        case Kind::Add:
        case Kind::Subtract:
            return Level::Sum;
        case Kind::Negate:
            return Level::Sign;
        case Kind::Multiply:
        case Kind::Divide:
            return Level::Product;
        case Kind::Power:
            return Level::Power;
        case Kind::Number:
        case Kind::Variable:
        case Kind::Pi:
        case Kind::E:
        case Kind::Call:
            break;
    }
    return Level::Atom;
}

bool isComparison(Kind kind) {
    return level(kind) == Level::Comparison;
}

Level leftLevel(Kind binary) {
    if (isComparison(binary)) return Level::Sum;
    return binary == Kind::Power ? Level::Atom : level(binary);
}

Level rightLevel(Kind binary) {
    switch (level(binary)) {
        case Level::Or:
            return Level::And;
        case Level::And:
            return Level::Comparison;
        case Level::Comparison:
            return Level::Sum;
        case Level::Sum:
            return Level::Product;
        default:
            return Level::Power;
    }
}

std::string_view symbol(Kind binary) {
    switch (binary) {
        case Kind::Or:
            return "||";
        case Kind::And:
            return "&&";
        case Kind::Less:
            return "<";
        case Kind::LessEqual:
            return "<=";
        case Kind::Greater:
            return ">";
        case Kind::GreaterEqual:
            return ">=";
        case Kind::Equal:
            return "==";
        case Kind::NotEqual:
            return "!=";
        case Kind::Add:
            return "+";
        case Kind::Subtract:
            return "-";
        case Kind::Multiply:
            return "*";
        case Kind::Divide:
            return "/";
        case Kind::Power:
            return "^";
        default:
            return {};
    }
}

}  // namespace formula
