#pragma once

#include <befriend/model/invalid_input.hpp>

#include <string>

namespace befriend::test {

// The table of docs/data-dictionary.md for the columns of a table of records, in Markdown.
std::string columns_table(Table table);

// The tables of docs/policy.md, one a group of keys, in Markdown.
std::string keys_tables();

}  // namespace befriend::test
