#include "waiting_lists.hpp"

#include <befriend/io/read_vocabulary.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <map>
#include <memory>

namespace befriend::benchmarks {
namespace {

WaitingList list_of(std::size_t children)
{
    WaitingListOptions options;
    options.preset = "national-2019";
    options.children = children;
    options.volunteers = (children * 25'000 + 83'629) / 83'630;
    return *waiting_list(options, built_in_vocabulary());
}

}  // namespace

Tables tables_of(std::size_t children)
{
    return list_of(children).tables;
}

const Policy& policy()
{
    static const Policy kept = list_of(0).policy;
    return kept;
}

const Round& round_of(std::size_t children)
{
    static std::map<std::size_t, std::unique_ptr<const Round>> kept;
    auto& round = kept[children];
    if (!round) round = std::make_unique<const Round>(tables_of(children), policy(), built_in_vocabulary());
    return *round;
}

const Proposal& proposal_of(std::size_t children)
{
    static std::map<std::size_t, std::unique_ptr<const Proposal>> kept;
    auto& proposal = kept[children];
    if (!proposal) proposal = std::make_unique<const Proposal>(propose(round_of(children)));
    return *proposal;
}

}  // namespace befriend::benchmarks
