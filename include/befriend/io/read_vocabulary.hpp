#pragma once

#include <befriend/model/interests.hpp>
#include <befriend/model/invalid_input.hpp>

#include <string_view>
#include <vector>

namespace befriend {

/// Reads a vocabulary of interests: TOML with one table a tag, as in data/interests.toml.
///
///     schema_version = 1
///     [interest.football]
///     synonyms = ["soccer"]
///     broader = "sport"
///
/// Throws `InvalidInput` with every fault: a tag that is no slug, a word that names two interests, a broader
/// term that is not there or comes back to its start.
[[nodiscard]] Vocabulary read_vocabulary(std::string_view text);

/// The same, adding to `faults` instead of throwing. With a fault the result is empty.
[[nodiscard]] Vocabulary read_vocabulary(std::string_view text, std::vector<Fault>& faults);

/// The vocabulary that befriend brings along: data/interests.toml.
[[nodiscard]] Vocabulary built_in_vocabulary();

}  // namespace befriend
