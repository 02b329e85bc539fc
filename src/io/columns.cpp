#include "io/each_table.hpp"
#include <befriend/io/columns.hpp>

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
