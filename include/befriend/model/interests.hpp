#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// An interest and how much somebody likes it: -2 dislikes strongly, -1 dislikes, 0 does not mind, 1 likes, 2
/// loves.
struct GradedInterest {
    std::string tag;
    std::int32_t grade = 1;  ///< a cell without a grade means 1
    friend bool operator==(const GradedInterest&, const GradedInterest&) = default;
};

/// One interest of the vocabulary.
struct InterestTerm {
    std::string tag;                    ///< a slug: lower-case letters, digits and `_`
    std::vector<std::string> synonyms;  ///< other words that people write for it
    std::string broader;                ///< the tag of the wider interest that it belongs to; empty: none
};

/// The interests that a service knows, with their synonyms and broader terms. Data, not code: anyone can
/// replace it.
class Vocabulary {
public:
    Vocabulary() = default;

    /// Precondition: tags are distinct, no word names two terms, every `broader` names a term, and no chain
    /// of broader terms comes back to its start. `read_vocabulary` checks that for text.
    explicit Vocabulary(std::vector<InterestTerm> terms);

    /// The terms, sorted by tag. An interest is its position here.
    [[nodiscard]] const std::vector<InterestTerm>& terms() const noexcept { return terms_; }

    /// The position of the term that `word` names, as a tag or a synonym; words compare as `folded`.
    /// O(log words).
    [[nodiscard]] std::optional<std::size_t> find(std::string_view word) const;

    /// The position of the broader term, if there is one. Precondition: `term` is a position.
    [[nodiscard]] std::optional<std::size_t> broader(std::size_t term) const noexcept;

private:
    std::vector<InterestTerm> terms_;
    std::vector<std::optional<std::size_t>> broader_;
    std::map<std::string, std::size_t, std::less<>> position_of_word_;
};

/// `word` after compatibility normalisation and case folding (NFKC_Casefold), with blanks and hyphens as `_`,
/// so that two spellings of a word compare equal. Invalid UTF-8 is returned as it is.
///
/// Example: `Rock Climbing`, `rock-climbing` and `ROCK_CLIMBING` all become `rock_climbing`.
/// Source: Unicode Standard Annex 31, "Unicode Identifiers and Syntax", NFKC_Casefold.
[[nodiscard]] std::string folded(std::string_view word);

}  // namespace befriend
