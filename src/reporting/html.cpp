#include "reporting/html_parts.hpp"
#include <befriend/reporting/html.hpp>

#include <cassert>
#include <string_view>

namespace befriend {
namespace embedded {
extern const std::string_view report_mustache;
extern const std::string_view report_css;
}  // namespace embedded

std::string html_report(const Round& round, const Proposal& proposal, const RunRecord& record)
{
    const Summary summary = summary_of(round, proposal);
    const Cases cases = cases_of(round, proposal);
    const Page page{round, proposal, record, summary, cases};

    Values values{Values::type::object};
    values.set("style", std::string(embedded::report_css));
    for (const auto add : {add_headline, add_today, add_proposals, add_waiting, add_unused, add_map,
                           add_figures, add_groups, add_method, add_record})
        add(page, values);

    // Two braces escape the five characters of HTML; three, which do not, stand only around the style sheet.
    kainjow::mustache::mustache report{std::string(embedded::report_mustache)};
    assert(report.is_valid() && "report.mustache does not parse");
    std::string html;  // not through a stream, which would swallow a lack of memory
    report.render(values, [&html](const std::string& part) { html += part; });
    return html;
}

}  // namespace befriend
