#include "cli/csv_table.hpp"

#include "cli/csv_in.hpp"
#include <befriend/io/columns.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace befriend::cli {
namespace {

Fault table_fault(Table table, FaultCode code, std::optional<std::size_t> line, std::string rule)
{
    Fault fault;
    fault.code = code;
    fault.table = table;
    fault.rule = std::move(rule);
    fault.line = line;
    return fault;
}

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The cell with every dd/mm/yyyy between its separators as yyyy-mm-dd. Anything else stays for the reader to
// refuse.
std::string with_iso_dates(std::string_view cell)
{
    constexpr std::size_t length = 10;
    std::string result;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find_first_of(";:", at), cell.size());
        const std::string_view part = cell.substr(at, end - at);
        const bool is_date = part.size() == length && part[2] == '/' && part[5] == '/' &&
                             is_digits(part.substr(0, 2)) && is_digits(part.substr(3, 2)) &&
                             is_digits(part.substr(6));
        result += is_date ? std::string(part.substr(6)) + "-" + std::string(part.substr(3, 2)) + "-" +
                                std::string(part.substr(0, 2))
                          : std::string(part);
        if (end < cell.size()) result += cell[end];
        at = end + 1;
    }
    return result;
}

// Whether a column holds dates: alone, or beside the items of a list.
bool holds_dates(const Column& column)
{
    return column.allowed.find("YYYY-MM-DD") != std::string::npos || column.name == "training" ||
           column.name == "declined_before";
}

// Takes the records of one file: the header first, then one record a call.
class TableOfRecords {
public:
    TableOfRecords(Table table, const CsvDialect& dialect, const ReadOptions& options, Tables& into,
                   std::vector<Fault>& faults)
        : table_(table), dialect_(dialect), options_(options), into_(into), faults_(faults)
    {
    }

    void operator()(std::span<const std::string_view> cells, std::size_t line)
    {
        if (!has_header_) return take_header(cells, line);
        if (!reader_) return;
        lines_.push_back(line);
        if (date_columns_.empty()) return reader_->add_row(cells);
        std::vector<std::string> converted(date_columns_.size());
        std::vector<std::string_view> row(cells.begin(), cells.end());
        for (std::size_t i = 0; i < date_columns_.size(); ++i) {
            if (date_columns_[i] >= row.size()) continue;
            converted[i] = with_iso_dates(row[date_columns_[i]]);
            row[date_columns_[i]] = converted[i];
        }
        reader_->add_row(row);
    }

    bool has_header() const { return has_header_; }
    std::vector<std::size_t> lines() && { return std::move(lines_); }

private:
    void take_header(std::span<const std::string_view> names, std::size_t line)
    {
        has_header_ = true;
        if (std::string looks = other_delimiter(names, dialect_.delimiter); !looks.empty()) {
            faults_.push_back(table_fault(table_, FaultCode::e_schema, line, std::move(looks)));
            return;
        }
        constexpr std::size_t most_columns = 1000;
        if (names.size() > most_columns) {
            faults_.push_back(table_fault(table_, FaultCode::e_limit, line, "more than 1,000 columns"));
            return;
        }
        const std::size_t before = faults_.size();
        reader_ = std::make_unique<TableReader>(table_, names, options_, into_, faults_);
        bool is_a_header = true;
        for (std::size_t i = before; i < faults_.size(); ++i) {
            is_a_header = is_a_header && !faults_[i].field.empty();
            faults_[i].line = line;
        }
        if (!is_a_header) reader_.reset();  // then nothing below means anything
        if (dialect_.dates == DateOrder::day_first) find_dates(names);
    }

    void find_dates(std::span<const std::string_view> names)
    {
        for (const Column& column : columns_of(table_)) {
            if (!holds_dates(column)) continue;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i] == column.name || (!column.alias.empty() && names[i] == column.alias))
                    date_columns_.push_back(i);
            }
        }
    }

    Table table_;
    const CsvDialect& dialect_;
    const ReadOptions& options_;
    Tables& into_;
    std::vector<Fault>& faults_;
    bool has_header_ = false;
    std::unique_ptr<TableReader> reader_;
    std::vector<std::size_t> date_columns_;
    std::vector<std::size_t> lines_;
};

bool is_a_spreadsheet_limit(std::size_t lines)
{
    return lines == 65'536 || lines == 1'048'576;
}

