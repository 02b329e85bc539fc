#include <befriend/io/read_json_table.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/io/read_round.hpp>
#include <befriend/io/read_vocabulary.hpp>

#include <utility>
#include <vector>

namespace befriend {

Round read_round(const RoundText& text)
{
    std::vector<Fault> faults;
    Policy policy = read_policy(text.policy, faults);
    Vocabulary vocabulary =
        text.vocabulary ? read_vocabulary(*text.vocabulary, faults) : built_in_vocabulary();

    const ReadOptions options{policy.ignore_columns, text.areas};
    Tables tables;
    read_json_table(Table::children, text.children, options, tables, faults);
    read_json_table(Table::volunteers, text.volunteers, options, tables, faults);
    const auto read_if = [&](Table table, const std::optional<std::string_view>& json) {
        if (json) read_json_table(table, *json, options, tables, faults);
    };
    read_if(Table::coordinators, text.coordinators);
    read_if(Table::existing, text.existing);
    read_if(Table::pins, text.pins);
    read_if(Table::blocks, text.blocks);
    read_if(Table::earlier, text.earlier);
    return Round(std::move(tables), std::move(policy), std::move(vocabulary), std::move(faults));
}

}  // namespace befriend
