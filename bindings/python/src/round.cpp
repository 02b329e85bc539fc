#include "objects.hpp"
#include "progress.hpp"

#include <nanobind/stl/string.h>

namespace befriend::python {
namespace {

Round invent(const std::string& preset, std::int64_t seed, std::int64_t children, std::int64_t volunteers)
{
    return Round(made<RoundHandle>([&](befriend_round** out, befriend_error** err) {
        return befriend_round_invent(preset.data(), preset.size(), seed, children, volunteers, out, err);
    }));
}

nb::list presets()
{
    nb::list names;
    for (std::size_t i = 0; befriend_preset_name(i) != nullptr; ++i)
        names.append(nb::str(befriend_preset_name(i)));
    return names;
}

std::string schema(std::int32_t table)
{
    return text_of([table](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_schema_get_json(table, buffer, cap, needed, err);
    });
}

}  // namespace

Round::Round(const Policy& policy)
    : Round(made<RoundHandle>([&](befriend_round** out, befriend_error** err) {
          return befriend_round_new(policy.get(), out, err);
      }))
{
}

Round::Round(RoundHandle handle)
    : handle_(std::move(handle)), progress_(std::make_unique<Progress>(nb::none()))
{
    call([&](befriend_error** err) {
        return befriend_round_set_progress(handle_.get(), nullptr, &Progress::goes_on, progress_.get(), err);
    });
}

void Round::add_json(std::int32_t table, const nb::bytes& json)
{
    add([&](befriend_error** err) {
        return befriend_round_add_json(handle_.get(), table, json.c_str(), json.size(), err);
    });
}

void Round::add_arrow(std::int32_t table, nb::handle capsule)
{
    Stream stream(capsule);
    add([&](befriend_error** err) {
        return befriend_round_add_arrow(handle_.get(), table, stream.get(), err);
    });
}

// Adds a table; signals are seen meanwhile. Only the call that was stopped has that status.
template <class Add>
void Round::add(Add&& add)
{
    befriend_error* faults = nullptr;
    befriend_status status = BEFRIEND_OK;
    {
        const Unlocked unlocked;
        status = std::forward<Add>(add)(&faults);
    }
    ErrorHandle found(faults);
    if (status == BEFRIEND_E_CANCELLED) progress_->raise_again();
    if (status != BEFRIEND_OK) raise(status, std::move(found));
}

void Round::set_text(const std::string& key, const nb::bytes& text)
{
    call([&](befriend_error** err) {
        return befriend_round_set_text(handle_.get(), key.c_str(), text.c_str(), text.size(), err);
    });
}

void Round::set_int(const std::string& key, std::int64_t value)
{
    call(
        [&](befriend_error** err) { return befriend_round_set_int(handle_.get(), key.c_str(), value, err); });
}

std::string Round::check() const
{
    const auto run = [&](befriend_progress_fn function, void* user, befriend_error** warnings,
                         befriend_error** err) {
        return befriend_round_check(handle_.get(), nullptr, function, user, warnings, err);
    };
    return faults_json(made_with_progress<ErrorHandle>(nb::none(), run).get());
}

Proposal Round::propose(nb::object progress) const
{
    const auto run = [&](befriend_progress_fn function, void* user, befriend_proposal** out,
                         befriend_error** err) {
        return befriend_propose(handle_.get(), nullptr, function, user, out, err);
    };
    return Proposal(made_with_progress<ProposalHandle>(std::move(progress), run));
}

Policy Round::policy() const
{
    return Policy(made<PolicyHandle>([&](befriend_policy** out, befriend_error** err) {
        return befriend_round_get_policy(handle_.get(), out, err);
    }));
}

std::string Round::json(std::int32_t table) const
{
    return text_of([&](char* buffer, std::size_t cap, std::size_t* needed, befriend_error** err) {
        return befriend_round_get_json(handle_.get(), table, buffer, cap, needed, err);
    });
}

nb::object Round::arrow(std::int32_t table) const
{
    Stream stream;
    call([&](befriend_error** err) {
        return befriend_round_get_arrow(handle_.get(), table, stream.get(), err);
    });
    return stream.to_capsule();
}

void define_round(nb::module_& module)
{
    module.attr("CHILDREN") = BEFRIEND_CHILDREN;
    module.attr("VOLUNTEERS") = BEFRIEND_VOLUNTEERS;
    module.attr("COORDINATORS") = BEFRIEND_COORDINATORS;
    module.attr("EXISTING") = BEFRIEND_EXISTING;
    module.attr("PINS") = BEFRIEND_PINS;
    module.attr("BLOCKS") = BEFRIEND_BLOCKS;
    module.attr("EARLIER") = BEFRIEND_EARLIER;
    nb::class_<Round>(module, "Round", "A round of the C library; one thread at a time.")
        .def(nb::init<const Policy&>(), nb::arg("policy"))
        .def("add_json", &Round::add_json, nb::arg("table"), nb::arg("json"))
        .def("add_arrow", &Round::add_arrow, nb::arg("table"), nb::arg("capsule"))
        .def("set_text", &Round::set_text, nb::arg("key"), nb::arg("text"))
        .def("set_int", &Round::set_int, nb::arg("key"), nb::arg("value"))
        .def("check", &Round::check, "The warnings as JSON, or an empty text; raises the errors.")
        .def("propose", &Round::propose, nb::arg("progress").none(), "Calls progress(phase, done, total).")
        .def("policy", &Round::policy)
        .def("json", &Round::json, nb::arg("table"))
        .def("arrow", &Round::arrow, nb::arg("table"), "The table as a PyCapsule with an Arrow stream.");
    module.def("invent", &invent, nb::arg("preset"), nb::arg("seed"), nb::arg("children"),
               nb::arg("volunteers"), "An invented round; -1 is the preset's own number.");
    module.def("presets", &presets, nb::sig("def presets() -> list[str]"), "The names that `invent` knows.");
    module.def("schema", &schema, nb::arg("table"), "The JSON Schema of a table; 0 is the policy.");
}

}  // namespace befriend::python
