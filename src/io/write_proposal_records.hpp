#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace befriend::io {

// From a proposal and its parts to JSON: positions become ids; rules, questions and reasons a code and a
// sentence.
//
// nlohmann::json keeps the members of an object sorted and writes integers as integers, so a record is
// canonical by construction.
class ProposalRecords {
public:
    using json = nlohmann::json;

    explicit ProposalRecords(const Round& round) : round_(round) {}

    [[nodiscard]] json operator()(const ProposedMatch& match) const;
    [[nodiscard]] json operator()(const WaitingChild& waiting) const;
    [[nodiscard]] json operator()(const UnusedVolunteer& unused) const;
    [[nodiscard]] json operator()(const Alternative& alternative) const;
    [[nodiscard]] json operator()(const NeededElsewhere& needed) const;
    [[nodiscard]] json operator()(const Ahead& ahead) const;
    [[nodiscard]] json operator()(const Change& change) const;
    [[nodiscard]] json operator()(const TierTotal& total) const;

    // The points of a pair, with each criterion by name: null where it does not apply to the child.
    [[nodiscard]] static json score(const PairScore& score);

    [[nodiscard]] static json rules(const std::vector<Rule>& broken);
    [[nodiscard]] static json rules(TagSet<Rule> broken);
    [[nodiscard]] static json questions(TagSet<OpenQuestion> open);

    [[nodiscard]] const std::string& child(std::size_t position) const
    {
        return round_.children()[position].id.text();
    }
    [[nodiscard]] const std::string& volunteer(std::size_t position) const
    {
        return round_.volunteers()[position].id.text();
    }

private:
    template <class Record>
    [[nodiscard]] json each(const std::vector<Record>& records) const
    {
        json list = json::array();
        for (const Record& record : records)
            list.push_back((*this)(record));
        return list;
    }

    [[nodiscard]] json children(const std::vector<std::size_t>& positions) const;

    const Round& round_;
};

}  // namespace befriend::io
