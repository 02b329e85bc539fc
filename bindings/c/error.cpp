#include "guarded.hpp"
#include "text_out.hpp"
#include <befriend/proposal/propose.hpp>

#include <new>
#include <stdexcept>
#include <string>

namespace befriend::c {
namespace {

// Handed out when there is no memory for another. Nobody changes or frees it.
constinit befriend_error no_memory{{}, FaultsOf::call};

constexpr const char* no_memory_text = "E_MEMORY: not enough memory";

// `E_ARG round: may not be NULL`, `E_RANGE column[3], column[1]: ...`. Without an argument the place is left
// out.
std::string text_of_argument(const Fault& fault)
{
    std::string text(to_text(fault.code));
    const auto add_position = [&](const char* before, const std::optional<std::size_t>& position) {
        if (position) text += before + fault.field + "[" + std::to_string(*position) + "]";
    };
    if (!fault.field.empty() && !fault.record) text += " " + fault.field;
    add_position(" ", fault.record);
    add_position(", ", fault.other);
    return text + ": " + fault.rule;
}

befriend_status status_of(const std::vector<Fault>& faults) noexcept
{
    for (const Fault& fault : faults) {
        if (!is_warning(fault.code)) return static_cast<befriend_status>(fault.code);
    }
    return BEFRIEND_E_INTERNAL;
}

befriend_status hand_out(befriend_error** err, const std::vector<Fault>& faults, FaultsOf of)
{
    if (err != nullptr) *err = error_of(faults, of).release();
    return status_of(faults);
}

// The one list of what can come out of befriend, in one place. Nothing of an exception that nobody expected
// is shown: it could hold what an input said.
befriend_status sort_out(befriend_error** err)
{
    try {
        throw;
    } catch (const Misuse& misuse) {
        return hand_out(err, misuse.faults, FaultsOf::call);
    } catch (const InvalidInput& refused) {
        return hand_out(err, refused.faults(), FaultsOf::input);
    } catch (const CertificateError&) {
        return hand_out(
            err, {argument_fault(FaultCode::e_certificate, "", "the proof of the answer does not hold")},
            FaultsOf::call);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::length_error&) {  // more than any memory holds
        throw std::bad_alloc();
    } catch (...) {
        return hand_out(err, {argument_fault(FaultCode::e_internal, "", "a mistake of befriend's own")},
                        FaultsOf::call);
    }
}

}  // namespace

std::unique_ptr<befriend_error> error_of(const std::vector<Fault>& faults, FaultsOf of)
{
    auto made = std::make_unique<befriend_error>(faults, of);
    made->texts.reserve(faults.size());
    for (const Fault& fault : faults)
        made->texts.push_back(of == FaultsOf::call ? text_of_argument(fault) : to_text(fault));
    return made;
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
    return err == &befriend::c::no_memory ? 1 : err->faults.size();
}

befriend_status befriend_error_code(const befriend_error* err, size_t i)
{
    if (i >= befriend_error_count(err)) return BEFRIEND_OK;
    if (err == &befriend::c::no_memory) return BEFRIEND_E_MEMORY;
    return static_cast<befriend_status>(err->faults[i].code);
}

const char* befriend_error_message(const befriend_error* err, size_t i)
{
    if (i >= befriend_error_count(err)) return nullptr;
    return err == &befriend::c::no_memory ? befriend::c::no_memory_text : err->texts[i].c_str();
}

befriend_status befriend_error_get_json(const befriend_error* faults, char* buffer, size_t cap,
                                        size_t* needed, befriend_error** err)
{
    using namespace befriend;
    return c::text_out({buffer, cap, needed}, err, [&] {
        const befriend_error& opened = c::opened(faults, "faults");
        if (&opened != &c::no_memory) return faults_json(opened.faults, opened.of);
        return faults_json({c::argument_fault(FaultCode::e_memory, "", "not enough memory")}, FaultsOf::call);
    });
}

void befriend_error_free(befriend_error* err)
{
    if (is_ours(err) && err != &befriend::c::no_memory) delete err;
}
