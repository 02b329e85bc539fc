// The assignment engine alone: arrays of 64-bit whole numbers in and out.

#include "objects.hpp"
#include "progress.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <memory>
#include <utility>

namespace befriend::python {
namespace {

using Numbers = nb::ndarray<const std::int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Matrix = nb::ndarray<const std::int64_t, nb::ndim<2>, nb::device::cpu>;
using Mask = nb::ndarray<const std::uint8_t, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

class Solution {
public:
    explicit Solution(SolutionHandle handle) : handle_(std::move(handle)) {}

    std::int64_t number(const std::string& key) const
    {
        std::int64_t value = 0;
        call([&](befriend_error** err) {
            return befriend_solution_get_int(handle_.get(), key.c_str(), &value, err);
        });
        return value;
    }

    nb::ndarray<nb::numpy, std::int64_t, nb::ndim<1>> numbers(const std::string& key) const
    {
        std::size_t size = 0;
        const auto read = [&](std::int64_t* buffer, std::size_t cap) {
            call([&](befriend_error** err) {
                return befriend_solution_get_array(handle_.get(), key.c_str(), buffer, cap, &size, err);
            });
        };
        read(nullptr, 0);
        auto values = std::make_unique<std::int64_t[]>(size);
        if (size > 0) read(values.get(), size);
        const nb::capsule owner(values.get(),
                                [](void* held) noexcept { delete[] static_cast<std::int64_t*>(held); });
        return {values.release(), {size}, owner};
    }

private:
    SolutionHandle handle_;
};

class Problem {
public:
    Problem(std::int64_t rows, std::int64_t columns)
        : rows_(rows),
          columns_(columns),
          handle_(made<ProblemHandle>([&](befriend_problem** out, befriend_error** err) {
              return befriend_problem_new(rows, columns, out, err);
          }))
    {
    }

    void add_pairs(const Numbers& row, const Numbers& column, const Numbers& weight)
    {
        if (row.size() != column.size() || row.size() != weight.size())
            throw nb::value_error("rows, columns and weights differ in length");
        call([&](befriend_error** err) {
            return befriend_problem_add_pairs(handle_.get(), row.data(), column.data(), weight.data(),
                                              row.size(), err);
        });
    }

    void add_matrix(const Matrix& weight, const std::optional<Mask>& allowed)
    {
        need_shape(weight.shape(0), weight.shape(1));
        if (allowed) need_shape(allowed->shape(0), allowed->shape(1));
        call([&](befriend_error** err) {
            return befriend_problem_add_matrix(handle_.get(), weight.data(), weight.stride(0),
                                               weight.stride(1), allowed ? allowed->data() : nullptr, err);
        });
    }

    void set_array(const std::string& key, const Numbers& values)
    {
        call([&](befriend_error** err) {
            return befriend_problem_set_array(handle_.get(), key.c_str(), values.data(), values.size(), err);
        });
    }

    void set_text(const std::string& key, const std::string& text)
    {
        call([&](befriend_error** err) {
            return befriend_problem_set_text(handle_.get(), key.c_str(), text.data(), text.size(), err);
        });
    }

    void set_int(const std::string& key, std::int64_t value)
    {
        call([&](befriend_error** err) {
            return befriend_problem_set_int(handle_.get(), key.c_str(), value, err);
        });
    }

    Solution solve(nb::object progress) const
    {
        const auto run = [&](befriend_progress_fn function, void* user, befriend_solution** out,
                             befriend_error** err) {
            return befriend_problem_solve(handle_.get(), nullptr, function, user, out, err);
        };
        return Solution(made_with_progress<SolutionHandle>(std::move(progress), run));
    }

private:
    void need_shape(std::size_t rows, std::size_t columns) const
    {
        if (std::cmp_not_equal(rows, rows_) || std::cmp_not_equal(columns, columns_))
            throw nb::value_error("the matrix has another shape than the problem");
    }

    std::int64_t rows_;
    std::int64_t columns_;
    ProblemHandle handle_;
};

}  // namespace

void define_problem(nb::module_& module)
{
    module.attr("OPTIMAL") = BEFRIEND_SOLUTION_OPTIMAL;
    module.attr("INFEASIBLE") = BEFRIEND_SOLUTION_INFEASIBLE;
    nb::class_<Problem>(module, "Problem", "An assignment problem of the C library; one thread at a time.")
        .def(nb::init<std::int64_t, std::int64_t>(), nb::arg("rows"), nb::arg("columns"))
        .def("add_pairs", &Problem::add_pairs, nb::arg("row"), nb::arg("column"), nb::arg("weight"))
        .def("add_matrix", &Problem::add_matrix, nb::arg("weight"), nb::arg("allowed").none())
        .def("set_array", &Problem::set_array, nb::arg("key"), nb::arg("values"))
        .def("set_text", &Problem::set_text, nb::arg("key"), nb::arg("text"))
        .def("set_int", &Problem::set_int, nb::arg("key"), nb::arg("value"))
        .def("solve", &Problem::solve, nb::arg("progress").none(), "Calls progress(phase, done, total).");
    nb::class_<Solution>(module, "Solution", "A solution of the C library.")
        .def("number", &Solution::number, nb::arg("key"))
        .def("numbers", &Solution::numbers, nb::arg("key"));
}

}  // namespace befriend::python
