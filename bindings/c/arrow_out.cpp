#include "add_table.hpp"
#include "arrow_proposal_tables.hpp"
#include "arrow_round_table.hpp"
#include "guarded.hpp"
#include "in_use.hpp"

using namespace befriend;

namespace {

// Hands out the table that `make` returns.
template <class Make>
befriend_status stream_out(ArrowArrayStream* out, befriend_error** err, Make&& make) noexcept
{
    if (out != nullptr) out->release = nullptr;
    return c::guarded(err, [&] {
        c::need_not_null(out, "out");
        c::export_stream(make(), *out);
    });
}

}  // namespace

befriend_status befriend_round_get_arrow(const befriend_round* round, befriend_table table,
                                         struct ArrowArrayStream* out, befriend_error** err)
{
    return stream_out(out, err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        const Table from = c::table_of(table);
        const c::InUse in_use(opened, "round");
        return c::arrow_table(from, c::table_in(opened, from));
    });
}

befriend_status befriend_proposal_get_arrow(const befriend_proposal* proposal, befriend_table table,
                                            struct ArrowArrayStream* out, befriend_error** err)
{
    return stream_out(out, err, [&] { return c::arrow_table(c::opened(proposal, "proposal"), table); });
}
