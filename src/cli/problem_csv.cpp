#include "cli/problem_csv.hpp"

#include "cli/csv_in.hpp"
#include "cli/shown.hpp"
#include <befriend/io/nearest_name.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace befriend::cli {
namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

// Takes the records of one file: the header first, then one record a call.
class Records {
public:
    Records(ProblemList list, const CsvDialect& dialect, ProblemRecords& into)
        : list_(list), dialect_(dialect), into_(into)
    {
    }

    void operator()(std::span<const std::string_view> cells, std::size_t line)
    {
        if (!has_header_) return take_header(cells, line);
        if (!is_sound_) return;
        if (cells.size() != width_) {
            return into_.refuse(
                list_, line, FaultCode::e_schema, {},
                std::to_string(cells.size()) + " cells, and the header has " + std::to_string(width_));
        }
        std::array<std::string_view, 3> record{};
        for (std::size_t i = 0; i < position_.size(); ++i)
            record[i] = cells[position_[i]];
        into_.add(list_, line, std::span(record).first(position_.size()));
    }

    [[nodiscard]] bool has_header() const noexcept { return has_header_; }

private:
    void take_header(std::span<const std::string_view> names, std::size_t line)
    {
        has_header_ = true;
        width_ = names.size();
        const auto refuse = [&](FaultCode code, std::string_view field, std::string rule) {
            into_.refuse(list_, line, code, field, std::move(rule));
            is_sound_ = false;
        };
        if (std::string looks = other_delimiter(names, dialect_.delimiter); !looks.empty())
            return refuse(FaultCode::e_schema, {}, std::move(looks));
        const std::vector<std::string_view>& known = columns_of(list_);
        position_.assign(known.size(), absent);
        for (std::size_t at = 0; at < names.size(); ++at) {
            const auto found = std::find(known.begin(), known.end(), names[at]);
            if (found == known.end()) {
                if (list_ == ProblemList::pins && names[at] == "weight") continue;
                refuse(FaultCode::e_schema, shown(names[at]), "unknown" + did_you_mean(names[at], known));
                continue;
            }
            std::size_t& position = position_[static_cast<std::size_t>(found - known.begin())];
            if (position != absent) refuse(FaultCode::e_duplicate, names[at], "comes twice");
            position = at;
        }
        for (std::size_t i = 0; i < known.size(); ++i)
            if (position_[i] == absent) refuse(FaultCode::e_schema, known[i], "missing");
    }

    ProblemList list_;
    const CsvDialect& dialect_;
    ProblemRecords& into_;
    bool has_header_ = false;
    bool is_sound_ = true;
    std::size_t width_ = 0;
    std::vector<std::size_t> position_;  // of each column of the list, among the cells
};

PlacedFault placed_in(const std::string& file, Fault fault)
{
    PlacedFault placed;
    placed.code = fault.code;
    placed.file = file;
    placed.line = fault.line;
    placed.column = fault.column;
    placed.rule = std::move(fault.rule);
    return placed;
}

}  // namespace

void read_problem_csv(ProblemList list, std::string_view bytes, const std::string& file,
                      const CsvDialect& dialect, ProblemRecords& into, ProblemFaults& faults)
{
    constexpr Table of_no_table = Table::pins;  // what reads CSV wants one; `placed_in` leaves it out
    std::vector<Fault> found;
    Records records(list, dialect, into);
    if (const auto text = text_of(bytes, dialect.encoding, of_no_table, found)) {
        read_csv(*text, dialect.delimiter, of_no_table, std::ref(records), found);
        if (!records.has_header() && found.empty()) {
            Fault empty;
            empty.rule = "no header: the file is empty";
            found.push_back(std::move(empty));
        }
    }
    for (Fault& fault : found)
        faults.add(placed_in(file, std::move(fault)));
}

}  // namespace befriend::cli
