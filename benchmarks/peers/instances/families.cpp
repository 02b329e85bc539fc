// The families of instances but for the adversarial ones. The order of the draws is part of an instance.

#include "families.hpp"

#include "domain.hpp"
#include "random.hpp"
#include "sparse_rows.hpp"

#include <cmath>
#include <functional>
#include <stdexcept>

namespace befriend::peers {
namespace {

// Children and volunteers of a region: as many pairs as possible, then the highest total score.
NewInstance make_domain(Arguments& arguments)
{
    Region region;
    region.children = arguments.count<std::uint32_t>("children");
    region.volunteers = arguments.count<std::uint32_t>("volunteers");
    region.authorities = arguments.count<std::uint32_t>("authorities");
    region.radius = arguments.number("radius");
    region.spread = arguments.number("spread");
    region.width = arguments.number("width");
    region.height = arguments.number("height");
    region.imbalance = arguments.number("imbalance", 0);
    region.degree = arguments.number("degree", 0);
    region.seed = arguments.count("seed");
    const Domain domain(region);

    NewInstance instance;
    instance.header.columns = region.volunteers;
    instance.header.maximise = 1;
    std::vector<std::pair<std::uint32_t, std::int32_t>> pairs;
    for (std::uint32_t child = 0; child < region.children; ++child) {
        domain.pairs_of(child, pairs);
        for (const auto& [volunteer, score] : pairs)
            instance.add_edge(volunteer, score);
        instance.end_row();
    }
    const auto most = static_cast<std::uint64_t>(arguments.number("most_capacity", 1));
    Random random(5);
    for (std::uint32_t volunteer = 0; most > 1 && volunteer < region.volunteers; ++volunteer)
        instance.capacity.push_back(static_cast<std::int32_t>(1 + random.below(most)));
    return instance;
}

// Random costs on `degree` random columns a row; with `perfect=1` square, and one of them from a permutation.
NewInstance make_sparse(Arguments& arguments)
{
    const std::size_t rows = arguments.count("rows");
    const std::size_t columns = arguments.count("columns");
    const std::size_t degree = arguments.count("degree");
    const std::uint64_t highest = arguments.count("highest");
    const bool is_perfect = arguments.number("perfect", 0) != 0;
    Random random(arguments.count("seed"));
    const auto planted = permutation(is_perfect ? rows : 0, random);

    NewInstance instance;
    instance.header.columns = columns;
    instance.header.every_row = is_perfect ? 1 : 0;
    std::vector<std::uint32_t> row;
    for (std::size_t at = 0; at < rows; ++at) {
        row.clear();
        if (is_perfect) row.push_back(planted[at]);
        fill_up(row, degree, columns, random);
        for (const std::uint32_t column : row)
            instance.add_edge(column, static_cast<std::int64_t>(1 + random.below(highest)));
        instance.end_row();
    }
    return instance;
}

NewInstance make_square(std::uint32_t size,
                        const std::function<std::int64_t(std::uint32_t, std::uint32_t)>& cost)
{
    NewInstance instance;
    instance.header.columns = size;
    instance.header.every_row = 1;
    for (std::uint32_t row = 0; row < size; ++row) {
        for (std::uint32_t column = 0; column < size; ++column)
            instance.add_edge(column, cost(row, column));
        instance.end_row();
    }
    return instance;
}

// A full matrix of random costs from 1 to `highest`; a low one makes ties.
NewInstance make_dense(Arguments& arguments)
{
    const std::uint64_t highest = arguments.count("highest");
    Random random(arguments.count("seed"));
    return make_square(arguments.count<std::uint32_t>("size"),
                       [&](auto, auto) { return static_cast<std::int64_t>(1 + random.below(highest)); });
}

// Distances between random points of a square, rounded down.
NewInstance make_euclidean(Arguments& arguments)
{
    struct Point {
        double x;
        double y;
    };
    const auto size = arguments.count<std::uint32_t>("size");
    Random random(arguments.count("seed"));
    const auto draw = [&random] { return static_cast<double>(random.below(1'000'000)); };
    std::vector<Point> from(size);
    std::vector<Point> to(size);
    for (std::uint32_t at = 0; at < size; ++at) {
        from[at].x = draw();
        from[at].y = draw();
        to[at].x = draw();
        to[at].y = draw();
    }
    return make_square(size, [&](std::uint32_t row, std::uint32_t column) {
        const double dx = from[row].x - to[column].x;
        const double dy = from[row].y - to[column].y;
        return static_cast<std::int64_t>(std::sqrt(dx * dx + dy * dy));
    });
}

// Machol and Wien's costs i * j, on which methods by shortest paths and by auction do most work.
NewInstance make_machol_wien(Arguments& arguments)
{
    return make_square(arguments.count<std::uint32_t>("size"), [](std::uint32_t row, std::uint32_t column) {
        return std::int64_t{row + 1} * std::int64_t{column + 1};
    });
}

}  // namespace

NewInstance make(const std::string& family, Arguments& arguments)
{
    static const std::map<std::string, NewInstance (*)(Arguments&)> families{
        {"domain", make_domain},
        {"sparse", make_sparse},
        {"dense", make_dense},
        {"euclidean", make_euclidean},
        {"machol-wien", make_machol_wien},
        {"layered", make_layered},
        {"constant-weight", make_constant_weight},
        {"geometric", make_geometric},
        {"one-column", make_one_column_for_all},
        {"all-ties", make_all_ties},
        {"duplicate-rows", make_duplicate_rows},
    };
    const auto found = families.find(family);
    if (found == families.end()) throw std::runtime_error("no such family: " + family);
    return found->second(arguments);
}

}  // namespace befriend::peers
