#include "cli/csv_in.hpp"

#include <algorithm>
#include <csv.h>
#include <new>
#include <optional>
#include <string>
#include <utility>

// libcsv decides what is a field and what is a record. It is fed byte by byte, so that the place of every
// field and of every mistake is known without a second opinion on the grammar.
//
// A text without any quote has no grammar but lines and delimiters: it is cut at them, ten times as fast.

namespace befriend::cli {
namespace {

struct Place {
    std::size_t line = 1;
    std::optional<std::size_t> column = 1;  // in characters
};

constexpr const char* bare_return = "a carriage return without a line feed";
constexpr const char* blank_line = "a blank line above a record";

int never(unsigned char)
{
    return 0;
}

bool begins_character(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

Fault fault_of(Table table, FaultCode code, Place place, std::string rule)
{
    Fault fault;
    fault.code = code;
    fault.table = table;
    fault.rule = std::move(rule);
    fault.line = place.line;
    fault.column = place.column;
    return fault;
}

class Reader {
public:
    Reader(std::string_view text, char delimiter, Table table, const TakeRecord& take,
           std::vector<Fault>& faults)
        : text_(text), table_(table), take_(take), faults_(faults)
    {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
        csv_set_space_func(&parser_, never);  // blanks belong to the field
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { csv_free(&parser_); }

    void run()
    {
        for (; at_ < text_.size(); ++at_) {
            field_ended_ = record_ended_ = false;
            if (csv_parse(&parser_, &text_[at_], 1, on_field, on_record, this) != 1) return refuse_byte();
            if (bare_return_) return refuse(FaultCode::e_parse, here_, bare_return);
            step();
        }
        if (csv_fini(&parser_, on_field, on_record, this) != 0)
            refuse(FaultCode::e_parse, field_start_, "a quote that is never closed");
    }

private:
    static void on_field(void* field, std::size_t length, void* self)
    {
        static_cast<Reader*>(self)->end_field({static_cast<const char*>(field), length});
    }
    static void on_record(int, void* self) { static_cast<Reader*>(self)->end_record(); }

    void end_field(std::string_view field)
    {
        field_ended_ = true;
        cells_text_.append(field);
        cell_ends_.push_back(cells_text_.size());
    }

    // Called for every line end outside quotes, and at the end of a text that has none.
    void end_record()
    {
        record_ended_ = true;
        const char byte = at_ < text_.size() ? text_[at_] : '\n';
        const bool second_half = byte == '\n' && at_ > 0 && text_[at_ - 1] == '\r';
        bare_return_ = byte == '\r' && !text_.substr(at_ + 1).starts_with('\n');
        if (bare_return_) return;
        if (!cell_ends_.empty()) {
            hand_over();
        } else if (!second_half && !blank_line_) {
            blank_line_ = here_.line;
        }
    }

    void hand_over()
    {
        if (blank_line_) refuse(FaultCode::e_schema, {*blank_line_, {}}, blank_line);
        blank_line_.reset();
        cells_.clear();
        std::size_t begin = 0;
        for (const std::size_t end : cell_ends_) {
            cells_.push_back(std::string_view(cells_text_).substr(begin, end - begin));
            begin = end;
        }
        take_(cells_, record_start_.line);
        cells_text_.clear();
        cell_ends_.clear();
    }

    // After each byte: where the next one stands, and what starts there.
    void step()
    {
        const char byte = text_[at_];
        if (byte == '\n') {
            here_ = {here_.line + 1, 1};
        } else if (begins_character(byte)) {
            ++*here_.column;
        }
        if (field_ended_ || record_ended_) field_start_ = here_;
        if (record_ended_) record_start_ = here_;
    }

    void refuse_byte()
    {
        if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
        refuse(
            FaultCode::e_parse, here_,
            text_[at_] == '"' ? "a quote inside a field that is not quoted" : "text after a closing quote");
    }

    void refuse(FaultCode code, Place place, std::string rule)
    {
        faults_.push_back(fault_of(table_, code, place, std::move(rule)));
    }

    std::string_view text_;
    Table table_;
    const TakeRecord& take_;
    std::vector<Fault>& faults_;
    csv_parser parser_{};

    std::size_t at_ = 0;
    Place here_;
    Place field_start_;
    Place record_start_;
    bool field_ended_ = false;
    bool record_ended_ = false;
    bool bare_return_ = false;
    std::optional<std::size_t> blank_line_;  // since the last record

    std::string cells_text_;
    std::vector<std::size_t> cell_ends_;
    std::vector<std::string_view> cells_;
};

// The same for a text without quotes.
class PlainReader {
public:
    PlainReader(std::string_view text, char delimiter, Table table, const TakeRecord& take,
                std::vector<Fault>& faults)
        : rest_(text), delimiter_(delimiter), table_(table), take_(take), faults_(faults)
    {
    }

    void run()
    {
        for (std::size_t line = 1; !rest_.empty(); ++line) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            const bool has_end = end < rest_.size();
            std::string_view record = rest_.substr(0, end);
            rest_.remove_prefix(has_end ? end + 1 : end);
            if (has_end && record.ends_with('\r')) record.remove_suffix(1);
            if (const std::size_t bare = record.find('\r'); bare != record.npos) {
                const auto column = static_cast<std::size_t>(std::count_if(
                    record.begin(), record.begin() + static_cast<std::ptrdiff_t>(bare), begins_character));
                faults_.push_back(fault_of(table_, FaultCode::e_parse, {line, column + 1}, bare_return));
                return;
            }
            if (record.empty()) {
                if (!blank_line_) blank_line_ = line;
            } else {
                hand_over(record, line);
            }
        }
    }

private:
    void hand_over(std::string_view record, std::size_t line)
    {
        if (blank_line_)
            faults_.push_back(fault_of(table_, FaultCode::e_schema, {*blank_line_, {}}, blank_line));
        blank_line_.reset();
        cells_.clear();
        for (std::size_t at = 0; at <= record.size();) {
            const std::size_t end = std::min(record.find(delimiter_, at), record.size());
            cells_.push_back(record.substr(at, end - at));
            at = end + 1;
        }
        take_(cells_, line);
    }

    std::string_view rest_;
    char delimiter_;
    Table table_;
    const TakeRecord& take_;
    std::vector<Fault>& faults_;
    std::optional<std::size_t> blank_line_;  // since the last record
    std::vector<std::string_view> cells_;
};

}  // namespace

void read_csv(std::string_view text, char delimiter, Table table, const TakeRecord& take,
              std::vector<Fault>& faults)
{
    if (text.find('"') == text.npos) return PlainReader(text, delimiter, table, take, faults).run();
    Reader(text, delimiter, table, take, faults).run();
}

std::size_t lines_in(std::string_view text) noexcept
{
    const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return ends + (text.empty() || text.ends_with('\n') ? 0U : 1U);
}

}  // namespace befriend::cli
