#include "cli/proposal_files.hpp"

#include "cli/proposal_csv.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/reporting/html.hpp>

namespace befriend::cli {

std::vector<std::pair<std::string, std::string>> proposal_files(const RoundFiles& files,
                                                                const Proposal& proposal,
                                                                const RunRecord& record, bool raw_csv,
                                                                const OnStep& on_step)
{
    std::vector<std::pair<std::string, std::string>> texts;
    if (on_step) on_step(Step::reporting, {});
    texts.emplace_back("report.html", html_report(files.round, proposal, record));
    if (on_step) on_step(Step::write, {});
    texts.emplace_back("proposals.csv", proposals_csv(files.round, proposal, raw_csv));
    texts.emplace_back("waiting.csv", waiting_csv(files.round, proposal, raw_csv));
    texts.emplace_back("unused.csv", unused_csv(files.round, proposal, raw_csv));
    texts.emplace_back("proposal.json", proposal_json(files.round, proposal));
    texts.emplace_back("certificate.json", certificate_json(files.round, proposal));
    texts.emplace_back("run.json", run_record_json(record));
    return texts;
}

std::vector<std::string> proposal_file_names()
{
    return {"proposals.csv",    "waiting.csv", "unused.csv", "proposal.json",
            "certificate.json", "report.html", "run.json"};
}

}  // namespace befriend::cli
