#include "io/write_proposal_document.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/model/words.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

// The certificate and the record of a run: what a later reader holds a proposal to.

namespace befriend {
namespace {

using nlohmann::json;

constexpr const char* how_to_re_check[] = {
    "Each child and each volunteer has a price on every objective, in the order of `objectives`. Lists of "
    "prices are "
    "compared from the left: the first difference decides.",
    "1. No price is below 0. A child who keeps waiting has price 0, and so has a volunteer with room left.",
    "2. For every candidate pair, the child's price plus the volunteer's is at least what the pair counts; "
    "for a "
    "proposed pair it is exactly that.",
    "3. What the proposed pairs count adds up to `value`.",
    "Then no choice of pairs counts more: what its pairs count is at most the prices of its children plus "
    "those of "
    "its volunteers, once for each place, and the proposal reaches that sum, `bound`.",
    "Pinned pairs stand outside: they take their places beforehand and count in none of these sums.",
    "A volunteer who could reach a limit on children who require experience stands twice: first the price of "
    "places "
    "closed to those children, then that of places open to every child.",
    "What a pair counts: 1 on `most_children`, the child's benefit of waiting on `waiting`, its points on "
    "`points`, "
    "and on `ties` the top 40 bits of XXH3-64 over two keys of 8 bytes, little endian, the child's first; a "
    "key is "
    "XXH3-64 of the id, with the seed.",
};

// The price of a row or a column on each objective.
json prices(const std::vector<TierDuals>& duals, std::vector<std::int64_t> TierDuals::* side,
            std::size_t position)
{
    json list = json::array();
    for (const TierDuals& tier : duals)
        list.push_back((tier.*side)[position]);
    return list;
}

std::vector<std::size_t> positions(std::size_t count)
{
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i] = i;
    return all;
}

json objectives_of(const Proposal& proposal)
{
    json names = json::array();
    for (const TierTotal& total : proposal.totals)
        names.push_back(to_word(total.tier));
    names.push_back("ties");
    return names;
}

json record_of(const InputRecord& input)
{
    return {{"role", input.role},     {"file", input.file},       {"bytes", input.bytes},
            {"sha256", input.sha256}, {"records", input.records}, {"control_totals", input.control_totals}};
}

}  // namespace

std::string certificate_json(const Round& round, const Proposal& proposal)
{
    const Certificate& certificate = proposal.certificate;
    const auto child = [&](std::size_t row) -> json {
        return {{"child", round.children()[row].id.text()},
                {"prices", prices(certificate.duals, &TierDuals::row, row)}};
    };
    const auto volunteer = [&](std::size_t column) -> json {
        const std::size_t position = certificate.volunteer_of_column[column];
        return {{"volunteer", round.volunteers()[position].id.text()},
                {"prices", prices(certificate.duals, &TierDuals::column, column)}};
    };
    const std::size_t rows = certificate.duals.empty() ? 0 : certificate.duals.front().row.size();
    io::JsonDocument document;
    document.member("bound", certificate.bound);
    document.list("children", positions(rows), child);
    document.list("how_to_re_check", how_to_re_check, [](const char* sentence) { return sentence; });
    document.member("objectives", objectives_of(proposal));
    document.member("schema_version", 1);
    document.member("seed", round.policy().seed);
    document.member("valid", certificate.valid);
    document.member("value", certificate.value);
    document.list("volunteers", positions(certificate.volunteer_of_column.size()), volunteer);
    return std::move(document).text();
}

std::string run_record_json(const RunRecord& record)
{
    const auto total = [](const std::pair<std::string, std::int64_t>& sum) -> json {
        return {{"objective", sum.first}, {"total", sum.second}};
    };
    io::JsonDocument document;
    document.member("approved_by", record.approved_by);
    document.member("as_of", to_text(record.as_of));
    document.member("as_of_source", record.as_of_source);
    document.member("ask_first", record.ask_first);
    document.member("befriend_version", record.befriend_version);
    document.member("candidate_pairs", record.candidate_pairs);
    document.member("certified", record.certified);
    document.member("children", record.children);
    document.list("inputs", record.inputs, record_of);
    document.member("interface", record.interface);
    document.member("options", record.options);
    document.member("policy_sha256", record.policy_sha256);
    document.member("policy_version", record.policy_version);
    document.member("proposed", record.proposed);
    document.member("schema_version", 1);
    document.member("seed", record.seed);
    document.member("status", record.status);
    document.list("totals", record.totals, total);
    document.member("unused", record.unused);
    document.member("volunteers", record.volunteers);
    document.member("volunteers_ready", record.volunteers_ready);
    document.member("waiting", record.waiting);
    document.member("warnings", record.warnings);
    return std::move(document).text();
}

}  // namespace befriend
