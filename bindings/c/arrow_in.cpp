#include "add_table.hpp"
#include "arrow_read.hpp"
#include "guarded.hpp"
#include "in_use.hpp"

using namespace befriend;

befriend_status befriend_round_add_arrow(befriend_round* round, befriend_table table,
                                         struct ArrowArrayStream* in, befriend_error** err)
{
    c::nano::UniqueArrayStream stream;  // releases what it holds, however this ends
    if (in != nullptr) ArrowArrayStreamMove(in, stream.get());
    return c::guarded(err, [&] {
        befriend_round& opened = c::opened(round, "round");
        const Table to = c::table_of(table);
        c::need_not_null(in, "in");
        if (stream->release == nullptr) throw c::Misuse{FaultCode::e_arg, "in", "released already"};
        const c::InUse in_use(opened, "round");
        c::add_table(opened, to, [&](const ReadOptions& options, Tables& into, std::vector<Fault>& found) {
            c::read_arrow(to, *stream.get(), options, into, found);
        });
    });
}
