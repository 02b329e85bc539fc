#pragma once

// Policy, Round and Proposal of the module: a handle each, and the calls that the C API has for it.

#include "arrow.hpp"
#include "call.hpp"
#include "progress.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace befriend::python {

// Bytes in, so that a text which is not UTF-8 reaches the check of the C API.
class Policy {
public:
    explicit Policy(const nb::bytes& text);
    explicit Policy(PolicyHandle handle) : handle_(std::move(handle)) {}

    std::string text(std::int32_t form) const;
    const befriend_policy* get() const { return handle_.get(); }

private:
    PolicyHandle handle_;
};

class Proposal {
public:
    explicit Proposal(ProposalHandle handle) : handle_(std::move(handle)) {}

    std::string json(std::int32_t part) const;
    std::string report(std::int32_t form) const;
    std::string explain(const std::string& child_id, const std::optional<std::string>& volunteer_id) const;
    nb::object arrow(std::int32_t table) const;

private:
    ProposalHandle handle_;
};

class Round {
public:
    explicit Round(const Policy& policy);
    explicit Round(RoundHandle handle);

    void add_json(std::int32_t table, const nb::bytes& json);
    void add_arrow(std::int32_t table, nb::handle capsule);
    void set_text(const std::string& key, const nb::bytes& text);
    void set_int(const std::string& key, std::int64_t value);

    std::string check() const;  // the warnings as JSON, or an empty text
    Proposal propose(nb::object progress) const;
    Policy policy() const;
    std::string json(std::int32_t table) const;
    nb::object arrow(std::int32_t table) const;

private:
    template <class Add>
    void add(Add&& add);

    RoundHandle handle_;
    std::unique_ptr<Progress> progress_;  // of tables that come in
};

void define_policy(nb::module_& module);
void define_round(nb::module_& module);
void define_proposal(nb::module_& module);
void define_problem(nb::module_& module);

}  // namespace befriend::python
