#include "proposal/pin_faults.hpp"

#include "model/record_watch.hpp"
#include "proposal/round_problem.hpp"
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <map>

namespace befriend {
namespace {

bool is_soft(Rule rule, const Policy& policy)
{
    const auto& soft = policy.soft_limits;
    return std::find(soft.begin(), soft.end(), rule) != soft.end();
}

}  // namespace

std::vector<Fault> pin_faults(const Round& round)
{
    return *pin_faults(round, {});
}

std::optional<std::vector<Fault>> pin_faults(const Round& round, const KeepGoing& keep_going)
{
    if (round.pins().empty()) return std::vector<Fault>();
    const auto eligibility = Eligibility::prepared(round, keep_going);
    return eligibility ? pin_faults(round, *eligibility, keep_going) : std::nullopt;
}

std::optional<std::vector<Fault>> pin_faults(const Round& round, const Eligibility& eligibility,
                                             const KeepGoing& keep_going)
{
    RecordWatch watch(keep_going, 1);
    std::vector<Fault> faults;
    std::map<std::size_t, std::int32_t> high_needs;  // pinned, by volunteer
    const auto add = [&faults](FaultCode code, const Pin& pin, std::string rule) {
        Fault fault;
        fault.code = code;
        fault.table = Table::pins;
        fault.record = pin.record;
        fault.field = "volunteer_id";
        fault.rule = std::move(rule);
        faults.push_back(std::move(fault));
    };
    for (const Pin& pin : round.pins()) {
        if (!watch.next()) return std::nullopt;
        const std::size_t child = *round.find(pin.child);
        const std::size_t volunteer = *round.find(pin.volunteer);
        const TagSet<Rule> broken = eligibility.broken(child, volunteer);
        for (std::size_t i = 0; i < rule_count; ++i) {
            const Rule rule = static_cast<Rule>(i);
            if (!broken.has(rule)) continue;
            const FaultCode code =
                is_soft(rule, round.policy()) ? FaultCode::w_policy : FaultCode::e_conflict;
            add(code, pin, "the pinned pair breaks the rule " + std::string(code_of(rule)));
        }
        if (!is_high_need(round.children()[child])) continue;
        if (++high_needs[volunteer] == round.volunteers()[volunteer].high_need_limit + 1 &&
            !broken.has(Rule::high_need)) {
            add(FaultCode::e_conflict, pin,
                "more pinned children require experience than the volunteer's limit");
        }
    }
    sort_faults(faults);
    return faults;
}

}  // namespace befriend
