#pragma once

#include "io/json_writer.hpp"
#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <cstddef>
#include <string>

namespace befriend::io {

// Writes the parts of a proposal as JSON, one value a call: positions become ids; rules, questions and
// reasons a code and a sentence.
class ProposalRecords {
public:
    ProposalRecords(const Round& round, JsonWriter& json) : round_(round), json_(json) {}

    void operator()(const ProposedMatch& match) const;
    void operator()(const WaitingChild& waiting) const;
    void operator()(const UnusedVolunteer& unused) const;
    void operator()(const Alternative& alternative) const;
    void operator()(const NeededElsewhere& needed) const;
    void operator()(const Ahead& ahead) const;
    void operator()(const Change& change) const;
    void operator()(const TierTotal& total) const;
    void operator()(const PairScore& score) const;
    void operator()(Rule rule) const;
    void operator()(OpenQuestion question) const;

    [[nodiscard]] const std::string& child(std::size_t position) const
    {
        return round_.children()[position].id.text();
    }
    [[nodiscard]] const std::string& volunteer(std::size_t position) const
    {
        return round_.volunteers()[position].id.text();
    }

private:
    void coded(std::string_view code, std::string_view sentence) const;
    void criteria(const PairScore& score) const;

    const Round& round_;
    JsonWriter& json_;
};

}  // namespace befriend::io
