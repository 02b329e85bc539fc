#include "objects.hpp"

#include <nanobind/stl/string.h>

namespace befriend::python {

Policy::Policy(const nb::bytes& text)
    : handle_(made<PolicyHandle>([&](befriend_policy** out, befriend_error** err) {
          return befriend_policy_parse(text.c_str(), text.size(), out, err);
      }))
{
}

std::string Policy::text(std::int32_t form) const
{
    return text_of([&](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_policy_get_text(handle_.get(), form, buffer, cap, needed, err);
    });
}

void define_policy(nb::module_& module)
{
    module.attr("TOML") = BEFRIEND_FORM_TOML;
    module.attr("COMMENTED_TOML") = BEFRIEND_FORM_COMMENTED_TOML;
    module.attr("JSON") = BEFRIEND_FORM_JSON;
    nb::class_<Policy>(module, "Policy", "A policy of the C library.")
        .def(nb::init<const nb::bytes&>(), nb::arg("text"), "Reads TOML, or JSON that begins with '{'.")
        .def("text", &Policy::text, nb::arg("form"), "The policy as text: TOML, COMMENTED_TOML or JSON.");
}

}  // namespace befriend::python
