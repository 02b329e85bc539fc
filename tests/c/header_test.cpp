// The rules of befriend.h that its own text shows: what it includes, how things are named, and that its types
// are those that every language that calls C agrees on.

#include "../catch2.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Words = std::vector<std::string>;

std::string header()
{
    std::ifstream file(BEFRIEND_HEADER);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string without_comments(std::string text)
{
    for (std::size_t at = 0; (at = text.find("/*", at)) != text.npos;)
        text.replace(at, text.find("*/", at) + 2 - at, " ");
    return text;
}

// What stands behind each `#directive`, a line each.
Words behind(const std::string& directive)
{
    Words lines;
    std::istringstream text(without_comments(header()));
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("#" + directive + " ")) lines.push_back(line.substr(directive.size() + 2));
    }
    return lines;
}

Words words_of(const std::string& text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

std::string joined(const std::string& text)
{
    std::string line;
    for (const std::string& word : words_of(text))
        line += (line.empty() ? "" : " ") + word;
    return line;
}

Words split(const std::string& text, char at)
{
    Words parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);)
        parts.push_back(joined(part));
    return parts;
}

// The statements of the header without comments, directives and `extern "C" {`.
Words statements()
{
    std::string code;
    std::istringstream text(without_comments(header()));
    for (std::string line; std::getline(text, line);) {
        if (!line.starts_with("#") && !line.starts_with("extern")) code += line + "\n";
    }
    return split(code, ';');
}

struct Function {
    std::string result;
    std::string name;
    Words parameters;
};

std::vector<Function> functions()
{
    constexpr std::string_view mark = "BEFRIEND_EXPORT ";
    std::vector<Function> all;
    for (const std::string& statement : statements()) {
        if (!statement.starts_with(mark)) continue;
        const std::size_t open = statement.find('(');
        const std::size_t name = statement.rfind(' ', open) + 1;
        all.push_back({statement.substr(mark.size(), name - 1 - mark.size()),
                       statement.substr(name, open - name),
                       split(statement.substr(open + 1, statement.rfind(')') - open - 1), ',')});
    }
    return all;
}

// The types behind which a handle hides.
std::set<std::string> handles()
{
    std::set<std::string> names;
    for (const std::string& statement : statements()) {
        const Words words = words_of(statement);
        if (words.size() == 4 && words[0] == "typedef" && words[1] == "struct" && words[2] == words[3])
            names.insert(words[3]);
    }
    return names;
}

}  // namespace

TEST_CASE("c header: it includes nothing but the plainest headers of C", "[c]")  // C1
{
    CHECK(behind("include") == Words{"<befriend/befriend_export.h>", "<stddef.h>", "<stdint.h>"});
}

TEST_CASE("c header: every name begins with befriend", "[c]")  // C2
{
    for (const std::string& macro : behind("define")) {
        CAPTURE(macro);
        CHECK(macro.starts_with("BEFRIEND_"));
    }
    for (const Function& function : functions()) {
        CAPTURE(function.name);
        CHECK(function.name.starts_with("befriend_"));
    }
    CHECK(functions().size() > 20);
}

TEST_CASE("c header: every handle has a free of its own", "[c]")  // C3
{
    CHECK(handles() == std::set<std::string>{"befriend_cancel", "befriend_error", "befriend_policy",
                                             "befriend_problem", "befriend_proposal", "befriend_round",
                                             "befriend_solution"});
    const std::vector<Function> all = functions();
    for (const std::string& handle : handles()) {
        CAPTURE(handle);
        const std::string noun = handle.substr(handle.find('_') + 1);
        const std::string parameter = handle + "* " + (noun == "error" ? "err" : noun);
        CHECK(std::any_of(all.begin(), all.end(), [&](const Function& function) {
            return function.name == handle + "_free" && function.result == "void" &&
                   function.parameters == Words{parameter};
        }));
    }
}

TEST_CASE("c header: what can fail returns a status and ends in an error", "[c]")  // C4
{
    for (const Function& function : functions()) {
        CAPTURE(function.name);
        if (function.name == "befriend_error_code") continue;
        CHECK((function.result == "befriend_status") ==
              (function.parameters.back() == "befriend_error** err"));
    }
}

TEST_CASE("c header: its types are those that every language has", "[c]")  // C5
{
    const std::set<std::string> by_value{"befriend_form",   "befriend_part",  "befriend_progress_fn",
                                         "befriend_report", "befriend_table", "int64_t",
                                         "size_t"};
    const std::set<std::string> returned{"befriend_status", "const char*", "int32_t", "size_t", "void"};
    for (const Function& function : functions()) {
        CAPTURE(function.name);
        CHECK(returned.contains(function.result));
        for (const std::string& parameter : function.parameters) {
            CAPTURE(parameter);
            const bool is_pointer = parameter.find("* ") != parameter.npos;
            CHECK((is_pointer || parameter == "void" ||
                   by_value.contains(parameter.substr(0, parameter.rfind(' ')))));
        }
    }
    for (const std::string& statement : statements()) {
        CAPTURE(statement);
        CHECK(statement.find_first_of("[:.") == statement.npos);  // arrays, bit-fields, varargs
        for (const std::string& word : words_of(statement)) {
            for (const char* differs : {"enum", "union", "bool", "_Bool", "char", "short", "int", "long",
                                        "unsigned", "float", "double"})
                CHECK(word != differs);
        }
    }
}
