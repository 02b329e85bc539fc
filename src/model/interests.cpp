#include <befriend/model/interests.hpp>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>
#include <new>
#include <utf8proc.h>
#include <utility>

namespace befriend {
namespace {

/// What utf8proc_NFKC_Casefold does, for a text that may hold a NUL.
constexpr auto nfkc_casefold = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

/// U+2010, which the non-breaking hyphen U+2011 also becomes.
constexpr std::string_view hyphen = "\xE2\x80\x90";

bool is_ascii(char letter) noexcept
{
    return static_cast<unsigned char>(letter) < 0x80;
}

// What becomes of an ASCII letter, which no normalisation changes.
char folded_ascii(char letter) noexcept
{
    if (letter == ' ' || letter == '-') return '_';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string folded(std::string_view word)
{
    if (std::all_of(word.begin(), word.end(), is_ascii)) {
        std::string ascii(word);
        std::transform(ascii.begin(), ascii.end(), ascii.begin(), folded_ascii);
        return ascii;
    }
    utf8proc_uint8_t* text = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                     static_cast<utf8proc_ssize_t>(word.size()), &text, nfkc_casefold);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(text, &std::free);
    if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    if (size < 0) return std::string(word);

    std::string result(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    for (auto at = result.find(hyphen); at != std::string::npos; at = result.find(hyphen, at))
        result.replace(at, hyphen.size(), "_");
    std::replace(result.begin(), result.end(), ' ', '_');
    std::replace(result.begin(), result.end(), '-', '_');
    return result;
}

Vocabulary::Vocabulary(std::vector<InterestTerm> terms) : terms_(std::move(terms))
{
    std::sort(terms_.begin(), terms_.end(),
              [](const InterestTerm& a, const InterestTerm& b) { return a.tag < b.tag; });
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        position_of_word_.emplace(folded(terms_[term].tag), term);
        for (const std::string& synonym : terms_[term].synonyms)
            position_of_word_.emplace(folded(synonym), term);
    }
    broader_.reserve(terms_.size());
    for (const InterestTerm& term : terms_)
        broader_.push_back(term.broader.empty() ? std::nullopt : find(term.broader));
}

std::optional<std::size_t> Vocabulary::find(std::string_view word) const
{
    const auto found = position_of_word_.find(folded(word));
    if (found == position_of_word_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> Vocabulary::broader(std::size_t term) const noexcept
{
    assert(term < broader_.size() && "a term is a position in terms()");
    return broader_[term];
}

}  // namespace befriend
