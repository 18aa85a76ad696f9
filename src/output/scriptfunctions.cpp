// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/scriptfunctions.h"

#include <cstddef>
#include <vector>

namespace output {

namespace {

/// "[a, b]".
std::string listOf(const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts) list += (list.empty() ? "[" : ", ") + part;
    return list + ']';
}

}  // namespace

std::string ScriptFunctions::value() {
    return m_formulas.defined("f", m_analysis.function, m_analysis.variables);
}

std::string ScriptFunctions::part(const std::string& name, const formula::Formula& formula,
                                  std::string& before) {
    before += m_formulas.defined(name, formula, m_analysis.variables) + "\n\n";
    return name + "(*x)";
}

std::string ScriptFunctions::gradient() {
    if (!isForNumpy())
        return std::string(
                   "def gradient(x):\n"
                   "    x = x.detach().requires_grad_()\n"
                   "    return torch.autograd.grad(f(") +
               (isOne() ? "x" : "*x") + "), x)[0]\n";
    if (isOne())
        return m_formulas.defined("gradient", m_analysis.derivative(), m_analysis.variables);
    std::string before;
    std::vector<std::string> slopes;
    for (std::size_t i = 0; i < m_analysis.variables.size(); ++i)
        slopes.push_back(
            part("gradient_" + m_analysis.variables[i], m_analysis.gradient[i], before));
    return before + "def gradient(x):\n    return np.array(" + listOf(slopes) + ")\n";
}

std::string ScriptFunctions::curvature() {
    if (!isForNumpy())
        return isOne() ? "def curvature(x):\n"
                         "    x = x.detach().requires_grad_()\n"
                         "    slope, = torch.autograd.grad(f(x), x, create_graph=True)\n"
                         "    return torch.autograd.grad(slope + 0 * x, x)[0]\n"
                       : "def curvature(x):\n"
                         "    return torch.autograd.functional.hessian(lambda x: f(*x), "
                         "x.detach())\n";
    if (isOne()) return m_formulas.defined("curvature", m_analysis.second(), m_analysis.variables);
    const std::vector<std::string>& names = m_analysis.variables;
    std::string before;
    std::vector<std::vector<std::string>> rows(names.size(),
                                               std::vector<std::string>(names.size()));
    auto second = m_analysis.hessian.begin();
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i; j < names.size(); ++j)
            rows[i][j] = rows[j][i] =
                part("curvature_" + names[i] + '_' + names[j], *second++, before);
    }
    std::vector<std::string> lists;
    for (const auto& row : rows) lists.push_back(listOf(row));
    return before + "def curvature(x):\n    return np.array(" + listOf(lists) + ")\n";
}

}  // namespace output
