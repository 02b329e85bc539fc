#include "model/formatted.hpp"

#include <fmt/format.h>

namespace befriend {

std::string formatted_from(fmt::string_view text, fmt::format_args values)
{
    return fmt::vformat(text, values);
}

}  // namespace befriend
