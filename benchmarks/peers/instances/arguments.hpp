#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

namespace befriend::peers {

/// The numbers of an instance as its catalogue states them, each as `name=value`.
class Arguments {
public:
    /// Throws std::runtime_error if one is not of this form.
    explicit Arguments(std::span<char* const> words);

    /// The number of this name. Throws std::runtime_error if it was not given or is no number.
    [[nodiscard]] double number(const std::string& name);

    /// As `number`, or `otherwise` if it was not given.
    [[nodiscard]] double number(const std::string& name, double otherwise);

    /// A whole number of this name, at least 0.
    template <typename Count = std::uint64_t>
    [[nodiscard]] Count count(const std::string& name)
    {
        return static_cast<Count>(number(name));
    }

    /// Throws std::runtime_error if something was given that nobody asked for.
    void expect_all_read() const;

private:
    std::map<std::string, double> given_;
    std::map<std::string, double> unread_;
};

}  // namespace befriend::peers
