#include "guarded.hpp"
#include <befriend/proposal/propose.hpp>

#include <new>
#include <string>

namespace befriend::c {
namespace {

// Handed out when there is no memory for another. Nobody changes or frees it.
constinit befriend_error no_memory{{}};

constexpr const char* no_memory_text = "E_MEMORY: not enough memory";

befriend_error::Line line(FaultCode code, const std::string& text)
{
    return {static_cast<befriend_status>(code), std::string(to_text(code)) + text};
}

befriend_status status_of(const std::vector<Fault>& faults) noexcept
{
    for (const Fault& fault : faults) {
        if (!is_warning(fault.code)) return static_cast<befriend_status>(fault.code);
    }
    return BEFRIEND_E_INTERNAL;
}

befriend_status hand_out(befriend_error** err, befriend_error::Line only)
{
    const befriend_status status = only.code;
    if (err != nullptr) *err = std::make_unique<befriend_error>(std::vector{std::move(only)}).release();
    return status;
}

// The one list of what can come out of befriend, in one place. Nothing of an exception that nobody expected
// is shown: it could hold what an input said.
befriend_status sort_out(befriend_error** err)
{
    try {
        throw;
    } catch (const Misuse& misuse) {
        return hand_out(err, line(misuse.code, " " + misuse.argument + ": " + misuse.rule));
    } catch (const InvalidInput& refused) {
        if (err != nullptr) *err = error_of(refused.faults()).release();
        return status_of(refused.faults());
    } catch (const CertificateError&) {
        return hand_out(err, line(FaultCode::e_certificate, ": the proof of the answer does not hold"));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (...) {
        return hand_out(err, line(FaultCode::e_internal, ": a mistake of befriend's own"));
    }
}

}  // namespace

std::unique_ptr<befriend_error> error_of(const std::vector<Fault>& faults)
{
    std::vector<befriend_error::Line> lines;
    lines.reserve(faults.size());
    for (const Fault& fault : faults)
        lines.push_back({static_cast<befriend_status>(fault.code), to_text(fault)});
    return std::make_unique<befriend_error>(std::move(lines));
}

befriend_status status_of_exception(befriend_error** err) noexcept
{
    try {
        return sort_out(err);
    } catch (...) {  // also when the error object itself found no memory
        if (err != nullptr) *err = &no_memory;
        return BEFRIEND_E_MEMORY;
    }
}

}  // namespace befriend::c

using befriend::c::is_ours;

size_t befriend_error_count(const befriend_error* err)
{
    if (!is_ours(err)) return 0;
    return err == &befriend::c::no_memory ? 1 : err->lines.size();
}

befriend_status befriend_error_code(const befriend_error* err, size_t i)
{
    if (i >= befriend_error_count(err)) return BEFRIEND_OK;
    return err == &befriend::c::no_memory ? BEFRIEND_E_MEMORY : err->lines[i].code;
}

const char* befriend_error_message(const befriend_error* err, size_t i)
{
    if (i >= befriend_error_count(err)) return nullptr;
    return err == &befriend::c::no_memory ? befriend::c::no_memory_text : err->lines[i].text.c_str();
}

void befriend_error_free(befriend_error* err)
{
    if (is_ours(err) && err != &befriend::c::no_memory) delete err;
}
