// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/names.h"

#include <algorithm>
#include <utility>

#include "formula/functions.h"

namespace formula {

namespace {

/// The likelier ones first.
std::vector<std::string_view> allNames(const std::vector<std::string>& variables) {
    std::vector<std::string_view> all(variables.begin(), variables.end());
    all.insert(all.end(), {"e", "pi"});
    for (const Function& each : functions()) {
        all.push_back(each.name);
        if (!each.alias.empty()) all.push_back(each.alias);
    }
    return all;
}

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// "sine" is a slip of the pen for "sin", not sin(e).
bool mayFollow(std::string_view name, std::string_view before) {
    return name != "e" || !functionNamed(before);
}

constexpr int costOfOther = 3;    ///< one letter in the place of another
constexpr int costOfMissing = 2;  ///< one letter too many or too few, or two that changed places

/// Optimal string alignment distance with the costs above; Boytsov, Indexing methods for
/// approximate dictionary searching (2011), 2.2.
int distance(std::string_view a, std::string_view b) {
    std::vector<int> beforeLast;
    std::vector<int> last(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j) * costOfMissing;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<int> row(b.size() + 1, static_cast<int>(i) * costOfMissing);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : costOfOther);
            row[j] = std::min({replaced, last[j] + costOfMissing, row[j - 1] + costOfMissing});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + costOfMissing);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

std::string lowered(std::string_view word) {
    std::string lower(word);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

}  // namespace

bool endsInNumberedName(std::string_view word, const std::vector<std::string>& variables) {
    const auto names = allNames(variables);
    return std::any_of(names.begin(), names.end(), [word](std::string_view name) {
        return isDigit(name.back()) && word.ends_with(name);
    });
}

std::optional<std::vector<std::string_view>> namesIn(std::string_view word,
                                                     const std::vector<std::string>& variables) {
    const auto all = allNames(variables);
    // first[i]: the first name of word.substr(i); empty when that cannot be read.
    std::vector<std::string_view> first(word.size() + 1);
    for (std::size_t i = word.size(); i-- > 0;) {
        const std::string_view rest = word.substr(i);
        for (const std::string_view name : all) {
            if (!rest.starts_with(name) || name.size() < first[i].size()) continue;
            const std::string_view next = first[i + name.size()];
            const bool readable = name == rest || (!next.empty() && mayFollow(next, name));
            if (readable) first[i] = name;
        }
    }
    if (first.front().empty()) return std::nullopt;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < word.size(); i += names.back().size()) names.push_back(first[i]);
    return names;
}

bool isSlip(std::string_view word) {
    constexpr std::size_t longestWorthwhile = 12;
    constexpr std::size_t fewestForOther = 3;
    if (word.size() > longestWorthwhile) return false;
    const int most = word.size() < fewestForOther ? costOfMissing : costOfOther;
    const std::string lower = lowered(word);
    const auto all = allNames({});
    return std::ranges::any_of(all, [&](std::string_view name) {
        return name.size() > 1 && distance(lower, name) <= most;
    });
}

std::string nearestOf(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t longestWorthwhile = 20;
    if (word.size() > longestWorthwhile) return {};
    const std::string lower = lowered(word);
    int least = std::max(costOfOther, static_cast<int>(word.size())) + 1;
    std::string_view nearest;
    for (const std::string_view name : names) {
        const int far = distance(lower, name);
        if (far < least) {
            least = far;
            nearest = name;
        }
    }
    return std::string(nearest);
}

std::string nearestName(std::string_view word, const std::vector<std::string>& variables) {
    constexpr std::size_t longestWorthwhile = 12;
    if (word.size() > longestWorthwhile) return {};
    return nearestOf(word, allNames(variables));
}

}  // namespace formula
