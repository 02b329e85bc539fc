#include "io/document.hpp"
#include "io/interests_toml.hpp"
#include "io/schema_version.hpp"
#include "io/text.hpp"
#include "model/formatted.hpp"
#include <befriend/io/read_vocabulary.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace befriend {
namespace {

using io::Node;
using io::NodeKind;

bool is_slug(std::string_view tag)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !tag.empty() && tag.size() <= io::most_id_bytes && tag.find_first_not_of(letters) == tag.npos;
}

class VocabularyReader {
public:
    explicit VocabularyReader(std::vector<Fault>& faults) : faults_(faults) {}

    std::vector<InterestTerm> read(const Node& document)
    {
        for (const auto& [name, node] : document.members) {
            if (name == "schema_version") {
                check_version(node);
            } else if (name == "interest" && node.kind == NodeKind::table) {
                for (const auto& [tag, term] : node.members)
                    read_term(tag, term);
            } else {
                refuse(FaultCode::e_schema, io::shown(name),
                       "unknown: a vocabulary has tables [interest.<tag>]", node);
            }
        }
        check_words();
        check_broader();
        return std::move(terms_);
    }

private:
    void check_version(const Node& node)
    {
        const bool is_number = node.kind == NodeKind::whole_number;
        auto fault = io::version_fault(Table::vocabulary,
                                       is_number ? std::string_view(node.text) : std::string_view());
        if (fault) faults_.push_back(std::move(*fault));
    }

    void read_term(const std::string& tag, const Node& node)
    {
        if (!is_slug(tag)) {
            refuse(FaultCode::e_schema, io::shown(tag),
                   "not a tag: small letters, digits and '_', at most 64", node);
        } else if (node.kind != NodeKind::table) {
            refuse(FaultCode::e_schema, tag, formatted("{} where a table is due", to_words(node.kind)), node);
        } else {
            InterestTerm term{tag, {}, {}};
            for (const auto& [name, value] : node.members)
                read_part(term, name, value);
            terms_.push_back(std::move(term));
        }
    }

    void read_part(InterestTerm& term, const std::string& name, const Node& value)
    {
        if (name == "broader") {
            if (value.kind == NodeKind::text) {
                term.broader = value.text;
            } else {
                refuse(FaultCode::e_schema, term.tag, "broader must be text", value);
            }
        } else if (name == "synonyms") {
            const auto is_word = [](const Node& item) {
                return item.kind == NodeKind::text && !item.text.empty();
            };
            if (value.kind != NodeKind::list || !std::all_of(value.items.begin(), value.items.end(), is_word))
                return refuse(FaultCode::e_schema, term.tag, "synonyms must be a list of words", value);
            for (const Node& item : value.items)
                term.synonyms.push_back(item.text);
        } else {
            refuse(FaultCode::e_schema, term.tag, "an interest has synonyms and broader, nothing else",
                   value);
        }
    }

    void check_words()
    {
        std::map<std::string, std::string> tag_of_word;
        for (const InterestTerm& term : terms_)
            check_word(tag_of_word, term.tag, term.tag);
        for (const InterestTerm& term : terms_) {
            for (const std::string& synonym : term.synonyms)
                check_word(tag_of_word, synonym, term.tag);
        }
    }

    void check_word(std::map<std::string, std::string>& tag_of_word, const std::string& word,
                    const std::string& tag)
    {
        const auto [known, is_new] = tag_of_word.emplace(folded(word), tag);
        if (!is_new)
            refuse(FaultCode::e_duplicate, tag, formatted("one of its words also names {}", known->second),
                   {});
    }

    void check_broader()
    {
        std::map<std::string, std::string> broader;
        for (const InterestTerm& term : terms_)
            broader[term.tag] = term.broader;
        for (const InterestTerm& term : terms_) {
            if (!term.broader.empty() && broader.count(term.broader) == 0)
                refuse(FaultCode::e_unknown_id, term.tag, "its broader term is not in the vocabulary", {});
        }
        for (const InterestTerm& term : terms_) {
            std::string above = term.broader;
            for (std::size_t steps = 0; !above.empty() && above != term.tag && steps < terms_.size(); ++steps)
                above = broader[above];
            if (above == term.tag)
                refuse(FaultCode::e_conflict, term.tag, "its broader terms come back to it", {});
        }
    }

    void refuse(FaultCode code, std::string_view field, std::string rule, const Node& node)
    {
        Fault fault = io::document_fault(Table::vocabulary, code, field, std::move(rule));
        fault.line = node.line;
        fault.column = node.column;
        faults_.push_back(std::move(fault));
    }

    std::vector<Fault>& faults_;
    std::vector<InterestTerm> terms_;
};

}  // namespace

Vocabulary read_vocabulary(std::string_view text, std::vector<Fault>& faults)
{
    std::vector<Fault> found;
    std::vector<InterestTerm> terms;
    if (const auto document = io::read_document(Table::vocabulary, text, found))
        terms = VocabularyReader(found).read(*document);
    const bool is_sound = !has_error(found);
    faults.insert(faults.end(), found.begin(), found.end());
    return is_sound ? Vocabulary(std::move(terms)) : Vocabulary();
}

Vocabulary read_vocabulary(std::string_view text)
{
    std::vector<Fault> faults;
    Vocabulary vocabulary = read_vocabulary(text, faults);
    if (has_error(faults)) throw InvalidInput(std::move(faults));
    return vocabulary;
}

Vocabulary built_in_vocabulary()
{
    return read_vocabulary(embedded::interests_toml);
}

}  // namespace befriend
