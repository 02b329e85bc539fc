"""befriend.Policy: text in and out, equality, changes."""

import copy
import pickle

import befriend as bf
import pytest
from conftest import COUNTY


def test_the_built_in_policy():
    policy = bf.Policy()
    assert policy == bf.Policy.from_text("")
    assert policy.to_dict()["weights"] == {
        "interests": 30,
        "background": 20,
        "age": 10,
        "travel": 20,
        "availability": 20,
    }
    assert repr(policy).startswith("<befriend.Policy 'built-in': most_children > waiting > points; weights ")


def test_from_a_file():
    policy = bf.Policy.from_toml(COUNTY / "policy.toml")
    assert policy == bf.Policy.from_toml(str(COUNTY / "policy.toml"))
    assert policy == bf.Policy.from_text((COUNTY / "policy.toml").read_text(encoding="utf-8"))
    assert policy.to_dict()["version"] == "county"
    with pytest.raises(FileNotFoundError):
        bf.Policy.from_toml(COUNTY / "absent.toml")


@pytest.mark.parametrize(
    "write", [bf.Policy.to_toml, lambda policy: policy.to_toml(comments=True), bf.Policy.to_json]
)
def test_every_form_reads_back(write):
    policy = bf.Policy.from_toml(COUNTY / "policy.toml").replace(weights={"travel": 7})
    assert bf.Policy.from_text(write(policy)) == policy


def test_comments_explain_keys():
    text = bf.Policy().to_toml(comments=True)
    assert "# seed: of the tie-break" in text
    assert "#" not in bf.Policy().to_toml()


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda policy: pickle.loads(pickle.dumps(policy))]
)
def test_copies_are_equal(copied):
    policy = bf.Policy().replace(minimum_points=300)
    again = copied(policy)
    assert again == policy
    assert hash(again) == hash(policy)
    assert again != bf.Policy()
    assert again != policy.to_toml()


def test_replace_merges():
    policy = bf.Policy().replace({"weights": {"travel": 40}}, minimum_points=300)
    values = policy.to_dict()
    assert (values["weights"]["travel"], values["weights"]["interests"], values["minimum_points"]) == (
        40,
        30,
        300,
    )
    assert policy.replace(weights={"travel": None}, minimum_points=None) == bf.Policy()
    assert bf.Policy.from_dict({"as_of": "2026-11-02"}).to_dict()["as_of"] == "2026-11-02"


def test_every_fault_of_a_policy_at_once():
    with pytest.raises(bf.PolicyError) as refused:
        bf.Policy.from_text("seed = -1\n[weights]\ntravel = 2000\nbeauty = 1\n")
    faults = refused.value.faults.to_dicts()
    assert [(fault["code"], fault["table"], fault["line"]) for fault in faults] == [
        ("E_RANGE", "policy", 1),
        ("E_RANGE", "policy", 3),
        ("E_SCHEMA", "policy", 4),
    ]
    assert "2000" not in str(refused.value)


@pytest.mark.parametrize("text", ["weights = ", "{", '{"seed": "x"}', "a\0b", "\ud800"])
def test_what_is_no_policy(text):
    with pytest.raises(bf.PolicyError):
        bf.Policy.from_text(text)


@pytest.mark.parametrize(
    "call",
    [
        lambda: bf.Policy.from_text(b""),
        lambda: bf.Policy.from_text(None),
        lambda: bf.Policy("a.toml"),
        lambda: bf.Policy.from_toml(3.5),
    ],
)
def test_a_wrong_type(call):
    with pytest.raises(TypeError):
        call()
