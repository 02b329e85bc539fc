#include "call.hpp"

#include <nanobind/stl/string.h>

namespace befriend::python {
namespace {

nb::list lines_of(const befriend_error* faults)
{
    nb::list lines;
    for (std::size_t i = 0; i < befriend_error_count(faults); ++i)
        lines.append(nb::str(befriend_error_message(faults, i)));
    return lines;
}

}  // namespace

std::string faults_json(const befriend_error* faults)
{
    if (faults == nullptr) return {};
    return text_of([faults](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_error_get_json(faults, buffer, cap, needed, err);
    });
}

void raise(befriend_status status, ErrorHandle faults)
{
    if (status == BEFRIEND_E_MEMORY) throw std::bad_alloc();
    const std::string json = faults_json(faults.get());
    const nb::object exception =
        nb::module_::import_("befriend._errors").attr("failure")(status, lines_of(faults.get()), json);
    PyErr_SetObject(exception.type().ptr(), exception.ptr());
    throw nb::python_error();
}

}  // namespace befriend::python