void note_file(Table table, bool has_header, std::string_view text, std::size_t records,
               std::vector<Fault>& faults)
{
    if (!has_header)
        faults.push_back(table_fault(table, FaultCode::e_schema, {}, "no header: the file is empty"));
    if (is_a_spreadsheet_limit(lines_in(text)) || is_a_spreadsheet_limit(records + 1)) {
        const std::string count =
            std::to_string(is_a_spreadsheet_limit(records + 1) ? records + 1 : lines_in(text));
        faults.push_back(
            table_fault(table, FaultCode::w_truncated, {},
                        "exactly " + count + " lines, where a spreadsheet program cuts a file off"));
    }
}

// A whole number from 0 to `most`.
std::optional<std::int32_t> metres(std::string_view cell, std::int32_t most)
{
    if (cell.empty() || cell.size() > 7 || !is_digits(cell)) return std::nullopt;
    std::int32_t value = 0;
    for (const char digit : cell)
        value = value * 10 + (digit - '0');
    return value <= most ? std::optional(value) : std::nullopt;
}

// Takes the lines of a file of areas.
class AreaLines {
public:
    explicit AreaLines(std::vector<Fault>& faults) : faults_(faults) {}

    void operator()(std::span<const std::string_view> cells, std::size_t line)
    {
        if (!has_header_) return take_header(cells, line);
        if (!is_sound_) return;
        if (cells.size() != width_) return refuse(line, "another number of cells than the header has");
        const auto outcode = outcode_of(cells[position_[0]]);
        const auto easting = metres(cells[position_[1]], most_easting);
        const auto northing = metres(cells[position_[2]], most_northing);
        if (!outcode) return refuse(line, "not an outcode");
        if (!easting || !northing) return refuse(line, "not whole metres on the British National Grid");
        if (!areas_.emplace(*outcode, Location{*easting, *northing}).second)
            refuse(line, "an outcode a second time");
    }

    bool has_header() const { return has_header_; }
    AreaTable areas() && { return std::move(areas_); }

private:
    void take_header(std::span<const std::string_view> names, std::size_t line)
    {
        has_header_ = true;
        width_ = names.size();
        for (const std::string_view wanted : {"outcode", "easting", "northing"}) {
            const auto found = std::find(names.begin(), names.end(), wanted);
            position_.push_back(static_cast<std::size_t>(found - names.begin()));
            is_sound_ = is_sound_ && found != names.end();
        }
        if (!is_sound_) refuse(line, "the header must have outcode, easting and northing");
    }

    void refuse(std::size_t line, const char* rule)
    {
        faults_.push_back(table_fault(Table::areas, FaultCode::e_schema, line, rule));
    }

    std::vector<Fault>& faults_;
    bool has_header_ = false;
    bool is_sound_ = true;
    std::size_t width_ = 0;
    std::vector<std::size_t> position_;
    AreaTable areas_;
};

}  // namespace

std::string other_delimiter(std::span<const std::string_view> header, char delimiter)
{
    const std::string_view first = header.front();
    if (first.starts_with("sep=")) return "a line that names the delimiter: remove it, and use --delimiter";
    if (header.size() > 1) return {};
    for (const auto& [sign, name] : {std::pair(';', ";"), std::pair('\t', "tab"), std::pair(',', ",")}) {
        if (sign != delimiter && first.find(sign) != first.npos)
            return std::string("delimiter looks like ") + name + ": --delimiter says so";
    }
    return {};
}

std::vector<std::size_t> read_csv_table(Table table, std::string_view bytes, const CsvDialect& dialect,
                                        const ReadOptions& options, Tables& into, std::vector<Fault>& faults)
{
    const auto text = text_of(bytes, dialect.encoding, table, faults);
    if (!text) return {};
    TableOfRecords records(table, dialect, options, into, faults);
    read_csv(*text, dialect.delimiter, table, std::ref(records), faults);
    const bool has_header = records.has_header();
    std::vector<std::size_t> lines = std::move(records).lines();
    const bool broken = std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
        return fault.table == table && fault.code == FaultCode::e_parse;
    });
    note_file(table, has_header || broken, *text, lines.size(), faults);
    return lines;
}

AreaTable read_areas(std::string_view bytes, const CsvDialect& dialect, std::vector<Fault>& faults)
{
    const auto text = text_of(bytes, dialect.encoding, Table::areas, faults);
    if (!text) return {};
    AreaLines lines(faults);
    read_csv(*text, dialect.delimiter, Table::areas, std::ref(lines), faults);
    note_file(Table::areas, lines.has_header(), *text, 0, faults);
    return std::move(lines).areas();
}

}  // namespace befriend::cli
