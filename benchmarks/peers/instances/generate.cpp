// Writes an instance of the benchmark: `generate_instance FAMILY FILE [name=number...]`.

#include "families.hpp"

#include <exception>
#include <iostream>

int main(int count, char** words)
{
    using namespace befriend::peers;
    try {
        const std::span<char* const> all(words, static_cast<std::size_t>(count));
        if (all.size() < 3) throw std::runtime_error("usage: generate_instance FAMILY FILE [name=number...]");
        Arguments arguments(all.subspan(3));
        NewInstance instance = make(all[1], arguments);
        arguments.expect_all_read();
        write(std::move(instance), all[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
