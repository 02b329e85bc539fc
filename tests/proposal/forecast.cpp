// Holds `forecast_bytes` against what `propose` really takes: every allocation is counted, and the largest
// sum of those that live at one time must be within 10 % of the forecast.

#include <befriend/candidates/find_candidates.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::size_t live = 0;
std::size_t most = 0;

// What an allocation takes from the heap of the C library: its room and a word, in steps of 16 bytes.
std::size_t taken(void* memory)
{
    return std::max<std::size_t>(32, (malloc_usable_size(memory) + sizeof(std::size_t) + 15) / 16 * 16);
}

void* counted(void* memory)
{
    if (memory == nullptr) throw std::bad_alloc();
    live += taken(memory);
    most = live > most ? live : most;
    return memory;
}

}  // namespace

void* operator new(std::size_t size)
{
    return counted(std::malloc(size));
}
// Large arrays begin on a page of their own, and blocks for vector instructions on a line of a cache.
void* operator new(std::size_t size, std::align_val_t alignment)
{
    void* memory = nullptr;
    static_cast<void>(posix_memalign(&memory, static_cast<std::size_t>(alignment), size));
    return counted(memory);
}
void operator delete(void* memory) noexcept
{
    if (memory != nullptr) live -= taken(memory);
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    operator delete(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    operator delete(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    operator delete(memory);
}

namespace {

struct List {
    const char* preset;
    std::size_t children;
    std::size_t volunteers;
};

std::size_t pairs_of(const befriend::Round& round)
{
    const befriend::Eligibility eligibility(round);
    const befriend::Scorer scorer(round);
    return befriend::find_candidates(round, eligibility, scorer)->pairs();
}

bool agrees(const List& list)
{
    auto made = befriend::waiting_list({list.preset, 1, list.children, list.volunteers},
                                       befriend::built_in_vocabulary());
    const befriend::Round round(std::move(made->tables), made->policy, befriend::built_in_vocabulary());
    const std::size_t pairs = pairs_of(round);
    const std::size_t before = live;
    most = live;
    static_cast<void>(befriend::propose(round));
    const auto seen = static_cast<double>(most - before);
    const auto forecast =
        static_cast<double>(befriend::forecast_bytes(list.children, list.volunteers, pairs));
    std::printf("%s, %zu children, %zu volunteers, %zu pairs: %.0f bytes, forecast %.0f\n", list.preset,
                list.children, list.volunteers, pairs, seen, forecast);
    return forecast > 0.9 * seen && forecast < 1.1 * seen;
}

}  // namespace

int main()
{
    bool all = true;
    for (const List& list : {List{"national-2019", 1'202, 1'500}, List{"national-2019", 1'202, 15'000},
                             List{"national-2019", 20'000, 6'000}, List{"croydon-2021", 3'000, 3'000}})
        all = agrees(list) && all;
    return all ? 0 : 1;
}
