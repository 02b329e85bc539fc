#include "arguments.hpp"

#include <stdexcept>
#include <string_view>

namespace befriend::peers {

Arguments::Arguments(std::span<char* const> words)
{
    for (const std::string word : words) {
        const std::size_t equals = word.find('=');
        std::size_t used = 0;
        const std::string value = equals == word.npos ? "" : word.substr(equals + 1);
        try {
            given_[word.substr(0, equals)] = std::stod(value, &used);
        } catch (const std::logic_error&) {
            used = 0;
        }
        if (used == 0 || used != value.size()) throw std::runtime_error("not name=number: " + word);
    }
    unread_ = given_;
}

double Arguments::number(const std::string& name)
{
    if (!given_.contains(name)) throw std::runtime_error("missing: " + name);
    unread_.erase(name);
    return given_.at(name);
}

double Arguments::number(const std::string& name, double otherwise)
{
    return given_.contains(name) ? number(name) : otherwise;
}

void Arguments::expect_all_read() const
{
    if (!unread_.empty()) throw std::runtime_error("unknown: " + unread_.begin()->first);
}

}  // namespace befriend::peers
