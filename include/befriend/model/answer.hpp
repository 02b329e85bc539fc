#pragma once

#include <cstdint>
#include <optional>
#include <utility>

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
    Answer(Missing why) : missing_(why) {}
    Answer(T value) : value_(std::move(value)) {}

    [[nodiscard]] bool known() const noexcept { return value_.has_value(); }

    /// Precondition: `known()`.
    [[nodiscard]] const T& value() const noexcept { return *value_; }
    [[nodiscard]] T& value() noexcept { return *value_; }

    /// Precondition: not `known()`.
    [[nodiscard]] Missing missing() const noexcept { return missing_; }

    /// The value, or `otherwise` if there is none.
    [[nodiscard]] T value_or(T otherwise) const { return known() ? value() : std::move(otherwise); }

    friend bool operator==(const Answer&, const Answer&) = default;

private:
    std::optional<T> value_;
    Missing missing_ = Missing::unknown;  // of an answer without a value
};

}  // namespace befriend
