// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Scoredesk {

/// The plain entities that a document type declares itself. Values that refer to others, to files or to the
/// network are not kept, and all use of them together is bounded, so that nothing can grow without end.
class DeclaredEntities {
public:
    /// Takes in what stands between `<!DOCTYPE` and its end.
    void read(std::string_view doctype);

    /// Appends the value of a name; false where it is not declared or the budget is spent.
    bool append(std::string& out, std::string_view name);

private:
    std::vector<std::pair<std::string, std::string>> m_values;
    std::size_t m_budget = 64UL * 1024;
};

} // namespace Scoredesk
