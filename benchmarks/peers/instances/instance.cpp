#include "instance.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace befriend::peers {
namespace {

template <typename T>
void put(std::ofstream& file, const T* values, std::size_t count)
{
    file.write(reinterpret_cast<const char*>(values), static_cast<std::streamsize>(count * sizeof(T)));
}

std::size_t bytes_of(const InstanceHeader& header)
{
    return sizeof header + (header.rows + 1) * sizeof(std::uint64_t) +
           header.edges * (sizeof(std::int64_t) + sizeof(std::uint32_t)) +
           header.columns * sizeof(std::int32_t);
}

}  // namespace

void write(NewInstance instance, const std::string& path)
{
    InstanceHeader& header = instance.header;
    header.rows = instance.row_begin.size() - 1;
    header.edges = instance.column.size();
    instance.capacity.resize(header.columns, 1);

    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(path, std::ios::binary);
    put(file, &header, 1);
    put(file, instance.row_begin.data(), instance.row_begin.size());
    put(file, instance.weight.data(), instance.weight.size());
    put(file, instance.column.data(), instance.column.size());
    put(file, instance.capacity.data(), instance.capacity.size());
    file.close();
}

Instance::Instance(const std::string& path)
{
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw std::runtime_error("cannot open the instance");
    struct stat facts = {};
    fstat(file, &facts);
    bytes_ = static_cast<std::size_t>(facts.st_size);
    // All pages at once: what is read from the file shall count neither as time nor as memory of a solver.
    void* const mapped = mmap(nullptr, bytes_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    close(file);
    if (mapped == MAP_FAILED) throw std::runtime_error("cannot map the instance");
    mapped_ = mapped;

    InstanceHeader header;
    const std::uint64_t magic = header.magic;
    if (bytes_ >= sizeof header) std::memcpy(&header, mapped_, sizeof header);
    if (header.magic != magic || bytes_ != bytes_of(header)) {
        munmap(mapped_, bytes_);
        throw std::runtime_error("not a file of an instance");
    }
    rows = header.rows;
    columns = header.columns;
    edges = header.edges;
    maximise = header.maximise != 0;
    every_row = header.every_row != 0;
    const char* const begin = static_cast<const char*>(mapped_) + sizeof header;
    row_begin = reinterpret_cast<const std::uint64_t*>(begin);
    weight = reinterpret_cast<const std::int64_t*>(row_begin + rows + 1);
    column = reinterpret_cast<const std::uint32_t*>(weight + edges);
    capacity = reinterpret_cast<const std::int32_t*>(column + edges);
}

Instance::~Instance()
{
    munmap(mapped_, bytes_);
}

}  // namespace befriend::peers
