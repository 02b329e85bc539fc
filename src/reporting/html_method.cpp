// How the policy decides, and the record of the run.

#include "model/formatted.hpp"
#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace befriend {
namespace {

constexpr std::array<std::int64_t Weights::*, all_criteria.size()> weight_of{
    &Weights::interests, &Weights::background, &Weights::age, &Weights::travel, &Weights::availability};

std::int64_t largest_weight(const Policy& policy)
{
    std::int64_t largest = 1;
    for (const auto weight : weight_of)
        largest = std::max(largest, policy.weights.*weight);
    return largest;
}

std::string weights_headline(const Policy& policy)
{
    std::vector<std::string> heaviest;
    for (const Criterion criterion : all_criteria) {
        const std::int64_t weight = policy.weights.*weight_of[static_cast<std::size_t>(criterion)];
        if (weight == largest_weight(policy)) heaviest.emplace_back(label_of(criterion));
    }
    return heaviest.empty() ? "What points are given for: nothing has a weight."
                            : formatted("What points are given for. Most: {}.", joined(heaviest));
}

Values weights_of(const Policy& policy)
{
    const std::int64_t largest = largest_weight(policy);
    return list_of(all_criteria, [&](Criterion criterion) {
        const std::int64_t weight = policy.weights.*weight_of[static_cast<std::size_t>(criterion)];
        return object_of({{"name", std::string(label_of(criterion)) + "."},
                          {"sentence", std::string(sentence_of(criterion))},
                          {"number", with_commas(weight)},
                          {"share", std::to_string(weight * 100 / largest)}});
    });
}

std::string curve_sentence(const WaitingCurve& curve)
{
    std::vector<std::string> steps;
    for (std::size_t at = 0; at < curve.from_months.size(); ++at)
        steps.push_back(curve.from_months[at] == 0
                            ? formatted("{} at first", curve.benefit[at])
                            : formatted("{} from {}", curve.benefit[at], months_text(curve.from_months[at])));
    return formatted("A child’s wait counts {}. What is urgent adds months.", joined(steps));
}

std::string kind_of(Rule rule, const Policy& policy)
{
    if (rule == Rule::independence && policy.clearance.allow_connected)
        return "Lifted by the policy: trusted adults";
    if (is_safeguarding(rule)) return "Safety or law";
    const auto& soft = policy.soft_limits;
    const bool is_soft = std::find(soft.begin(), soft.end(), rule) != soft.end();
    return is_soft ? "A person may lift it for one pair" : "Practice";
}

Values rules_of(const Policy& policy)
{
    std::vector<Rule> rules;
    for (std::size_t at = 0; at < rule_count; ++at)
        rules.push_back(static_cast<Rule>(at));
    return list_of(rules, [&](Rule rule) {
        return object_of({{"sentence", std::string(sentence_of(rule))}, {"kind", kind_of(rule, policy)}});
    });
}

using Lines = std::vector<std::pair<std::string, std::string>>;

void add_line(Lines& lines, const char* name, const std::string& text)
{
    if (!text.empty()) lines.emplace_back(name, visible(text));
}

Lines lines_of(const RunRecord& record)
{
    Lines lines;
    add_line(lines, "befriend", record.befriend_version);
    add_line(lines, "Used from", record.interface);
    add_line(lines, "Policy", record.policy_version);
    add_line(lines, "Policy approved by", record.approved_by);
    add_line(lines, "Policy’s SHA-256", record.policy_sha256);
    add_line(lines, "Date of the round", long_date(record.as_of));
    add_line(lines, "Date taken from", record.as_of_source);
    add_line(lines, "Seed of the lots", std::to_string(record.seed));
    for (const auto& [name, value] : record.options)
        lines.emplace_back("Option " + visible(name), visible(value));
    add_line(lines, "Children", with_commas(record.children));
    add_line(lines, "Volunteers",
             formatted("{}, {} of them ready", with_commas(record.volunteers),
                       with_commas(record.volunteers_ready)));
    add_line(lines, "Eligible pairs", with_commas(record.candidate_pairs));
    add_line(lines, "Proposed",
             formatted("{}, {} of them to ask first", with_commas(record.proposed),
                       with_commas(record.ask_first)));
    add_line(lines, "Keep waiting", with_commas(record.waiting));
    add_line(lines, "Volunteers not used", with_commas(record.unused));
    add_line(lines, "Status", record.status);
    return lines;
}

Values certificate_rows(const Proposal& proposal)
{
    Values rows{Values::type::list};
    const Certificate& certificate = proposal.certificate;
    for (std::size_t at = 0; at < certificate.value.size() && at < certificate.bound.size(); ++at) {
        const bool is_tier = at < proposal.totals.size();
        rows.push_back(
            object_of({{"name", is_tier ? std::string(label_of(proposal.totals[at].tier)) : "Lots"},
                       {"value", with_commas(certificate.value[at])},
                       {"bound", with_commas(certificate.bound[at])}}));
    }
    return rows;
}

Values purposes_of(const Purposes& purposes)
{
    Values list{Values::type::list};
    const auto add = [&](const char* field, const std::string& text) {
        if (!text.empty()) list.push_back(object_of({{"field", field}, {"text", visible(text)}}));
    };
    add("Why a child’s wishes about culture, faith, language and gender are read", purposes.child_wish);
    add("Why groups are compared", purposes.equality_monitoring);
    return list;
}

}  // namespace

void add_method(const Page& page, Values& values)
{
    const Policy& policy = page.round.policy();
    values.set("tiers", list_of(policy.tiers, [](TierName tier) {
                   return object_of(
                       {{"name", std::string(label_of(tier))}, {"sentence", std::string(sentence_of(tier))}});
               }));
    values.set("tie_sentence",
               formatted("If answers are still as good as each other, lots are drawn from the ids with the "
                         "seed {}. So neither the alphabet nor the order of a file favours anyone. This "
                         "decided {} here.",
                         policy.seed, counted(page.summary.decided_by_tie, "proposal", "proposals")));
    values.set("curve_sentence", curve_sentence(policy.waiting));
    values.set("minimum_sentence",
               policy.minimum_points > 0
                   ? formatted("A pair must be able to earn {} points, or it is not proposed.",
                               with_commas(policy.minimum_points))
                   : std::string("There is no least number of points."));
    values.set("weights_headline", weights_headline(policy));
    values.set("weights", weights_of(policy));
    values.set("neutral", with_commas(policy.neutral_points));
    values.set("speaks_for", std::to_string(speaks_for));
    values.set("speaks_against", std::to_string(speaks_against));
    values.set("rules", rules_of(policy));
    values.set("purposes", purposes_of(policy.purposes));
}

void add_record(const Page& page, Values& values)
{
    const RunRecord& record = page.record;
    values.set("record", list_of(lines_of(record), [](const auto& line) {
                   return object_of({{"name", line.first}, {"text", line.second}});
               }));
    set_list(values, "inputs", list_of(record.inputs, [](const InputRecord& input) {
                 return object_of({{"role", visible(input.role)},
                                   {"file", visible(input.file)},
                                   {"records", with_commas(input.records)},
                                   {"sha256", visible(input.sha256)}});
             }));
    values.set("certificate", certificate_rows(page.proposal));
    values.set("certificate_sentence", page.proposal.certificate.valid
                                           ? "Checked apart from the solver: no other answer is better"
                                           : "This proposal is not proven best. Do not use it");
    set_list(
        values, "warnings", list_of(record.warnings, [](const auto& warning) {
            return object_of({{"code", visible(warning.first)}, {"number", with_commas(warning.second)}});
        }));
}

}  // namespace befriend
