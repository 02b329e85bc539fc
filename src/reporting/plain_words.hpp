#pragma once

// The plain English of reports: numbers, dates and labels as a coordinator reads them.

#include <befriend/model/date.hpp>
#include <befriend/model/location.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/reporting/summary.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/points.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace befriend {

/// `14 March 2026`.
[[nodiscard]] std::string long_date(Date date);

/// `1,202`.
[[nodiscard]] std::string with_commas(std::int64_t number);
[[nodiscard]] std::string with_commas(std::uint64_t number);

/// `1 child`, `12 children`.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

/// `under 1 month`, `1 month`, `17 months`.
[[nodiscard]] std::string months_text(std::int64_t months);

/// Rounded to whole kilometres: `under 1 km`, `9 km`.
[[nodiscard]] std::string km_text(std::int64_t metres);

/// `text` with everything that a terminal or a reader might obey instead of show (control and format
/// characters, odd line ends, bytes that are no UTF-8) written out as `\u{1b}`.
[[nodiscard]] std::string visible(std::string_view text);

/// A heading: `Interests`, `Longest wait`, `Ethnic group`.
[[nodiscard]] std::string_view label_of(Criterion criterion) noexcept;
[[nodiscard]] std::string_view label_of(TierName tier) noexcept;
[[nodiscard]] std::string_view label_of(Characteristic characteristic) noexcept;

/// What a question is about, in a word or two: `home`, `pets`.
[[nodiscard]] std::string_view label_of(OpenQuestion question) noexcept;

/// The words for a group's code: `looked_after` is `In care`. A code that has none is shown as it is.
[[nodiscard]] std::string group_label(std::string_view group);

/// What an objective aims at, as a sentence.
[[nodiscard]] std::string_view sentence_of(TierName tier) noexcept;

/// What a criterion compares, as a sentence.
[[nodiscard]] std::string_view sentence_of(Criterion criterion) noexcept;

}  // namespace befriend
