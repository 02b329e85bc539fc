#include "catch2.hpp"
#include "io/random_records.hpp"
#include "io/reading.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/write_table.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::array all_tables{Table::children, Table::volunteers, Table::coordinators, Table::existing,
                                Table::pins,     Table::blocks,     Table::earlier};

// A table as rows of cells, header first: every field of every record.
using Rows = std::vector<std::vector<std::string>>;

template <class Record>
void add_rows(Rows& rows, const std::vector<Record>& records)
{
    for (const Record& record : records)
        rows.push_back(cells_of(record));
}

Rows rows_of(Table table, const Tables& tables)
{
    Rows rows(1);
    for (const Column& column : columns_of(table))
        rows[0].emplace_back(column.name);
    switch (table) {
        case Table::children:
            add_rows(rows, tables.children);
            break;
        case Table::volunteers:
            add_rows(rows, tables.volunteers);
            break;
        case Table::coordinators:
            add_rows(rows, tables.coordinators);
            break;
        case Table::existing:
            add_rows(rows, tables.existing);
            break;
        case Table::pins:
            add_rows(rows, tables.pins);
            break;
        case Table::blocks:
            add_rows(rows, tables.blocks);
            break;
        case Table::earlier:
            add_rows(rows, tables.earlier);
            break;
        default:
            break;
    }
    return rows;
}

std::vector<std::string_view> views(const std::vector<std::string>& texts)
{
    return {texts.begin(), texts.end()};
}

Reading read_rows(Table table, const Rows& rows)
{
    Reading reading;
    TableReader reader(table, views(rows[0]), {}, reading.tables, reading.faults);
    for (std::size_t row = 1; row < rows.size(); ++row)
        reader.add_row(views(rows[row]));
    return reading;
}

bool is_same(const Wish& a, const Wish& b)
{
    return a == b;
}

// Field by field where a writer could lose something that its reader would not miss: the two grammars are
// compared against the values, not only against each other.
bool is_same(const Referral& a, const Referral& b)
{
    return a.id == b.id && a.provider == b.provider && a.placing_authority == b.placing_authority &&
           a.referred_on == b.referred_on && a.waiting_since == b.waiting_since && a.source == b.source &&
           a.consent == b.consent && a.age == b.age && a.cohort == b.cohort &&
           a.eligible_until == b.eligible_until && a.gender == b.gender &&
           is_same(a.visitor_gender, b.visitor_gender) && a.ethnic_group == b.ethnic_group &&
           is_same(a.culture, b.culture) && a.religion == b.religion && is_same(a.faith, b.faith) &&
           a.languages == b.languages && a.needs_language == b.needs_language && a.interests == b.interests &&
           a.activities_no == b.activities_no && a.slots == b.slots && a.visits_wanted == b.visits_wanted &&
           a.contact_modes == b.contact_modes && a.location == b.location &&
           a.placement_type == b.placement_type && a.placement_stability == b.placement_stability &&
           a.home_conditions == b.home_conditions && a.allergies == b.allergies &&
           a.access_needs == b.access_needs && a.requires_of_visitor == b.requires_of_visitor &&
           a.unit == b.unit && a.unit_mode == b.unit_mode && a.known_adult == b.known_adult &&
           a.not_with == b.not_with && a.declined_before == b.declined_before &&
           a.previous_matches == b.previous_matches && a.previous_match_ended == b.previous_match_ended &&
           a.previous_match_reason == b.previous_match_reason && a.priority == b.priority &&
           a.visitor_age_wanted == b.visitor_age_wanted && a.top_criterion == b.top_criterion;
}

