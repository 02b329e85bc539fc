#include "guarded.hpp"

befriend_status befriend_cancel_new(befriend_cancel** out, befriend_error** err)
{
    return befriend::c::guarded(out, err, [] { return std::make_unique<befriend_cancel>(); });
}

void befriend_cancel_request(befriend_cancel* cancel)
{
    if (befriend::c::is_ours(cancel)) cancel->requested.store(true, std::memory_order_relaxed);
}

void befriend_cancel_free(befriend_cancel* cancel)
{
    if (befriend::c::is_ours(cancel)) delete cancel;
}
