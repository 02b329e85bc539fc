#include "text_out.hpp"
#include <befriend/io/read_policy.hpp>
#include <befriend/io/write_policy.hpp>

befriend_status befriend_policy_parse(const char* text, size_t size, befriend_policy** out,
                                      befriend_error** err)
{
    using namespace befriend;
    return c::guarded(out, err, [&] {
        const std::string_view document = c::text_in(text, size, "text");
        if (auto nul = c::nul_fault(Table::policy, document)) throw InvalidInput({std::move(*nul)});
        auto made = std::make_unique<befriend_policy>();
        made->policy = read_policy(document, made->warnings);
        if (has_error(made->warnings)) throw InvalidInput(std::move(made->warnings));
        return made;
    });
}

befriend_status befriend_policy_get_text(const befriend_policy* policy, befriend_form form, char* buffer,
                                         size_t cap, size_t* needed, befriend_error** err)
{
    using namespace befriend;
    return c::text_out({buffer, cap, needed}, err, [&]() -> std::string {
        const Policy& opened = c::opened(policy, "policy").policy;
        if (form == BEFRIEND_FORM_TOML) return write_policy_toml(opened, false);
        if (form == BEFRIEND_FORM_COMMENTED_TOML) return write_policy_toml(opened, true);
        if (form == BEFRIEND_FORM_JSON) return write_policy_json(opened);
        throw c::Misuse{FaultCode::e_arg, "form", "no form of a policy has this number; they have 1 to 3"};
    });
}

void befriend_policy_free(befriend_policy* policy)
{
    if (befriend::c::is_ours(policy)) delete policy;
}
