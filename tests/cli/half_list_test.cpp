#include "cli/half_list.hpp"

#include "catch2.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <algorithm>
#include <string>

using namespace befriend;

TEST_CASE("half list: half of any list is a round of its own, with what concerns its people",
          "[cli][property]")
{
    const Vocabulary vocabulary = built_in_vocabulary();
    std::size_t exclusions = 0;
    std::size_t decisions = 0;
    for (const Preset& preset : presets()) {
        CAPTURE(preset.name);
        auto made = waiting_list({std::string(preset.name), 5, 301, 200}, vocabulary);
        REQUIRE(made);
        // A list has few exclusions; here every second person has one, and there are blocks.
        for (std::size_t i = 0; i < 100; ++i) {
            made->tables.children[2 * i].not_with.push_back({made->tables.volunteers[i].id.text(), {}});
            made->tables.volunteers[2 * i].not_with.push_back({made->tables.children[i].id.text(), {}});
            made->tables.blocks.push_back(
                {made->tables.children[3 * i].id, made->tables.volunteers[i].id, "manager", {}, {}, 0});
            made->tables.earlier.push_back({made->tables.children[3 * i].id, made->tables.volunteers[i].id});
        }
        const Round whole(std::move(made->tables), made->policy, vocabulary);

        const Round half(cli::half_of(whole), whole.policy(), vocabulary);

        CHECK(half.children().size() == 151);
        CHECK(half.volunteers().size() == 100);
        for (std::size_t i = 0; i < half.children().size(); ++i)
            REQUIRE(half.children()[i].id == whole.children()[2 * i].id);
        for (std::size_t i = 0; i < half.volunteers().size(); ++i)
            REQUIRE(half.volunteers()[i].id == whole.volunteers()[2 * i].id);
        for (const Referral& child : half.children())
            exclusions += child.not_with.size();
        for (const Volunteer& volunteer : half.volunteers())
            exclusions += volunteer.not_with.size();
        const auto among = [&](const auto& pair) {
            return half.find(pair.child).has_value() && half.find(pair.volunteer).has_value();
        };
        CHECK(half.blocks().size() ==
              static_cast<std::size_t>(std::count_if(whole.blocks().begin(), whole.blocks().end(), among)));
        CHECK(half.pins().size() ==
              static_cast<std::size_t>(std::count_if(whole.pins().begin(), whole.pins().end(), among)));
        CHECK(half.earlier().size() ==
              static_cast<std::size_t>(std::count_if(whole.earlier().begin(), whole.earlier().end(), among)));
        decisions += half.blocks().size() + half.pins().size();
    }
    CHECK(exclusions > 100);
    CHECK(decisions > 100);
}
