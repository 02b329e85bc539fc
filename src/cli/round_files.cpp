#include "cli/round_files.hpp"

#include "cli/csv_table.hpp"
#include "cli/expected_counts.hpp"
#include "cli/input_file.hpp"
#include "cli/proposal_csv.hpp"
#include <befriend/io/column_figures.hpp>
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/io/read_vocabulary.hpp>

#include <algorithm>
#include <chrono>
#include <optional>

namespace befriend::cli {
namespace {

Date today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// Reads the files of a round one after the other; every fault is kept until the round is made.
class RoundReader {
public:
    explicit RoundReader(const InputOptions& options) : options_(options), dialect_(options.dialect())
    {
        const std::vector<std::string> paths = options.paths();
        if (std::count(paths.begin(), paths.end(), "-") > 1)
            throw usage_failure("-", "only one file can come from standard input");
    }

    PolicyInForce policy()
    {
        PolicyInForce result;
        if (!options_.policy.empty()) {
            InputFile file = read(Table::policy, options_.policy);
            result.policy = read_policy(file.bytes, faults_);
            result.text = std::move(file.bytes);
        }
        const std::optional<Date> given = options_.date();
        result.as_of_source = given ? "option" : result.policy.as_of ? "policy" : "today";
        if (given) result.policy.as_of = given;
        if (!result.policy.as_of) result.policy.as_of = today();
        if (const auto seed = options_.seed_number()) result.policy.seed = *seed;
        return result;
    }

    std::optional<RoundFiles> round(bool show_ids,
                                    const std::function<bool(std::size_t, std::size_t)>& goes_on,
                                    const OnStep& on_step)
    {
        if (on_step) on_step(Step::read, {});
        PolicyInForce in_force = policy();
        read_places(in_force.policy);
        Vocabulary vocabulary = read_words();
        const ExpectedCounts expected = read_expected();
        read_tables();
        if (on_step) on_step(Step::check, {});
        if (show_ids) keep_ids();
        look_at_figures();
        check_counts(expected, inputs_, has_error(faults_), faults_);
        refuse_if_strict();
        try {
            auto round = Round::checked(std::move(tables_), std::move(in_force.policy), std::move(vocabulary),
                                        std::move(faults_), goes_on);
            if (!round) return std::nullopt;
            return RoundFiles{std::move(*round), std::move(inputs_), std::move(in_force.as_of_source),
                              std::move(sources_)};
        } catch (const InvalidInput& invalid) {
            throw RefusedInput(invalid.faults(), std::move(sources_));
        }
    }

    // After `policy` alone: its faults.
    void refuse_if_faulty()
    {
        if (has_error(faults_)) throw RefusedInput(std::move(faults_), std::move(sources_));
    }

private:
    InputFile read(const std::string& role, const std::string& path)
    {
        InputFile file = read_input(path);
        inputs_.push_back({role, file.name, file.bytes.size(), file.sha256, 0, {}});
        return file;
    }

    InputFile read(Table table, const std::string& path)
    {
        InputFile file = read(std::string(to_text(table)), path);
        sources_[table] = Source{file.name, {}, {}};
        return file;
    }

    ExpectedCounts read_expected()
    {
        return options_.counts.empty() ? ExpectedCounts{} : read_counts(read("counts", options_.counts));
    }

    void read_places(const Policy& policy)
    {
        if (!options_.areas.empty())
            areas_ = read_areas(read(Table::areas, options_.areas).bytes, dialect_, faults_);
        reading_.ignore_columns = policy.ignore_columns;
        reading_.ignore_columns.insert(reading_.ignore_columns.end(), options_.ignore_columns.begin(),
                                       options_.ignore_columns.end());
        reading_.areas = options_.areas.empty() ? nullptr : &areas_;
    }

    Vocabulary read_words()
    {
        if (options_.vocabulary.empty()) return built_in_vocabulary();
        return read_vocabulary(read(Table::vocabulary, options_.vocabulary).bytes, faults_);
    }

