#include "io/cell_rule.hpp"
#include "io/column.hpp"
#include "io/each_table.hpp"
#include <befriend/io/columns.hpp>

#include <string_view>

namespace befriend::io {

Column described(const About& about, const CellRule& rule)
{
    std::vector<std::string_view> others = rule.absent;
    if (rule.empty && !rule.empty->empty()) others.insert(others.begin(), *rule.empty);
    return {.name = about.name,
            .alias = about.alias,
            .use = about.use,
            .meaning = about.meaning,
            .missing = about.missing,
            .allowed = others.empty() ? rule.allowed : rule.allowed + "; or " + listed(others),
            .shape = rule.shape,
            .presence = about.presence,
            .special_category = about.special_category,
            .is_date = rule.is_date,
            .has_absent_words = !rule.absent.empty(),
            .no_items = rule.empty};
}

}  // namespace befriend::io

namespace befriend {

std::vector<Column> columns_of(Table table)
{
    std::vector<Column> all;
    io::with_columns(table, [&](const auto& columns) {
        for (const auto& column : columns)
            all.push_back(column.about);
    });
    return all;
}

}  // namespace befriend
