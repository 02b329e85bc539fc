#include "guarded.hpp"
#include <befriend/io/read_policy.hpp>

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

void befriend_policy_free(befriend_policy* policy)
{
    if (befriend::c::is_ours(policy)) delete policy;
}
