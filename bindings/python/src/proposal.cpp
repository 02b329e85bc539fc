#include "objects.hpp"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

namespace befriend::python {

std::string Proposal::json(std::int32_t part) const
{
    return text_of([&](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_proposal_get_json(handle_.get(), part, buffer, cap, needed, err);
    });
}

std::string Proposal::report(std::int32_t form) const
{
    return text_of([&](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_proposal_get_report(handle_.get(), form, buffer, cap, needed, err);
    });
}

std::string Proposal::explain(const std::string& child_id,
                              const std::optional<std::string>& volunteer_id) const
{
    return text_of([&](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        if (!volunteer_id) {
            return befriend_proposal_explain_child(handle_.get(), child_id.data(), child_id.size(), buffer,
                                                   cap, needed, err);
        }
        return befriend_proposal_explain_pair(handle_.get(), child_id.data(), child_id.size(),
                                              volunteer_id->data(), volunteer_id->size(), buffer, cap, needed,
                                              err);
    });
}

nb::object Proposal::arrow(std::int32_t table) const
{
    Stream stream;
    call([&](befriend_error** err) {
        return befriend_proposal_get_arrow(handle_.get(), table, stream.get(), err);
    });
    return stream.to_capsule();
}

void define_proposal(nb::module_& module)
{
    module.attr("PROPOSALS") = BEFRIEND_PROPOSALS;
    module.attr("WAITING") = BEFRIEND_WAITING;
    module.attr("UNUSED") = BEFRIEND_UNUSED;
    module.attr("REASONS") = BEFRIEND_REASONS;
    module.attr("ALTERNATIVES") = BEFRIEND_ALTERNATIVES;
    module.attr("CANDIDATES") = BEFRIEND_CANDIDATES;
    module.attr("PROPOSAL") = BEFRIEND_PART_PROPOSAL;
    module.attr("CERTIFICATE") = BEFRIEND_PART_CERTIFICATE;
    module.attr("RUN_RECORD") = BEFRIEND_PART_RUN_RECORD;
    module.attr("REPORT_HTML") = BEFRIEND_REPORT_HTML;
    module.attr("REPORT_TEXT") = BEFRIEND_REPORT_TEXT;
    nb::class_<Proposal>(module, "Proposal", "A proposal of the C library.")
        .def("json", &Proposal::json, nb::arg("part"), "PROPOSAL, CERTIFICATE or RUN_RECORD as JSON.")
        .def("report", &Proposal::report, nb::arg("form"), "REPORT_HTML or REPORT_TEXT.")
        .def("explain", &Proposal::explain, nb::arg("child_id"), nb::arg("volunteer_id").none(),
             "All about a child or a pair as JSON.")
        .def("arrow", &Proposal::arrow, nb::arg("table"), "The table as a PyCapsule with an Arrow stream.");
}

}  // namespace befriend::python
