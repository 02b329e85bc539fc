// The adversarial families: sparse, square, costs to be minimised, an assignment of every row planted.

#include "families.hpp"
#include "random.hpp"
#include "sparse_rows.hpp"

#include <functional>

namespace befriend::peers {
namespace {

struct Size {
    explicit Size(Arguments& arguments)
        : rows(arguments.count<std::uint32_t>("rows")),
          degree(arguments.count<std::uint32_t>("degree")),
          seed(arguments.count("seed"))
    {
    }

    std::uint32_t rows;
    std::uint32_t degree;
    std::uint64_t seed;
};

NewInstance square(const Size& size)
{
    NewInstance instance;
    instance.header.columns = size.rows;
    instance.header.every_row = 1;
    return instance;
}

// Random columns and one planted, at `cost(random)` each.
NewInstance make_random(const Size& size, const std::function<std::int64_t(Random&)>& cost)
{
    NewInstance instance = square(size);
    Random random(size.seed);
    std::vector<std::uint32_t> row;
    for (const std::uint32_t planted : permutation(size.rows, random)) {
        row = {planted};
        fill_up(row, size.degree, size.rows, random);
        for (const std::uint32_t column : row)
            instance.add_edge(column, cost(random));
        instance.end_row();
    }
    return instance;
}

std::int64_t cost_to_a_million(Random& random)
{
    return static_cast<std::int64_t>(1 + random.below(1'000'000));
}

}  // namespace

// Layers of degree / 2 rows and as many columns. Each row knows the columns of its own layer, at 2 or 3, and
// of the next, at 0 or 1, where all want to go; but the last layer has no next, so all must stay, and a path
// that puts a row right runs through every layer, with many equals beside it.
NewInstance make_layered(Arguments& arguments)
{
    const Size size(arguments);
    NewInstance instance = square(size);
    Random random(size.seed);
    const std::uint32_t width = size.degree / 2;
    for (std::uint32_t row = 0; row < size.rows; ++row) {
        const std::uint32_t layer = row / width * width;
        for (std::uint32_t column = layer; column < std::min(size.rows, layer + 2 * width); ++column) {
            const std::int64_t stay = column < layer + width ? 2 : 0;
            instance.add_edge(column, stay + static_cast<std::int64_t>(random.below(2)));
        }
        instance.end_row();
    }
    return instance;
}

// Every edge costs the same: only who can be assigned at all matters.
NewInstance make_constant_weight(Arguments& arguments)
{
    return make_random(Size(arguments), [](Random&) { return 1; });
}

// Costs are powers of two up to 2^30, so that one edge outweighs many.
NewInstance make_geometric(Arguments& arguments)
{
    return make_random(Size(arguments), [](Random& random) { return std::int64_t{1} << random.below(31); });
}

// Column 0 is cheapest for every row, by far.
NewInstance make_one_column_for_all(Arguments& arguments)
{
    NewInstance instance = make_random(Size(arguments), cost_to_a_million);
    NewInstance wanted;
    wanted.header = instance.header;
    for (std::size_t row = 0; row + 1 < instance.row_begin.size(); ++row) {
        wanted.add_edge(0, 0);
        for (std::size_t edge = instance.row_begin[row]; edge < instance.row_begin[row + 1]; ++edge) {
            if (instance.column[edge] != 0) wanted.add_edge(instance.column[edge], instance.weight[edge]);
        }
        wanted.end_row();
    }
    return wanted;
}

// Blocks of degree rows and degree columns, each a full matrix of equal costs: every way is optimal.
NewInstance make_all_ties(Arguments& arguments)
{
    const Size size(arguments);
    NewInstance instance = square(size);
    for (std::uint32_t row = 0; row < size.rows; ++row) {
        const std::uint32_t block = row / size.degree * size.degree;
        for (std::uint32_t column = block; column < std::min(size.rows, block + size.degree); ++column)
            instance.add_edge(column, 1);
        instance.end_row();
    }
    return instance;
}

// Groups of degree / 2 rows that are the same to the last cost: their planted columns, and as many others.
NewInstance make_duplicate_rows(Arguments& arguments)
{
    const Size size(arguments);
    NewInstance instance = square(size);
    Random random(size.seed);
    const auto planted = permutation(size.rows, random);
    const std::uint32_t group = size.degree / 2;
    for (std::uint32_t first = 0; first < size.rows; first += group) {
        const std::uint32_t end = std::min(size.rows, first + group);
        std::vector<std::uint32_t> row(planted.begin() + first, planted.begin() + end);
        fill_up(row, size.degree, size.rows, random);
        std::vector<std::int64_t> costs;
        while (costs.size() < row.size())
            costs.push_back(cost_to_a_million(random));
        for (std::uint32_t copy = first; copy < end; ++copy) {
            for (std::size_t at = 0; at < row.size(); ++at)
                instance.add_edge(row[at], costs[at]);
            instance.end_row();
        }
    }
    return instance;
}

}  // namespace befriend::peers
