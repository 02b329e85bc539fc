#include "arrow.hpp"

#include <cstring>
#include <memory>

namespace befriend::python {
namespace {

constexpr const char* capsule_name = "arrow_array_stream";

void free_stream(PyObject* capsule)
{
    auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, capsule_name));
    if (stream->release != nullptr) stream->release(stream);
    delete stream;
}

}  // namespace

Stream::Stream(nb::handle capsule)
{
    void* held = PyCapsule_GetPointer(capsule.ptr(), capsule_name);
    if (held == nullptr) throw nb::python_error();
    auto* stream = static_cast<ArrowArrayStream*>(held);
    if (stream->release == nullptr) throw nb::value_error("the Arrow stream was consumed already");
    ArrowArrayStreamMove(stream, &stream_);
}

nb::object Stream::to_capsule()
{
    auto moved = std::make_unique<ArrowArrayStream>();
    ArrowArrayStreamMove(&stream_, moved.get());
    PyObject* capsule = PyCapsule_New(moved.get(), capsule_name, free_stream);
    if (capsule == nullptr) {
        ArrowArrayStreamMove(moved.get(), &stream_);
        throw nb::python_error();
    }
    moved.release();
    return nb::steal(capsule);
}

void Stream::release() noexcept
{
    if (stream_.release != nullptr) stream_.release(&stream_);
}

void define_arrow(nb::module_& module)
{
    module.def("shape_of", &shape_of, nb::arg("capsule"),
               nb::sig("def shape_of(capsule: object) -> tuple[list[str], int]"),
               "The names of the columns of an Arrow stream, and how many rows it has.");
    module.def("columns_of", &columns_of, nb::arg("capsule"),
               nb::sig("def columns_of(capsule: object) -> tuple[list[str], list[list[object]]]"),
               "The names of the columns of an Arrow stream, and a list of Python values for each.");
    module.def(
        "stream_of", &stream_of, nb::arg("names"), nb::arg("kinds"), nb::arg("columns"),
        nb::sig("def stream_of(names: list[str], kinds: list[str], columns: list[list[object]]) -> object"),
        "A PyCapsule with an Arrow stream of one batch. Kinds: utf8, int32, int64, float64, bool, "
        "date32, list (of utf8); None is null.");
}

}  // namespace befriend::python
