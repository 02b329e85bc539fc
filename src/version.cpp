#include <befriend/version.hpp>

namespace befriend {

std::string_view version() noexcept
{
    return BEFRIEND_VERSION;
}

}  // namespace befriend
