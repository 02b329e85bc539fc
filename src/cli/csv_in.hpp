#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace befriend::cli {

// The cells of one record, and the line on which it starts. The cells live as long as the call.
using TakeRecord = std::function<void(std::span<const std::string_view> cells, std::size_t line)>;

// Reads CSV strictly, by RFC 4180 with either line end: hands over record by record, the header first. What
// breaks the rules of quotes or line ends becomes a fault with its line and column and ends the reading; a
// blank line between records becomes a fault and does not. Line numbers count line feeds, those inside quotes
// too.
void read_csv(std::string_view text, char delimiter, Table table, const TakeRecord& take,
              std::vector<Fault>& faults);

// How many lines `text` has; one without its line end counts.
[[nodiscard]] std::size_t lines_in(std::string_view text) noexcept;

}  // namespace befriend::cli
