#include "in_use.hpp"
#include "text_out.hpp"
#include <befriend/io/json_schema.hpp>

befriend_status befriend_schema_get_json(befriend_table table, char* buffer, size_t cap, size_t* needed,
                                         befriend_error** err)
{
    using namespace befriend;
    return c::text_out({buffer, cap, needed}, err, [&] {
        return json_schema(table == BEFRIEND_POLICY ? Table::policy : c::table_of(table));
    });
}
