#include "io/json_writer.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/model/words.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The certificate and the record of a run: what a later reader holds a proposal to.

namespace befriend {
namespace {

using Layout = io::JsonWriter::Layout;

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
    "On `volunteers_waiting` a volunteer's benefit counts once: one who has room for several children stands "
    "once "
    "more, last, with the price of one place, and no other place counts the benefit.",
    "What a pair counts: 1 on `most_children`, the child's benefit of waiting on `waiting`, its points on "
    "`points`, "
    "1 on `continuity` if the earlier proposal has it, the volunteer's benefit of waiting on "
    "`volunteers_waiting`, "
    "and on `ties` the top 40 bits of XXH3-64 over two keys of 8 bytes, little endian, the child's first; a "
    "key is "
    "XXH3-64 of the id, with the seed.",
};

// The price of a row or a column on each objective.
std::vector<std::int64_t> prices(const std::vector<TierDuals>& duals,
                                 std::vector<std::int64_t> TierDuals::* side, std::size_t position)
{
    std::vector<std::int64_t> list;
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

std::vector<std::string_view> objectives_of(const Proposal& proposal)
{
    std::vector<std::string_view> names;
    for (const TierTotal& total : proposal.totals)
        names.push_back(to_word(total.tier));
    names.push_back("ties");
    return names;
}

}  // namespace

std::string certificate_json(const Round& round, const Proposal& proposal)
{
    const Certificate& certificate = proposal.certificate;
    io::JsonWriter json;
    const auto child = [&](std::size_t row) {
        json.begin_object()
            .member("child", round.children()[row].id.text())
            .member("prices", prices(certificate.duals, &TierDuals::row, row))
            .end_object();
    };
    const auto volunteer = [&](std::size_t column) {
        const std::size_t position = certificate.volunteer_of_column[column];
        json.begin_object()
            .member("prices", prices(certificate.duals, &TierDuals::column, column))
            .member("volunteer", round.volunteers()[position].id.text())
            .end_object();
    };
    const auto sentence = [&](std::string_view text) { json.value(text); };
    const std::size_t rows = certificate.duals.empty() ? 0 : certificate.duals.front().row.size();
    json.begin_object(Layout::lines)
        .member("bound", certificate.bound)
        .lines("children", positions(rows), child)
        .lines("how_to_re_check", how_to_re_check, sentence)
        .member("objectives", objectives_of(proposal))
        .member("schema_version", 1)
        .member("seed", round.policy().seed)
        .member("valid", certificate.valid)
        .member("value", certificate.value)
        .lines("volunteers", positions(certificate.volunteer_of_column.size()), volunteer)
        .end_object();
    return std::move(json).text();
}

std::string run_record_json(const RunRecord& record)
{
    io::JsonWriter json;
    const auto input = [&](const InputRecord& read) {
        json.begin_object()
            .member("bytes", read.bytes)
            .member("control_totals", read.control_totals)
            .member("file", read.file)
            .member("records", read.records)
            .member("role", read.role)
            .member("sha256", read.sha256)
            .end_object();
    };
    const auto total = [&](const std::pair<std::string, std::int64_t>& sum) {
        json.begin_object().member("objective", sum.first).member("total", sum.second).end_object();
    };
    json.begin_object(Layout::lines)
        .member("approved_by", record.approved_by)
        .member("as_of", to_text(record.as_of))
        .member("as_of_source", record.as_of_source)
        .member("ask_first", record.ask_first)
        .member("befriend_version", record.befriend_version)
        .member("candidate_pairs", record.candidate_pairs)
        .member("certified", record.certified)
        .member("children", record.children)
        .lines("inputs", record.inputs, input)
        .member("interface", record.interface)
        .member("options", record.options)
        .member("policy_sha256", record.policy_sha256)
        .member("policy_version", record.policy_version)
        .member("proposed", record.proposed)
        .member("schema_version", 1)
        .member("seed", record.seed)
        .member("status", record.status)
        .lines("totals", record.totals, total)
        .member("unused", record.unused)
        .member("volunteers", record.volunteers)
        .member("volunteers_ready", record.volunteers_ready)
        .member("waiting", record.waiting)
        .member("warnings", record.warnings)
        .end_object();
    return std::move(json).text();
}

}  // namespace befriend
