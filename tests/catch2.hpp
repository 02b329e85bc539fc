#pragma once

// Catch2, version 3 or 2: the only place that knows which, with cmake/Catch2.cmake.

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>

namespace befriend::test {
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
}  // namespace befriend::test

#else
#include <string>

#include <catch2/catch.hpp>

namespace befriend::test {
using Catch::Detail::Approx;  // Catch::Approx is ambiguous in version 2
using Catch::Matchers::WithinAbs;
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
}  // namespace befriend::test

#endif
