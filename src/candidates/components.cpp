#include <befriend/candidates/boost_graph.hpp>
#include <befriend/candidates/components.hpp>

#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace befriend {

std::size_t count_components(const CandidateGraph& graph)
{
    const BoostCandidateGraph pairs(graph);
    std::vector<std::size_t> component(num_vertices(pairs));
    const auto index = boost::typed_identity_property_map<std::size_t>();
    const std::size_t all = boost::connected_components(
        pairs, boost::make_iterator_property_map(component.begin(), index), boost::vertex_index_map(index));
    std::size_t lonely = 0;
    for (std::size_t vertex = 0; vertex < num_vertices(pairs); ++vertex)
        lonely += out_degree(vertex, pairs) == 0;
    return all - lonely;
}

}  // namespace befriend