    void read_tables()
    {
        read_table(Table::children, options_.children);
        read_table(Table::volunteers, options_.volunteers);
        read_table(Table::coordinators, options_.coordinators);
        read_table(Table::existing, options_.existing);
        read_table(Table::pins, options_.pins);
        read_table(Table::blocks, options_.blocks);
        read_table(Table::earlier, options_.earlier);
    }

    void read_table(Table table, const std::string& path)
    {
        if (path.empty()) return;
        const InputFile file = read(table, path);
        if (file.name.ends_with(".json"))
            return read_json_table(table, file.bytes, reading_, tables_, faults_);
        ReadOptions reading = reading_;
        if (table == Table::pins || table == Table::earlier) skip_proposal_columns(reading.ignore_columns);
        sources_[table].line_of_record =
            read_csv_table(table, file.bytes, dialect_, reading, tables_, faults_);
    }

    void look_at_figures()
    {
        for (InputRecord& input : inputs_) {
            for (const Table table : {Table::children, Table::volunteers, Table::coordinators,
                                      Table::existing, Table::pins, Table::blocks, Table::earlier}) {
                if (input.role != to_text(table)) continue;
                input.records = records_in(table, tables_);
                if (has_error(faults_)) continue;
                ColumnFigures figures = figures_of(table, tables_);
                input.control_totals = std::move(figures.totals);
                for (std::string& column : figures.ranklike)
                    warn_of_ranks(table, std::move(column));
            }
        }
    }

    void warn_of_ranks(Table table, std::string column)
    {
        Fault fault;
        fault.code = FaultCode::w_ranklike;
        fault.table = table;
        fault.field = std::move(column);
        fault.rule = "counts 1, 2, 3 and so on in some order, like a rank and not like a number of its own";
        faults_.push_back(std::move(fault));
    }

    void refuse_if_strict()
    {
        const auto stops = [](const Fault& fault) {
            return fault.code == FaultCode::w_truncated || fault.code == FaultCode::w_ranklike;
        };
        if (options_.strict && std::any_of(faults_.begin(), faults_.end(), stops))
            throw RefusedInput(std::move(faults_), std::move(sources_));
    }

    void keep_ids()
    {
        for (const Referral& child : tables_.children)
            sources_[Table::children].id_of_record.push_back(child.id.text());
        for (const Volunteer& volunteer : tables_.volunteers)
            sources_[Table::volunteers].id_of_record.push_back(volunteer.id.text());
        for (const Coordinator& coordinator : tables_.coordinators)
            sources_[Table::coordinators].id_of_record.push_back(coordinator.id.text());
    }

    const InputOptions& options_;
    CsvDialect dialect_;
    Tables tables_;
    AreaTable areas_;
    ReadOptions reading_;
    std::vector<Fault> faults_;
    std::vector<InputRecord> inputs_;
    Sources sources_;
};

}  // namespace

ExitCode RefusedInput::exit() const noexcept
{
    const auto is_other = [](const Fault& fault) {
        return !is_warning(fault.code) && fault.code != FaultCode::e_conflict;
    };
    const bool only_conflicts = has_error(faults_) && std::none_of(faults_.begin(), faults_.end(), is_other);
    return only_conflicts ? ExitCode::constraints : ExitCode::refused;
}

std::optional<RoundFiles> read_round_files(
    const InputOptions& options, bool show_ids,
    const std::function<bool(std::size_t done, std::size_t total)>& goes_on, const OnStep& on_step)
{
    return RoundReader(options).round(show_ids, goes_on, on_step);
}

PolicyInForce read_policy_in_force(const InputOptions& options)
{
    RoundReader reader(options);
    PolicyInForce result = reader.policy();
    reader.refuse_if_faulty();
    return result;
}

}  // namespace befriend::cli
