// The Arrow functions of a build without nanoarrow.

#include "guarded.hpp"

// As the Arrow C stream interface has it: all that is needed to release one.
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema*);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray*);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

namespace {

using befriend::c::guarded;

befriend_status refuse(befriend_error** err) noexcept
{
    return guarded(err, [] {
        throw befriend::c::Misuse{befriend::FaultCode::e_unsupported, "library", "built without Arrow"};
    });
}

befriend_status refuse_out(ArrowArrayStream* out, befriend_error** err) noexcept
{
    if (out != nullptr) out->release = nullptr;
    return refuse(err);
}

}  // namespace

befriend_status befriend_round_add_arrow(befriend_round*, befriend_table, struct ArrowArrayStream* in,
                                         befriend_error** err)
{
    if (in != nullptr && in->release != nullptr) in->release(in);
    return refuse(err);
}

befriend_status befriend_round_get_arrow(const befriend_round*, befriend_table, struct ArrowArrayStream* out,
                                         befriend_error** err)
{
    return refuse_out(out, err);
}

befriend_status befriend_proposal_get_arrow(const befriend_proposal*, befriend_table,
                                            struct ArrowArrayStream* out, befriend_error** err)
{
    return refuse_out(out, err);
}