bool is_same(const Volunteer& a, const Volunteer& b)
{
    return a.id == b.id && a.provider == b.provider && a.unit == b.unit && a.state == b.state &&
           a.dbs_on == b.dbs_on && a.references_ok == b.references_ok &&
           a.panel_approved_until == b.panel_approved_until && a.training == b.training &&
           a.independent == b.independent && a.age == b.age && a.gender == b.gender &&
           a.ethnic_group == b.ethnic_group && a.cultures == b.cultures && a.religion == b.religion &&
           a.languages == b.languages && a.interests == b.interests && a.activities_no == b.activities_no &&
           a.slots == b.slots && a.most_visits == b.most_visits && a.contact_modes == b.contact_modes &&
           a.available_from == b.available_from && a.waiting_since == b.waiting_since &&
           a.commitment_until == b.commitment_until && a.commitment_months == b.commitment_months &&
           a.location == b.location && a.furthest_m == b.furthest_m && a.prefers_age == b.prefers_age &&
           a.accepts_age == b.accepts_age && a.travel == b.travel &&
           a.business_insurance == b.business_insurance && a.pets == b.pets && a.smoker == b.smoker &&
           a.allergies == b.allergies && a.accepts_gender == b.accepts_gender && a.willing == b.willing &&
           a.willing_access == b.willing_access && a.capacity == b.capacity &&
           a.current_load == b.current_load && a.high_need_limit == b.high_need_limit &&
           a.not_with == b.not_with && a.coordinator == b.coordinator;
}

bool is_same(const Coordinator& a, const Coordinator& b)
{
    return a.id == b.id && a.active_matches == b.active_matches &&
           a.new_introductions == b.new_introductions && a.from == b.from && a.until == b.until;
}

bool is_same(const ExistingMatch& a, const ExistingMatch& b)
{
    return a.child == b.child && a.volunteer == b.volunteer && a.started_on == b.started_on &&
           a.type == b.type && a.visits == b.visits;
}

bool is_same(const PairDecision& a, const PairDecision& b)
{
    return a.child == b.child && a.volunteer == b.volunteer && a.by == b.by && a.reason == b.reason &&
           a.until == b.until;
}

bool is_same(const EarlierPair& a, const EarlierPair& b)
{
    return a.child == b.child && a.volunteer == b.volunteer;
}

template <class Record>
bool are_same(const std::vector<Record>& a, const std::vector<Record>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Record& x, const Record& y) { return is_same(x, y); });
}

bool are_same(Table table, const Tables& a, const Tables& b)
{
    switch (table) {
        case Table::children:
            return are_same(a.children, b.children);
        case Table::volunteers:
            return are_same(a.volunteers, b.volunteers);
        case Table::coordinators:
            return are_same(a.coordinators, b.coordinators);
        case Table::existing:
            return are_same(a.existing, b.existing);
        case Table::pins:
            return are_same(a.pins, b.pins);
        case Table::blocks:
            return are_same(a.blocks, b.blocks);
        case Table::earlier:
            return are_same(a.earlier, b.earlier);
        default:
            return false;
    }
}

}  // namespace

TEST_CASE("cells: what was written reads back as the same record", "[io][property]")
{
    const auto seed = GENERATE(range(0u, 200u));
    CAPTURE(seed);
    Draw draw(seed);
    const Tables tables = random_tables(draw);
    for (const Table table : all_tables) {
        CAPTURE(to_text(table));
        const Reading back = read_rows(table, rows_of(table, tables));
        CHECK(back.text() == "");
        CHECK(are_same(table, back.tables, tables));
    }
}

TEST_CASE("write_json_table: read_json_table gives the same records back", "[io][property]")
{
    const auto seed = GENERATE(range(1000u, 1200u));
    CAPTURE(seed);
    Draw draw(seed);
    const Tables tables = random_tables(draw);
    for (const Table table : all_tables) {
        CAPTURE(to_text(table));
        const Reading back = read_json(table, write_json_table(table, tables));
        CHECK(back.text() == "");
        CHECK(are_same(table, back.tables, tables));
    }
}

TEST_CASE("cells_of: a record has one cell for each column", "[io][example]")
{
    Draw draw(7);
    CHECK(cells_of(random_child(draw)).size() == columns_of(Table::children).size());
    CHECK(cells_of(random_volunteer(draw)).size() == columns_of(Table::volunteers).size());
    CHECK(cells_of(random_coordinator(draw)).size() == columns_of(Table::coordinators).size());
    CHECK(cells_of(random_match(draw)).size() == columns_of(Table::existing).size());
    CHECK(cells_of(random_decision(draw)).size() == columns_of(Table::pins).size());
}
