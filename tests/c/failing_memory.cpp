#include "failing_memory.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

using befriend::test::Failing;

// Atomic, for a step may allocate on several threads at once.
std::atomic<Failing> failing = Failing::never;
std::atomic<long> until_failure = 0;
std::atomic<long> failed = 0;
std::atomic<long> kept = 0;  // allocations that nobody has freed

// Tells an allocation of the step under test whether to fail.
bool fails()
{
    if (failing == Failing::never) return false;
    const long left = until_failure--;
    if (left > 0 || (left < 0 && failing == Failing::once)) return false;
    ++failed;
    return true;
}

void* allocate(std::size_t size, std::size_t alignment)
{
    if (fails()) return nullptr;
    void* const memory = std::aligned_alloc(alignment, (size + alignment) / alignment * alignment);
    kept += memory != nullptr ? 1 : 0;
    return memory;
}

void release(void* memory) noexcept
{
    kept -= memory != nullptr ? 1 : 0;
    std::free(memory);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment)
{
    void* const memory = allocate(size, alignment);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

constexpr std::size_t usual = alignof(std::max_align_t);

}  // namespace

// The other forms of new and delete end in these.
void* operator new(std::size_t size)
{
    return allocate_or_throw(size, usual);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    return allocate(size, usual);
}
void* operator new[](std::size_t size)
{
    return allocate_or_throw(size, usual);
}
void operator delete(void* memory) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    release(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept
{
    release(memory);
}
void operator delete[](void* memory) noexcept
{
    release(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    release(memory);
}

namespace befriend::test {

void give_up(const char* step, long allocation, const char* why)
{
    std::printf("%s, allocation %ld: %s\n", step, allocation, why);
    std::exit(1);
}

void check_refusal(const char* step, long allocation, befriend_status status, const befriend_error* err)
{
    if (status != BEFRIEND_E_MEMORY) give_up(step, allocation, "the status is not BEFRIEND_E_MEMORY");
    if (befriend_error_count(err) != 1 || befriend_error_code(err, 0) != BEFRIEND_E_MEMORY)
        give_up(step, allocation, "the error object does not say so");
    if (std::strcmp(befriend_error_message(err, 0), "E_MEMORY: not enough memory") != 0)
        give_up(step, allocation, "the message is another");
}

void start_failing(Failing how, long allocation)
{
    failed = 0;
    until_failure = allocation;
    failing = how;
}

void stop_failing()
{
    failing = Failing::never;
}

long failures()
{
    return failed;
}

long live()
{
    return kept;
}

void need(befriend_status status, const char* step)
{
    if (status != BEFRIEND_OK) give_up(step, 0, "did not succeed with memory");
}

}  // namespace befriend::test
