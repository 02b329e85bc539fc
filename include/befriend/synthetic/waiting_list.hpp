#pragma once

#include <befriend/model/interests.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// A kind of invented waiting list: what it is for, and how large it is unless the caller says otherwise.
struct Preset {
    std::string_view name;         ///< as `WaitingListOptions::preset` takes it
    std::string_view description;  ///< one sentence
    std::size_t children = 0;
    std::size_t volunteers = 0;  ///< all in the table; `docs/methods/synthetic.md` says how many are ready
};

/// Every preset, in the order in which documents list them. Lives as long as the program.
[[nodiscard]] const std::vector<Preset>& presets();

/// Which waiting list to invent.
struct WaitingListOptions {
    std::string preset = "croydon-2021";
    std::uint64_t seed = 1;
    std::optional<std::size_t> children = {};    ///< any number; empty: the preset's
    std::optional<std::size_t> volunteers = {};  ///< any number; empty: in the preset's ratio to `children`
};

/// An invented waiting list and the policy that goes with it: `as_of` is fixed by the preset, `version` is
/// its name, all else is the built-in policy.
struct WaitingList {
    Tables tables;
    Policy policy;
};

/// Invents a waiting list; none if no preset has the name in `options`. `Round` accepts every one it makes.
///
/// Nobody in it exists: ids count from C-0001 and V-0001, providers from P-001, places are scattered around
/// invented centres, and there is no name. Interests are leaf terms of `vocabulary`; with an empty one nobody
/// has any. Margins follow published figures where there are some; docs/methods/synthetic.md lists each with
/// its source, and marks what is assumed.
///
/// The same options and vocabulary give the same tables on every machine: counter-based random bits, integers
/// only. Each record depends on the preset, the seed and its own position, so a longer list begins with the
/// shorter one. Three things look across the tables: a child alone of its siblings in a list has no unit; who
/// is excluded, declined or blocked depends on how many volunteers there are; and a volunteer's `not_with` on
/// how many children.
///
/// Example: `waiting_list({.preset = "county", .seed = 7}, vocabulary)` has 40 children and 24 volunteers.
/// O(children + volunteers).
[[nodiscard]] std::optional<WaitingList> waiting_list(const WaitingListOptions& options,
                                                      const Vocabulary& vocabulary);

}  // namespace befriend
