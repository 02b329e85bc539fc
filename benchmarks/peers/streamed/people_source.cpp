// Scores on the fly, as many a second as memory and vectors allow.
//
// Volunteers stand in the order of the cells they live in, once for each age band they visit with each
// language they speak, so that whoever is near enough to a child, takes its age and speaks with it is in a
// few runs of one array, one for each row of cells. Cells are narrow, because a run ends at one. A run is
// scored without branches, and a little beyond its end, so that vectors are full; who is not eligible gets
// -1. Then the others move up, without branches either.
//
// Every step is one IEEE operation in single precision, so that scores are the same on every machine.

#include "people_source.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#ifdef __AVX512F__
#include <immintrin.h>
#endif

namespace befriend::peers {
namespace {

constexpr std::size_t lanes = 16;           // of a vector
constexpr std::size_t most_together = 512;  // volunteers scored at once
constexpr std::uint32_t genders = 3;        // that a child may wish for; the first is any
constexpr std::uint32_t languages = 6;
constexpr std::uint32_t culture_bit = 0;  // of `packed`: 3 bits, 5, 10
constexpr std::uint32_t count_bit = 3;    // of interests
constexpr std::uint32_t age_bit = 8;      // points for the age

std::uint32_t band_of(const Person& child)
{
    return (age_band(child.age) * genders + child.wished_gender) * languages + child.language;
}

bool is_in(const Person& volunteer, std::uint32_t band)
{
    const std::uint32_t language = band % languages;
    const std::uint32_t wished_gender = band / languages % genders;
    const std::uint32_t age = band / languages / genders;
    return (volunteer.age_bands >> age & 1) != 0 &&
           (wished_gender == 0 || wished_gender == volunteer.gender + 1) &&
           (volunteer.languages >> language & 1) != 0;
}

}  // namespace

PeopleSource::PeopleSource(const Region& region)
    : radius_(static_cast<float>(region.radius)),
      cell_width_(static_cast<float>(std::max(0.5, region.radius / 24))),
      cell_height_(static_cast<float>(std::max(0.5, region.radius / 6))),
      cells_across_(static_cast<std::uint32_t>(static_cast<float>(region.width) / cell_width_) + 1),
      cells_down_(static_cast<std::uint32_t>(static_cast<float>(region.height) / cell_height_) + 1)
{
    People people = draw_people(region);
    drawn_child_ = sort_by_cell(people.children);
    drawn_volunteer_ = sort_by_cell(people.volunteers);
    for (const Person& child : people.children)
        children_.push_back(
            {child.x, child.y, child.interests, child.availability, child.culture, band_of(child)});
    for (Band& band : bands_)
        band.cell_begin.push_back(0);
    for (std::uint32_t number = 0; number < volunteers(); ++number)
        for (std::uint32_t at = 0; at < bands_.size(); ++at)
            if (is_in(people.volunteers[number], at))
                add_volunteer(bands_[at], people.volunteers[number], number);
    for (Band& band : bands_) {
        band.cell_begin.resize(std::size_t{cells_across_} * cells_down_ + 1,
                               static_cast<std::uint32_t>(band.number.size()));
        for (std::size_t beyond = 0; beyond < lanes; ++beyond)
            add_to(band, {}, 0);
    }
}

std::uint32_t PeopleSource::cell_of(const Person& person) const
{
    return static_cast<std::uint32_t>(person.y / cell_height_) * cells_across_ +
           static_cast<std::uint32_t>(person.x / cell_width_);
}

// Returns for each place the one before.
std::vector<std::uint32_t> PeopleSource::sort_by_cell(std::vector<Person>& people) const
{
    std::vector<std::uint32_t> before(people.size());
    std::iota(before.begin(), before.end(), 0U);
    std::stable_sort(before.begin(), before.end(), [&](std::uint32_t a, std::uint32_t b) {
        return cell_of(people[a]) < cell_of(people[b]);
    });
    std::vector<Person> sorted;
    for (const std::uint32_t person : before)
        sorted.push_back(people[person]);
    people = std::move(sorted);
    return before;
}

void PeopleSource::add_volunteer(Band& band, const Person& volunteer, std::uint32_t number) const
{
    band.cell_begin.resize(cell_of(volunteer) + 1, static_cast<std::uint32_t>(band.number.size()));
    add_to(band, volunteer, number);
}

void PeopleSource::add_to(Band& band, const Person& volunteer, std::uint32_t number)
{
    band.number.push_back(number);
    const auto count = static_cast<std::uint32_t>(std::popcount(volunteer.interests));
    const auto age = static_cast<std::uint32_t>(1000.F * age_factor(volunteer.age));
    band.packed.push_back(volunteer.culture << culture_bit | count << count_bit | age << age_bit);
    band.x.push_back(volunteer.x);
    band.y.push_back(volunteer.y);
    band.interests.push_back(volunteer.interests);
    band.availability.push_back(volunteer.availability);
}

// Calls `run(begin, end)` for the volunteers of the child's band in each row of cells, as far as a circle of
// the radius goes.
template <typename Run>
void PeopleSource::each_run(const Child& child, Run run) const
{
    const Band& band = bands_[child.band];
    const auto cells = [](float distance, float size, std::uint32_t count) {
        return static_cast<std::uint32_t>(std::clamp(distance / size, 0.F, static_cast<float>(count - 1)));
    };
    const auto across = [&](float x) { return cells(x, cell_width_, cells_across_); };
    const auto downward = [&](float y) { return cells(y, cell_height_, cells_down_); };
    const std::uint32_t last = downward(child.y + radius_);
    for (std::uint32_t down = downward(child.y - radius_); down <= last; ++down) {
        const float top = static_cast<float>(down) * cell_height_;
        const float away = std::max({top - child.y, child.y - (top + cell_height_), 0.F});
        // A little more than the circle, for rounding.
        const float half = std::sqrt(std::max(0.F, radius_ * radius_ - away * away)) + 0.001F;
        const std::uint32_t row = down * cells_across_;
        const std::uint32_t begin = band.cell_begin[row + across(child.x - half)];
        const std::uint32_t end = band.cell_begin[row + across(child.x + half) + 1];
        if (begin < end) run(begin, end);
    }
}

std::uint64_t PeopleSource::candidates() const
{
    std::uint64_t sum = 0;
    for (const Child& child : children_)
        each_run(child, [&](std::uint32_t begin, std::uint32_t end) { sum += end - begin; });
    return sum;
}

// A plain loop, which compiles to vector instructions. -1: not eligible. What stands beyond `size`, up to a
// full vector, means nothing.
void PeopleSource::score(const Child& child, std::size_t begin, std::size_t size, std::int32_t* scores) const
{
    const Band& band = bands_[child.band];
    const std::uint64_t* const interests = band.interests.data() + begin;
    const std::uint64_t* const availability = band.availability.data() + begin;
    const std::uint32_t* const packed = band.packed.data() + begin;
    const float* const x = band.x.data() + begin;
    const float* const y = band.y.data() + begin;
    const std::size_t full = (size + lanes - 1) / lanes * lanes;
    const std::int32_t own_count = std::popcount(child.interests);
    const float squared_radius = radius_ * radius_;
    const float nearer = 1.F / radius_;
    for (std::size_t at = 0; at < full; ++at) {
        const std::int32_t shared = std::popcount(interests[at] & child.interests);
        const std::int32_t times = std::popcount(availability[at] & child.availability);
        const float dx = x[at] - child.x;
        const float dy = y[at] - child.y;
        const float squared = dx * dx + dy * dy;
        const auto count = static_cast<std::int32_t>(packed[at] >> count_bit & 31);
        const float alike = static_cast<float>(shared) / static_cast<float>(own_count + count - shared);
        const float near = 1.F - static_cast<float>(static_cast<std::int32_t>(std::sqrt(squared))) * nearer;
        const float often = static_cast<float>(std::min(times, 4)) * 0.25F;
        const float age = static_cast<float>(packed[at] >> age_bit);
        const float culture = (packed[at] >> culture_bit & 7) == child.culture ? 1500.F : 1500.F * 0.3F;
        const auto points =
            static_cast<std::int32_t>(3500.F * alike + 2000.F * near + 2000.F * often + age + culture + 0.5F);
        const bool eligible = static_cast<bool>((squared <= squared_radius) & (times > 0));
        scores[at] = points | (static_cast<std::int32_t>(eligible) - 1);
    }
}

// Collects the pairs of a child, and hands them on some hundreds at a time.
class PeopleSource::Batches {
public:
    explicit Batches(const TakePairs& take) : take_(take) {}

