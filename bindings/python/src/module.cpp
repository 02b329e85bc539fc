// befriend._core: the C API for the Python sources beside it, which are what users see.

#include "objects.hpp"

NB_MODULE(_core, module)
{
    using namespace befriend::python;
    module.doc() = "The C API of befriend. Private: use the package befriend.";
    if (befriend_abi_version() != BEFRIEND_ABI_VERSION) {
        const std::string found = std::to_string(befriend_abi_version());
        throw nb::import_error(("befriend has ABI version " + found + ", this package is for " +
                                std::to_string(BEFRIEND_ABI_VERSION))
                                   .c_str());
    }
    module.def("version", &befriend_version, "The version of the library.");
    define_ending(module);
    define_arrow(module);
    define_policy(module);
    define_proposal(module);
    define_round(module);
    define_problem(module);
}
