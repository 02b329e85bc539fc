#pragma once

#include <cstdint>
#include <utility>
#include <variant>

namespace befriend {

/// Why a value is absent. The three are kept apart everywhere: only the first two are worth a question.
enum class Missing : std::uint8_t {
    unknown,    ///< nobody has recorded it: an empty cell
    not_asked,  ///< the question has not been put: `not_asked`
    declined,   ///< asked, and the person prefers not to say: `declined`
};

/// A value that a person gave, or the reason why there is none.
template <class T>
class Answer {
public:
    Answer() = default;  ///< unknown
    Answer(Missing why) : value_(why) {}
    Answer(T value) : value_(std::move(value)) {}

    [[nodiscard]] bool known() const noexcept { return value_.index() == 1; }

    /// Precondition: `known()`.
    [[nodiscard]] const T& value() const noexcept { return *std::get_if<1>(&value_); }
    [[nodiscard]] T& value() noexcept { return *std::get_if<1>(&value_); }

    /// Precondition: not `known()`.
    [[nodiscard]] Missing missing() const noexcept { return *std::get_if<0>(&value_); }

    /// The value, or `otherwise` if there is none.
    [[nodiscard]] T value_or(T otherwise) const { return known() ? value() : std::move(otherwise); }

    friend bool operator==(const Answer&, const Answer&) = default;

private:
    std::variant<Missing, T> value_ = Missing::unknown;
};

}  // namespace befriend