    // Takes the eligible among volunteers. At most `most_together` of them.
    void add(const std::uint32_t* number, const std::int32_t* scores, std::size_t size)
    {
        if (filled_ + size > most_together * 2) hand_on();
        std::size_t filled = filled_;
#ifdef __AVX512F__
        for (std::size_t at = 0; at < size; at += lanes) {
            const auto there = static_cast<__mmask16>((1U << std::min(lanes, size - at)) - 1);
            const __m512i points = _mm512_loadu_si512(scores + at);
            const __mmask16 eligible = _mm512_mask_cmpge_epi32_mask(there, points, _mm512_setzero_si512());
            const __m512i first = _mm512_maskz_compress_epi32(eligible, points);
            _mm512_storeu_si512(
                &number_[filled],
                _mm512_maskz_compress_epi32(eligible, _mm512_maskz_loadu_epi32(there, number + at)));
            _mm512_storeu_si512(&score_[filled], _mm512_cvtepi32_epi64(_mm512_castsi512_si256(first)));
            _mm512_storeu_si512(&score_[filled + lanes / 2],
                                _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(first, 1)));
            filled += static_cast<std::size_t>(std::popcount(static_cast<std::uint32_t>(eligible)));
        }
#else
        for (std::size_t at = 0; at < size; ++at) {
            number_[filled] = number[at];
            score_[filled] = scores[at];
            filled += static_cast<std::size_t>(scores[at] >= 0);
        }
#endif
        filled_ = filled;
    }

    void hand_on()
    {
        if (filled_ > 0) take_({{number_.data(), filled_}, {{{}, {score_.data(), filled_}}}});
        filled_ = 0;
    }

private:
    const TakePairs& take_;
    std::size_t filled_ = 0;
    std::array<std::uint32_t, 2 * most_together + lanes> number_;  // whole vectors are written
    std::array<std::int64_t, 2 * most_together + lanes> score_;
};

void PeopleSource::pairs_of(std::uint32_t child, const TakePairs& take) const
{
    const Child& of = children_[child];
    const Band& band = bands_[of.band];
    std::array<std::int32_t, most_together> scores;
    Batches batches(take);
    each_run(of, [&](std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            const std::uint32_t size = std::min<std::uint32_t>(most_together, end - begin);
            score(of, begin, size, scores.data());
            batches.add(band.number.data() + begin, scores.data(), size);
            begin += size;
        }
    });
    batches.hand_on();
}

}  // namespace befriend::peers
