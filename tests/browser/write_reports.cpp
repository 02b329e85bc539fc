// Writes the reports that the browser looks at into the folder named on the command line: the example by
// hand, and invented lists of a county, of a large service and of the country.

#include "reporting/example_proposal.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/reporting/html.hpp>
#include <befriend/reporting/summary.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace befriend;

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string report_of(std::string preset, std::size_t children)
{
    const Vocabulary vocabulary = built_in_vocabulary();
    auto list = waiting_list({.preset = std::move(preset), .seed = 1, .children = children, .volunteers = {}},
                             vocabulary);
    const Round round(std::move(list->tables), list->policy, vocabulary);
    const Proposal proposal = propose(round);
    const Summary summary = summary_of(round, proposal);
    RunRecord record = test::example_record();
    record.children = summary.children;
    record.volunteers = summary.volunteers;
    record.volunteers_ready = summary.ready;
    record.candidate_pairs = proposal.candidate_pairs;
    record.proposed = summary.proposed;
    record.ask_first = summary.ask_first;
    record.waiting = summary.waiting;
    record.unused = summary.unused;
    return html_report(round, proposal, record);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: befriend_write_reports FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    write(folder / "example.html",
          html_report(test::example_round(), test::example_proposal(), test::example_record()));
    write(folder / "county.html", report_of("county", 150));
    write(folder / "national.html", report_of("national-2019", 1'202));
    return 0;
}
