#pragma once

// Arrow C streams in PyCapsules, by nanoarrow.

#include "call.hpp"

#include <nanoarrow/nanoarrow.h>

namespace befriend::python {

// The stream of a capsule, which is empty afterwards. Released when it goes out of scope.
class Stream {
public:
    Stream() = default;
    explicit Stream(nb::handle capsule);
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { release(); }

    ArrowArrayStream* get() { return &stream_; }
    nb::object to_capsule();  // moves the stream out

private:
    void release() noexcept;

    ArrowArrayStream stream_{};
};

// The names of the columns of a stream, and how many rows it has.
nb::tuple shape_of(nb::handle capsule);

// The names of the columns of a stream, and a list of Python values for each.
nb::tuple columns_of(nb::handle capsule);

// A stream of one batch. `kinds`: utf8, int32, int64, float64, bool, date32 or list, which holds utf8; None
// is null in any column.
nb::object stream_of(const nb::list& names, const nb::list& kinds, const nb::list& columns);

void define_arrow(nb::module_& module);

}  // namespace befriend::python
