#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace befriend::peers {

/// What every solver is asked: as many pairs as possible, and among those the best total weight.
///
/// Edges are stored by compressed rows, columns ascending within a row. The file is the arrays as they are in
/// memory, so that it can be mapped; workers/instance.py reads the same.
struct InstanceHeader {
    std::uint64_t magic = 0x3152454550464542;  ///< "BEFPEER1"
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
    std::uint64_t edges = 0;
    std::uint64_t maximise = 0;   ///< 1: the largest total is the best; 0: the least
    std::uint64_t every_row = 0;  ///< 1: some assignment is known to give every row a column
};

/// An instance to be written. `capacity` is filled with 1 if it is empty.
struct NewInstance {
    InstanceHeader header;
    std::vector<std::uint64_t> row_begin{0};
    std::vector<std::int64_t> weight;
    std::vector<std::uint32_t> column;
    std::vector<std::int32_t> capacity;

    void add_edge(std::uint32_t to, std::int64_t of_weight)
    {
        column.push_back(to);
        weight.push_back(of_weight);
    }
    void end_row() { row_begin.push_back(column.size()); }
};

/// Completes the counts of the header and writes the file. Throws std::ios_base::failure.
void write(NewInstance instance, const std::string& path);

/// A file of an instance, mapped: the arrays are valid as long as this lives. Plain pointers, for C++17 too.
class Instance {
public:
    /// Throws std::runtime_error if the file cannot be read or is none of ours.
    explicit Instance(const std::string& path);
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t edges = 0;
    bool maximise = false;
    bool every_row = false;
    const std::uint64_t* row_begin = nullptr;  ///< rows + 1 offsets
    const std::int64_t* weight = nullptr;      ///< one an edge
    const std::uint32_t* column = nullptr;     ///< one an edge
    const std::int32_t* capacity = nullptr;    ///< one a column

private:
    void* mapped_ = nullptr;
    std::size_t bytes_ = 0;
};

}  // namespace befriend::peers
